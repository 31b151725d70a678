import {rmSync, type Stats, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {AppError} from '../../domain/app-error.ts';
import {fileIdentity, sideFile} from '../files.ts';
import {tempCopyFolder} from '../temp-copy.ts';
import {applicationId} from '../was-ours.ts';
import {copySteady} from './copy-steady.ts';

/** A row as SQLite hands it over: no column is sure to be there, or of its type. */
export type ForeignRow = {readonly [column: string]: unknown};

/** A database of another program, in a copy of one moment. */
export type ForeignDatabase = {
	/** The names of its tables with those of their columns. */
	readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
	readonly count: (table: string) => number;
	/** All rows of a table, one at a time. */
	readonly rows: (table: string) => Iterable<ForeignRow>;
	/** Removes the copy. */
	readonly close: () => void;
};

const hint = 'Name the database of homescreen-hero: the file homescreen_hero.sqlite of its data folder.';

const refusal = (message: string, remedy = hint, cause?: unknown): AppError =>
	new AppError('store', message, {hint: remedy, cause});

const kindWords = (stats: Stats): string | null => {
	if (stats.isDirectory()) return 'a folder';
	if (stats.isFIFO()) return 'a pipe';
	if (stats.isSocket()) return 'a socket';
	return stats.isFile() ? null : 'a device';
};

const ownSides = ['-wal', '-shm', '-journal'] as const;

/** To open and close our own database, or what lies beside it, would let its locks go. */
const refuseOwn = (file: string, own: string): void => {
	const identity = fileIdentity(file);
	const ours = [own, ...ownSides.map(side => sideFile(own, side))];
	if (identity !== null && ours.some(name => fileIdentity(name) === identity)) {
		throw refusal(`${file} is the database that tautop keeps: there is nothing to import from it.`);
	}
};

const refuseOddFile = (file: string): void => {
	const stats = statSync(file, {throwIfNoEntry: false});
	if (!stats) throw new AppError('not-found', `There is no file ${file}.`, {hint});
	const words = kindWords(stats);
	if (words !== null) throw refusal(`${file} is ${words}, not a database.`);
	if (stats.size === 0) throw refusal(`${file} is empty.`);
};

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong while it was copied or read, in words about the file that was named. */
const importError = (error: unknown, file: string): unknown => {
	const code = codeOf(error);
	if (code === 'SQLITE_NOTADB') return refusal(`${file} is not a SQLite database.`, hint, error);
	if (code.startsWith('SQLITE_CORRUPT')) {
		return refusal(
			`${file} is damaged: nothing was imported from it.`,
			`Import a backup of it, or what \`sqlite3 ${file} .recover\` saves.`,
			error,
		);
	}
	if (code === 'EACCES' || code === 'EPERM') {
		return refusal(`${file} may not be read.`, 'Check the permissions of the file and of its folder.', error);
	}
	if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) {
		return refusal(`There is no room for a copy of ${file}.`, `Free some space in ${tmpdir()}.`, error);
	}
	if (code === '' || error instanceof AppError) return error;
	return refusal(`${file} could not be read: ${code}.`, 'Try again with a copy of it.', error);
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const tablesOf = (sqlite: Sqlite.Database): ReadonlyMap<string, ReadonlySet<string>> => {
	const names = sqlite
		.prepare<[], {name: string}>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
		.all();
	const columns = sqlite.prepare<[string], {name: string}>('SELECT name FROM pragma_table_info(?)');
	return new Map(names.map(({name}) => [name, new Set(columns.all(name).map(column => column.name))]));
};

/** What a stranger wrote into a schema is not run, and a page that makes no sense is no row. */
const openCopy = (copy: string, file: string): Sqlite.Database => {
	const sqlite = new Sqlite(copy);
	try {
		sqlite.pragma('trusted_schema = OFF');
		sqlite.pragma('cell_size_check = ON');
		sqlite.pragma('journal_mode = DELETE');
		if (sqlite.pragma('application_id', {simple: true}) === applicationId) {
			throw refusal(`${file} is a database of tautop.`, 'To go on with it, set database.path to it.');
		}
		const verdict = sqlite.pragma('quick_check(1)', {simple: true});
		if (verdict !== 'ok') throw new Sqlite.SqliteError(String(verdict), 'SQLITE_CORRUPT');
		return sqlite;
	} catch (error) {
		sqlite.close();
		throw error;
	}
};

function* rowsOf(sqlite: Sqlite.Database, file: string, table: string): Generator<ForeignRow, void> {
	try {
		yield* sqlite.prepare<[], ForeignRow>(`SELECT * FROM ${quoted(table)}`).iterate();
	} catch (error) {
		throw importError(error, file);
	}
}

const describe = (sqlite: Sqlite.Database, file: string): Omit<ForeignDatabase, 'close'> => ({
	tables: tablesOf(sqlite),
	count: table =>
		sqlite.prepare<[], {count: number}>(`SELECT count(*) AS count FROM ${quoted(table)}`).get()?.count ?? 0,
	rows: table => rowsOf(sqlite, file, table),
});

/**
 * Opens a copy of a database of another program, without changing a byte of it or beside it. `own` is the path of ours.
 * Throws `not-found` where there is no file, `store` for what is no database, damaged, or ours.
 */
export const openForeign = async (file: string, own: string): Promise<ForeignDatabase> => {
	refuseOwn(file, own);
	const folder = tempCopyFolder('import');
	const remove = (): void => rmSync(folder, {recursive: true, force: true});
	try {
		refuseOddFile(file);
		const copy = path.join(folder, 'copy.db');
		await copySteady(file, copy);
		const sqlite = openCopy(copy, file);
		const close = (): void => {
			sqlite.close();
			remove();
		};
		return {...describe(sqlite, file), close};
	} catch (error) {
		remove();
		throw importError(error, file);
	}
};
