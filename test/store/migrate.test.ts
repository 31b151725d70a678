import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, test} from 'vitest';
import {openDatabase} from '../../source/store/database.ts';
import {type Migration, migrate} from '../../source/store/migrate.ts';
import {migrations} from '../../source/store/migrations/list.ts';
import {applicationId} from '../../source/store/was-ours.ts';
import {runThrough} from '../helpers/run-through.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {openAt, openRaw} from '../helpers/temp-store.ts';

const tempFile = (): string => path.join(tempFolder(), 'tautop.db');

const versionOf = (file: string): unknown => openRaw(file).pragma('user_version', {simple: true});

const schemaOf = (file: string): unknown[] => openRaw(file).prepare('SELECT name, sql FROM sqlite_schema').all();

const adds = (version: number, table: string): Migration => ({
	version,
	up: database => database.exec(`CREATE TABLE ${table} (id INTEGER)`),
});

test('the list is numbered from 1 without gaps', () => {
	expect(migrations.map(({version}) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('from empty to the newest, and again without a change', () => {
	const file = tempFile();
	openAt(file).close();
	const schema = schemaOf(file);
	openAt(file).close();
	expect(versionOf(file)).toBe(migrations.length);
	expect(schemaOf(file)).toEqual(schema);
});

test('only what is missing is done', () => {
	const file = tempFile();
	const database = openDatabase(file);
	runThrough(migrate(database, [adds(1, 'collection_analytics')]));
	runThrough(migrate(database, [adds(1, 'collection_analytics'), adds(2, 'second')]));
	database.close();
	expect(versionOf(file)).toBe(2);
});

test('one that fails leaves the file as it was before it', () => {
	const file = tempFile();
	const database = openDatabase(file);
	const failing: Migration = {
		version: 2,
		*up(inside) {
			inside.exec('CREATE TABLE half (id INTEGER)');
			yield;
			inside.exec('SELECT nothing');
		},
	};
	expect(() => runThrough(migrate(database, [adds(1, 'collection_analytics'), failing]))).toThrow(
		'could not do what was asked',
	);
	database.close();
	expect(versionOf(file)).toBe(1);
	expect(schemaOf(file)).toHaveLength(1);
});

test('a file of a newer version is refused and not touched', () => {
	const file = tempFile();
	const raw = new Sqlite(file);
	raw.pragma(`application_id = ${applicationId}`);
	raw.pragma('user_version = 99');
	raw.close();
	expect(() => openAt(file)).toThrow(
		`The database ${file} was written by a newer tautop: it has version 99, and this one knows ${migrations.length}.`,
	);
	expect(schemaOf(file)).toEqual([]);
});

test('the database of another program is refused and not touched', () => {
	const file = tempFile();
	const raw = new Sqlite(file);
	raw.exec('CREATE TABLE alembic_version (version_num TEXT); CREATE TABLE runs (id INTEGER)');
	raw.close();
	expect(() => openAt(file)).toThrow('belongs to another program');
	expect(versionOf(file)).toBe(0);
	expect(schemaOf(file)).toHaveLength(2);
});
