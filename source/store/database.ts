import Sqlite from 'better-sqlite3';
import {AppError} from '../domain/app-error.ts';
import {copyError, guard, isDamage} from './store-error.ts';

/** A prepared statement whose troubles are AppErrors. */
type Query<Params extends unknown[], Row> = {
	readonly all: (...params: Params) => Row[];
	readonly get: (...params: Params) => Row | undefined;
	/** One row at a time; nothing else may be asked of the database until it ends. */
	readonly iterate: (...params: Params) => Iterable<Row>;
	/** The number of rows changed. */
	readonly run: (...params: Params) => number;
};

/** What the files of this folder need of SQLite. Every error that leaves it is an AppError, or a bug. */
export type Database = {
	readonly path: string;
	readonly prepare: <Params extends unknown[], Row = unknown>(sql: string) => Query<Params, Row>;
	/** A statement whose rows are lists of values in the order of its columns: where there are very many. */
	readonly prepareRaw: <Params extends unknown[], Row = unknown>(sql: string) => Query<Params, Row>;
	readonly exec: (sql: string) => void;
	/** The first value that a pragma answers. */
	readonly pragma: (text: string) => unknown;
	/** Takes the write lock at once, since a reader that turns writer cannot wait for another one. Rolled back on a throw. */
	readonly immediate: <Result>(work: () => Result) => Result;
	/** The same for what can be left out: throws at once where another process writes. */
	readonly immediateOrNot: <Result>(work: () => Result) => Result;
	/** The same in steps, between which nothing else may be asked of the database. */
	readonly immediateSteps: (work: () => Generator<void, void>) => Generator<void, void>;
	/** True inside a transaction: what is read then may never come to stand. */
	readonly isChanging: () => boolean;
	readonly backup: (file: string) => Promise<void>;
	/** True once SQLite has said that the file's bytes make no sense. */
	readonly isDamaged: () => boolean;
	readonly close: () => void;
};

/** How long a statement waits for another process before it says so: the thread does nothing else meanwhile. */
const busyMilliseconds = 1900;

type Guard = <Result>(work: () => Result) => Result;

const prepareIn = <Params extends unknown[], Row>(
	sqlite: Sqlite.Database,
	guarded: Guard,
	sql: string,
	isRaw = false,
): Query<Params, Row> => {
	/** Prepared when it is first used: of some two hundred a command needs ten. */
	let prepared: Sqlite.Statement<unknown[], Row> | undefined;
	const statement = (): Sqlite.Statement<unknown[], Row> => {
		if (prepared) return prepared;
		const made = sqlite.prepare<unknown[], Row>(sql);
		prepared = isRaw ? made.raw() : made;
		return prepared;
	};
	return {
		all: (...params) => guarded(() => statement().all(...params)),
		get: (...params) => guarded(() => statement().get(...params)),
		*iterate(...params) {
			const rows = guarded(() => statement().iterate(...params));
			try {
				for (let step = guarded(() => rows.next()); !step.done; step = guarded(() => rows.next())) yield step.value;
			} finally {
				rows.return?.();
			}
		},
		run: (...params) => guarded(() => statement().run(...params).changes),
	};
};

/** Copies over a connection of its own, so that whoever writes meanwhile goes on doing so. */
const backUp = async (path: string, file: string): Promise<void> => {
	const sqlite = guard(path, () => new Sqlite(path, {timeout: busyMilliseconds, fileMustExist: true}));
	try {
		const isWal = sqlite.pragma('journal_mode', {simple: true}) === 'wal';
		// A reader of the log sees one moment; without one the copy would begin anew whenever somebody writes.
		if (isWal) sqlite.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
		await sqlite.backup(file);
	} catch (error) {
		throw copyError(error, path, file);
	} finally {
		sqlite.close();
	}
};

/** Opens the file and says how it is used; migrations come after. `isReadonly`: it must be there, and stays as it is. */
export const openDatabase = (path: string, isReadonly = false): Database => {
	const options = {timeout: busyMilliseconds, readonly: isReadonly, fileMustExist: isReadonly};
	const sqlite = guard(path, () => new Sqlite(path, options));
	let damaged = false;
	const guarded: Guard = work => {
		// Whoever was in the middle of something when another file came to the place of this one.
		if (!sqlite.open) throw new AppError('store', `The database ${path} was closed meanwhile.`, {hint: 'Try again.'});
		try {
			return guard(path, work);
		} catch (error) {
			damaged ||= isDamage(error);
			throw error;
		}
	};
	const exec = (sql: string): void => guarded(() => void sqlite.exec(sql));
	return {
		path,
		prepare: sql => prepareIn(sqlite, guarded, sql),
		prepareRaw: sql => prepareIn(sqlite, guarded, sql, true),
		exec,
		pragma: text => guarded(() => sqlite.pragma(text, {simple: true})),
		immediate: work => guarded(() => sqlite.transaction(work).immediate()),
		immediateOrNot: work =>
			guarded(() => {
				sqlite.pragma('busy_timeout = 0');
				try {
					return sqlite.transaction(work).immediate();
				} finally {
					sqlite.pragma(`busy_timeout = ${busyMilliseconds}`);
				}
			}),
		*immediateSteps(work) {
			exec('BEGIN IMMEDIATE');
			try {
				yield* work();
				exec('COMMIT');
			} finally {
				if (sqlite.inTransaction) exec('ROLLBACK');
			}
		},
		isChanging: () => sqlite.inTransaction,
		backup: file => backUp(path, file),
		isDamaged: () => damaged,
		close: () => guard(path, () => void sqlite.close()),
	};
};
