import {AppError} from '../domain/app-error.ts';
import type {Database} from './database.ts';

const noWal =
	'The file system of the database refuses write-ahead logging, so the dashboard and a running collection wait for each other.';

/** SQLite does not wait for its turn when the journal changes, so this does: 100 tries of 50 ms. */
const patiently = <Result>(work: () => Result): Result => {
	for (let tries = 1; ; tries++) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error) || tries === 100) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
		}
	}
};

const causeCode = (error: unknown): string =>
	error instanceof AppError && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';

const isBusy = (error: unknown): boolean => causeCode(error).startsWith('SQLITE_BUSY');

/** What SQLite answers where the file system has no shared memory or no locks for it. */
const refusals = ['SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PROTOCOL', 'SQLITE_READONLY'];

const useWal = (database: Database): boolean => {
	if (database.pragma('journal_mode') === 'wal') return true;
	try {
		return patiently(() => database.pragma('journal_mode = WAL')) === 'wal';
	} catch (error) {
		if (!refusals.some(code => causeCode(error).startsWith(code))) throw error;
		database.pragma('journal_mode = DELETE');
		return false;
	}
};

/** Write-ahead log, foreign keys, as few disk syncs as are safe with the log. Returns what the user should know. */
export const setUp = (database: Database): string[] => {
	const wal = useWal(database);
	database.pragma('foreign_keys = ON');
	database.pragma(`synchronous = ${wal ? 'NORMAL' : 'FULL'}`);
	return wal ? [] : [noWal];
};
