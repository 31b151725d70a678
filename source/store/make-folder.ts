import {chmodSync, existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes the missing part of a folder's path for its owner alone; folders that exist keep their mode. Step by step, since
 * Node's own recursion never ends where the file system answers that a new folder's parent does not exist (/proc does).
 */
export const makeFolder = (folder: string): void => {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	try {
		mkdirSync(folder, {mode: 0o700});
		chmodSync(folder, 0o700);
	} catch (error) {
		if (!isThere(error)) throw error;
	}
};
