import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	fchmodSync,
	lstatSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import {AppError} from '../domain/app-error.ts';
import {makeFolder} from './make-folder.ts';
import {copyError, guard, permissionsHint} from './store-error.ts';

const isCode = (error: unknown, code: string): boolean =>
	error instanceof Error && 'code' in error && error.code === code;

const isThere = (error: unknown): boolean => isCode(error, 'EEXIST');

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

/** SQLite writes beside the file, too; what it says where it may not is about disks. */
const refuseUnwritable = (file: string): void => {
	try {
		accessSync(file, constants.R_OK | constants.W_OK);
		accessSync(path.dirname(file), constants.W_OK | constants.X_OK);
	} catch (error) {
		if (isCode(error, 'ENOENT')) throw error;
		throw new AppError('store', `The database ${file} cannot be written.`, {hint: permissionsHint, cause: error});
	}
};

/**
 * Makes the database's folder (0700) and an empty file (0600) where they are missing, whatever the umask. SQLite gives
 * its side files the mode of the main one. Throws `store` for a path that lies in a file, or that cannot be written.
 */
export const prepareFile = (file: string): void => {
	guard(file, () => {
		makeFolder(path.dirname(file));
		if (!makeFile(file)) refuseUnwritable(file);
	});
};

const tryMakeNew = (file: string, path: string): boolean => {
	try {
		return makeFile(file);
	} catch (error) {
		throw copyError(error, path, file);
	}
};

/** Makes a new, empty file for a copy of a database, for its owner alone; throws `store` where one exists. */
export const makeNewFile = (file: string, path: string): void => {
	if (!tryMakeNew(file, path)) {
		throw new AppError('store', `${file} exists already, and nothing is overwritten.`, {
			hint: 'Name a file that does not exist yet.',
		});
	}
};

/**
 * The name under which SQLite keeps a log or a journal: beside the file itself, where the path is a symbolic link to it.
 */
export const sideFile = (file: string, side: '-wal' | '-shm' | '-journal'): string =>
	(existsSync(file) ? realpathSync(file) : file) + side;

/** Which file lies at a path: two files have never the same words at once. Null: none. */
export const fileIdentity = (file: string): string | null => {
	const stats = guard(file, () => statSync(file, {bigint: true, throwIfNoEntry: false}));
	return stats ? `${stats.dev} ${stats.ino}` : null;
};

/** Bytes of the database with its write-ahead log. */
export const databaseBytes = (file: string): number =>
	[file, sideFile(file, '-wal')].reduce((sum, name) => sum + (statSync(name, {throwIfNoEntry: false})?.size ?? 0), 0);

/** What changes when somebody writes to the file; null: it is gone. */
export const fileState = (file: string): string | null => {
	const stats = guard(file, () => statSync(file, {bigint: true, throwIfNoEntry: false}));
	return stats ? `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs}` : null;
};

export const removeFile = (file: string): void => rmSync(file, {force: true});

const sideNames = ['-wal', '-shm', '-journal'] as const;

/** Removes a database that was made a moment ago and came to nothing, with what SQLite left beside it. */
export const removeDatabase = (file: string): void => {
	for (const name of ['', ...sideNames]) removeFile(file + name);
};

const freeName = (file: string): string => {
	for (let number = 1; ; number++) {
		const name = number === 1 ? file : `${file}-${number}`;
		if (!existsSync(name)) return name;
	}
};

/**
 * Renames a damaged database with what lies beside it, at a time in Unix seconds; returns its new name. A symbolic link
 * stays and leads to a new, empty file, since whoever made it wants the database to lie there.
 */
export const setAside = (file: string, at: number): string =>
	guard(file, () => {
		const day = new Date(at * 1000).toISOString().slice(0, 10);
		const real = realpathSync(file);
		const aside = freeName(`${real}.damaged-${day}`);
		renameSync(real, aside);
		for (const side of sideNames) if (existsSync(real + side)) renameSync(real + side, aside + side);
		if (lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink()) makeFile(real);
		return aside;
	});
