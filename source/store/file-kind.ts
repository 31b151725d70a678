import {copyFileSync, rmSync, type Stats, statSync} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {AppError} from '../domain/app-error.ts';
import {type FileSchema, type SchemaEntry, withFileSchema} from './file-schema.ts';
import {sideFile} from './files.ts';
import {migrations} from './migrations/list.ts';
import {guard, strangerHint} from './store-error.ts';
import {tempCopyFolder} from './temp-copy.ts';
import {applicationId} from './was-ours.ts';

/** The last version whose files had no application id. */
const lastUnnamedVersion = 5;

/** `new`: there is nothing in it, or nothing but the table that tautop shares with others. */
type FileKind = 'new' | 'ours';

/** Words in the statements of tables that every version of tautop has made. */
const ourTables: Readonly<Record<string, readonly string[]>> = {
	lease: ['token', 'holder', 'taken_at', 'expires_at'],
	newest_snapshots: ['section_uuid', 'identity', 'snapshot_id', 'snapshots'],
	meta: ['key', 'value'],
	runs: ['started_at', 'rotation_id', 'holder'],
	sections: ['listed_at', 'emptied_at'],
	promotions: ['recommended', 'first_seen'],
};

const sharedTable = 'collection_analytics';
/** All of them: what lacks one is another table of that name, or one that tautop could not write to. */
const sharedColumns = [
	'id',
	'collection_name',
	'plex_library',
	'rating_key',
	'media_type',
	'total_plays',
	'total_duration_seconds',
	'unique_users',
	'rotation_id',
	'collected_at',
	'extra_data',
];

const hasAll = (sql: string | undefined, words: readonly string[]): boolean =>
	sql !== undefined && words.every(word => sql.includes(word));

/** Tables and views; in UTF-16, which tautop never writes, everything looks like one. */
const isTable = ({type, name}: SchemaEntry): boolean =>
	type !== 'index' && type !== 'trigger' && !name.startsWith('sqlite_');

/** True: nothing in it would be somebody else's. */
const holdsNothingElse = ({entries}: FileSchema): boolean => {
	for (const entry of entries) {
		if (isTable(entry) && !(entry.name === sharedTable && hasAll(entry.sql, sharedColumns))) return false;
	}
	return true;
};

const hasOurTables = ({entries}: FileSchema): boolean => {
	const statements = new Map([...entries].filter(isTable).map(({name, sql}) => [name, sql]));
	return Object.entries(ourTables).every(([name, words]) => hasAll(statements.get(name), words));
};

const foreign = (file: string): AppError =>
	new AppError('store', `The database ${file} belongs to another program.`, {
		hint: 'Set database.path to a file of its own for tautop.',
	});

const newer = (file: string, found: number, known: number): AppError =>
	new AppError(
		'store',
		`The database ${file} was written by a newer tautop: it has version ${found}, and this one knows ${known}.`,
		{hint: 'Update tautop, or set database.path to another file.'},
	);

/** Throws `store` for a version that this program does not know. */
export const refuseNewer = (file: string, found: number, known: number): void => {
	if (found > known) throw newer(file, found, known);
};

/** Whose database this is by all that it says itself. Throws `store` for one of another program or of a newer tautop. */
const kindOf = (file: string, schema: FileSchema): FileKind => {
	const {applicationId: id, userVersion: version} = schema;
	if (id === applicationId) {
		refuseNewer(file, version, migrations.length);
		return 'ours';
	}
	if (id === 0 && version === 0 && holdsNothingElse(schema)) return 'new';
	if (id === 0 && version > 0 && version <= lastUnnamedVersion && hasOurTables(schema)) return 'ours';
	throw foreign(file);
};

const sides = ['-wal', '-journal'] as const;

const sizeOf = (file: string): number => statSync(file, {throwIfNoEntry: false})?.size ?? 0;

/** What was not brought into the main part yet shows only when SQLite does so: in a copy. */
const lookAtWhole = (file: string): void => {
	const folder = tempCopyFolder('look');
	try {
		const copy = path.join(folder, 'copy.db');
		copyFileSync(file, copy);
		for (const side of sides) if (sizeOf(sideFile(file, side)) > 0) copyFileSync(sideFile(file, side), copy + side);
		const sqlite = new Sqlite(copy);
		sqlite.pragma('journal_mode = DELETE');
		sqlite.close();
		if (sizeOf(copy) > 0) withFileSchema(copy, schema => kindOf(file, schema));
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

const kindWords = (stats: Stats): string | null => {
	if (stats.isFIFO()) return 'a pipe';
	if (stats.isSocket()) return 'a socket';
	return stats.isFile() ? null : 'a device';
};

/** Opening a pipe waits for ever, and a device may do anything. */
const refuseOddFile = (file: string, stats: Stats): void => {
	if (stats.isDirectory()) {
		throw new AppError('store', `${file} is a folder, not a database.`, {
			hint: 'Set database.path to a file inside it.',
		});
	}
	const words = kindWords(stats);
	if (words === null) return;
	throw new AppError('store', `${file} is ${words}, not a file.`, {
		hint: strangerHint,
	});
};

/**
 * Refuses what is not ours and not new, without changing a byte of it or beside it. Throws `store` for a file that belongs
 * to another program or to a newer tautop, for one that is no database or damaged, and for what is no file.
 */
export const refuseOthers = (file: string): void =>
	guard(file, () => {
		const stats = statSync(file, {throwIfNoEntry: false});
		if (!stats) return;
		refuseOddFile(file, stats);
		const kind = stats.size === 0 ? 'new' : withFileSchema(file, schema => kindOf(file, schema));
		if (kind === 'new' && sides.some(side => sizeOf(sideFile(file, side)) > 0)) lookAtWhole(file);
	});
