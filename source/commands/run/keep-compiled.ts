import {lstatSync, mkdirSync} from 'node:fs';
import {enableCompileCache} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {userCacheFolder} from '../../config/paths.ts';

/** True for a folder that only this user writes to: whoever else could would have us run their code. */
const isOwn = (folder: string): boolean => {
	const {uid, mode} = lstatSync(folder);
	return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0);
};

/**
 * Has Node keep what it compiles in the user's cache folder, which halves a start. Where that folder cannot be made, or
 * others can write to it, everything is compiled anew, as if there were none.
 */
export const keepCompiled = (): void => {
	const cache = userCacheFolder();
	if (cache === null) return;
	const compiled = path.join(cache, 'compiled');
	try {
		mkdirSync(compiled, {recursive: true, mode: 0o700});
		if (isOwn(cache) && isOwn(compiled)) enableCompileCache(compiled);
	} catch {
		// No home, a full disk, a file in the way: a cache is not worth a word.
	}
};
