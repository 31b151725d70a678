import {AppError} from '../domain/app-error.ts';
import {type Database, openDatabase} from './database.ts';

const noWal =
	'The file system of the database refuses write-ahead logging, so the dashboard and a running collection wait for each other.';

const patienceMs = 5000;
const pauseMs = 50;

/** SQLite does not always wait for its turn when the journal changes, so this does; it gives the thread back meanwhile. */
function* patiently<Result>(work: () => Result): Generator<void, Result> {
	const end = performance.now() + patienceMs;
	while (true) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error) || performance.now() > end) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
		}
		yield;
	}
}

const causeCode = (error: unknown): string =>
	error instanceof AppError && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';

const isBusy = (error: unknown): boolean => causeCode(error).startsWith('SQLITE_BUSY');

/** What SQLite answers where the file system has no shared memory or no locks for it. */
const refusals = ['SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PROTOCOL', 'SQLITE_READONLY'];

/** Whether the log works shows only when somebody wants to write, so this does. */
const useWal = (database: Database): boolean => {
	const wal = database.pragma('journal_mode') === 'wal' || database.pragma('journal_mode = WAL') === 'wal';
	database.immediate(() => undefined);
	return wal;
};

/** A file that was switched already can be switched back by whoever holds it alone: that needs no shared memory. */
const leaveWal = (database: Database): void => {
	database.pragma('locking_mode = EXCLUSIVE');
	database.pragma('journal_mode = DELETE');
	database.pragma('locking_mode = NORMAL');
	// The lock is let go at the next access.
	database.pragma('user_version');
};

/** True where the file system is what refuses the log. */
export const isRefusal = (error: unknown): boolean => refusals.some(code => causeCode(error).startsWith(code));

function* tryWal(path: string): Generator<void, Database | null> {
	const database = openDatabase(path);
	try {
		if (yield* patiently(() => useWal(database))) return database;
	} catch (error) {
		database.close();
		if (!isRefusal(error)) throw error;
		return null;
	}
	database.close();
	return null;
}

function* withoutWal(path: string): Generator<void, Database> {
	const database = openDatabase(path);
	try {
		yield* patiently(() => leaveWal(database));
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

/** The database, and what the user should know about it. */
export type SetUp = {readonly database: Database; readonly warnings: readonly string[]};

/**
 * Opens with a write-ahead log where the file system can, foreign keys, and as few disk syncs as are safe. Yields where
 * the thread may be given back.
 */
export function* setUp(path: string): Generator<void, SetUp> {
	const wal = yield* tryWal(path);
	const database = wal ?? (yield* withoutWal(path));
	database.pragma('foreign_keys = ON');
	database.pragma(`synchronous = ${wal ? 'NORMAL' : 'FULL'}`);
	// In KiB. With four times as much 200,000 plays are saved 6 % faster, and the engine is larger for ever.
	database.pragma('cache_size = -4000');
	return {database, warnings: wal ? [] : [noWal]};
}
