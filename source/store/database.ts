import Sqlite from 'better-sqlite3';
import {guard} from './store-error.ts';

/** A prepared statement whose troubles are AppErrors. */
export type Query<Params extends unknown[], Row> = {
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
	readonly exec: (sql: string) => void;
	/** The first value that a pragma answers. */
	readonly pragma: (text: string) => unknown;
	/** Takes the write lock at once, since a reader that turns writer cannot wait for another one. Rolled back on a throw. */
	readonly immediate: <Result>(work: () => Result) => Result;
	readonly backup: (file: string) => Promise<void>;
	readonly close: () => void;
};

/** How long a statement waits for another process before it says so. */
const busyMilliseconds = 5000;

const prepareIn = <Params extends unknown[], Row>(
	sqlite: Sqlite.Database,
	path: string,
	sql: string,
): Query<Params, Row> => {
	const statement: Sqlite.Statement<unknown[], Row> = guard(path, () => sqlite.prepare<unknown[], Row>(sql));
	return {
		all: (...params) => guard(path, () => statement.all(...params)),
		get: (...params) => guard(path, () => statement.get(...params)),
		iterate: (...params) => guard(path, () => statement.iterate(...params)),
		run: (...params) => guard(path, () => statement.run(...params).changes),
	};
};

/** Opens the file and says how it is used; migrations come after. */
export const openDatabase = (path: string): Database => {
	const sqlite = guard(path, () => new Sqlite(path, {timeout: busyMilliseconds}));
	return {
		path,
		prepare: sql => prepareIn(sqlite, path, sql),
		exec: sql => guard(path, () => void sqlite.exec(sql)),
		pragma: text => guard(path, () => sqlite.pragma(text, {simple: true})),
		immediate: work => guard(path, () => sqlite.transaction(work).immediate()),
		backup: file => guardAsync(file, sqlite.backup(file)),
		close: () => guard(path, () => void sqlite.close()),
	};
};

const guardAsync = async (path: string, work: Promise<unknown>): Promise<void> => {
	try {
		await work;
	} catch (error) {
		guard(path, () => {
			throw error;
		});
	}
};
