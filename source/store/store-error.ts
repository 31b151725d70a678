import Database from 'better-sqlite3';
import {AppError} from '../domain/app-error.ts';

type Words = {readonly message: (path: string) => string; readonly hint: string};

/** The remedy where a file may not be written. */
export const permissionsHint =
	'Check the permissions of the file and of its folder, or set database.path to another place.';

/** The remedy where a file is not ours. */
export const strangerHint = 'Set database.path to a file that tautop made, or to one that does not exist yet.';

const readOnly: Words = {
	message: path => `The database ${path} cannot be written.`,
	hint: permissionsHint,
};

const cannotOpen: Words = {
	message: path => `The database ${path} could not be opened.`,
	hint: 'Check database.path, and the permissions of its folder.',
};

const full: Words = {
	message: path => `The disk is full: nothing was written to ${path}.`,
	hint: 'Free some space, then try again. What was stored before is unharmed.',
};

const busy: Words = {
	message: path => `The database ${path} is in use: another program keeps it locked.`,
	hint: 'Try again in a moment.',
};

/** How to get back what a damaged file still holds. */
export const recoverHint = (file: string): string =>
	`Restore a backup, or save what can be read with \`sqlite3 ${file} .recover\`.`;

const damaged: Words = {
	message: path => `The database ${path} is damaged.`,
	hint: `Where tautop made it, it is set aside under a dated name, and a new one is begun. ${recoverHint('FILE')}`,
};

/** By the primary result code of SQLite; the extended codes begin with it. */
const sqliteWords: ReadonlyMap<string, Words> = new Map([
	['SQLITE_BUSY', busy],
	['SQLITE_LOCKED', busy],
	['SQLITE_PROTOCOL', busy],
	['SQLITE_READONLY', readOnly],
	['SQLITE_PERM', readOnly],
	['SQLITE_FULL', full],
	['SQLITE_CANTOPEN', cannotOpen],
	['SQLITE_CORRUPT', damaged],
	[
		'SQLITE_NOTADB',
		{
			message: path => `${path} is not a SQLite database.`,
			hint: strangerHint,
		},
	],
	[
		'SQLITE_IOERR',
		{
			message: path => `The disk failed while the database ${path} was read or written.`,
			hint: 'Check the disk, and that the file system supports locks.',
		},
	],
]);

/** By the code of Node's own file errors. */
const fileWords: ReadonlyMap<string, Words> = new Map([
	['EACCES', {message: path => `No permission for the database ${path}.`, hint: readOnly.hint}],
	['EPERM', {message: path => `No permission for the database ${path}.`, hint: readOnly.hint}],
	['EROFS', readOnly],
	['ENOSPC', full],
	['EDQUOT', full],
	['ENOTDIR', cannotOpen],
	['EEXIST', cannotOpen],
	['ENOENT', cannotOpen],
	['ELOOP', cannotOpen],
	['ENAMETOOLONG', cannotOpen],
]);

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const primaryCode = (code: string): string => code.split('_').slice(0, 2).join('_');

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** True for what SQLite says of a file whose bytes make no sense. */
export const isDamage = (error: unknown): boolean => {
	const cause = error instanceof AppError ? error.cause : error;
	return cause instanceof Database.SqliteError && damageCodes.includes(primaryCode(cause.code));
};

/**
 * SQLite's codes and Node's file errors as an AppError with code `store`: a sentence with the path, and a remedy. An
 * AppError passes, and so does every other error: that is a bug.
 */
const storeError = (error: unknown, path: string): unknown => {
	const code = codeOf(error);
	const words = error instanceof Database.SqliteError ? sqliteWords.get(primaryCode(code)) : fileWords.get(code);
	if (words) return new AppError('store', words.message(path), {hint: words.hint, cause: error});
	if (!(error instanceof Database.SqliteError)) return error;
	return new AppError('store', `The database ${path} could not do what was asked: ${error.message}.`, {cause: error});
};

/** Codes that tell of the place of a copy, not of the database that is copied. */
const placeCodes: ReadonlySet<string> = new Set([
	'SQLITE_READONLY',
	'SQLITE_PERM',
	'SQLITE_CANTOPEN',
	...fileWords.keys(),
]);

/** What went wrong while the database was copied to `file`: whose trouble it is, with the remedy for that. */
export const copyError = (error: unknown, path: string, file: string): unknown => {
	const code = primaryCode(codeOf(error));
	if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) {
		return new AppError('store', `The disk is full: there is no copy at ${file}.`, {
			hint: 'Free some space, or name another place.',
			cause: error,
		});
	}
	if (code === 'SQLITE_IOERR') {
		return new AppError('store', `The disk failed while the database ${path} was copied to ${file}.`, {
			hint: 'Check the disk of the copy, and how large a file may be there.',
			cause: error,
		});
	}
	if (!placeCodes.has(code)) return storeError(error, path);
	return new AppError('store', `The copy ${file} could not be made.`, {
		hint: 'Name a new file in a folder that exists, and that you may write to.',
		cause: error,
	});
};

/** Runs one piece of work on the database or its files, with errors as above. */
export const guard = <Result>(path: string, work: () => Result): Result => {
	try {
		return work();
	} catch (error) {
		throw storeError(error, path);
	}
};
