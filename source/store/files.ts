import {chmodSync, closeSync, existsSync, fchmodSync, mkdirSync, openSync, statSync} from 'node:fs';
import path from 'node:path';
import {guard} from './store-error.ts';

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes the missing part of a folder's path for its owner alone; folders that exist keep their mode. Step by step, since
 * Node's own recursion never ends where the file system answers that a new folder's parent does not exist (/proc does).
 */
const makeFolder = (folder: string): void => {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	try {
		mkdirSync(folder, {mode: 0o700});
		chmodSync(folder, 0o700);
	} catch (error) {
		if (!isThere(error)) throw error;
	}
};

/** True when the file was made just now, for its owner alone. */
const makeFile = (file: string): boolean => {
	try {
		const descriptor = openSync(file, 'wx', 0o600);
		fchmodSync(descriptor, 0o600);
		closeSync(descriptor);
		return true;
	} catch (error) {
		if (isThere(error)) return false;
		throw error;
	}
};

/**
 * Makes the database's folder (0700) and an empty file (0600) where they are missing, whatever the umask. SQLite gives
 * its side files the mode of the main one. Throws `store` for a path that is a folder, lies in a file, or is forbidden.
 */
export const prepareFile = (file: string): void => {
	guard(file, () => {
		makeFolder(path.dirname(file));
		if (!makeFile(file)) closeSync(openSync(file, statSync(file).isDirectory() ? 'r+' : 'r'));
	});
};

/** Makes a new, empty file for its owner alone; throws `store` where one exists. */
export const makeNewFile = (file: string): void => {
	guard(file, () => closeSync(openSync(file, 'wx', 0o600)));
};

/** Bytes of the database with its write-ahead log. */
export const databaseBytes = (file: string): number =>
	[file, `${file}-wal`].reduce((sum, name) => sum + (statSync(name, {throwIfNoEntry: false})?.size ?? 0), 0);
