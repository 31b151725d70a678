import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, test} from 'vitest';
import {openDatabase} from '../../source/store/database.ts';
import {type Migration, migrate} from '../../source/store/migrate.ts';
import {migrations} from '../../source/store/migrations/list.ts';
import {applicationId} from '../../source/store/was-ours.ts';
import {serverRow} from '../helpers/fake-history.ts';
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

test('a history that was mirrored before players were kept is compared by the next sync that has the time', () => {
	const file = tempFile();
	const database = openDatabase(file);
	runThrough(migrate(database, migrations.slice(0, 5)));
	database.exec(
		"INSERT INTO mirror_servers (machine_identifier, first_seen, complete, compared_at) VALUES ('plex', 1, 1, 2)",
	);
	database.exec(`INSERT INTO plays (server_id, row_id, reference_id, started_at, stopped_at, paused_seconds, user_id, rating_key, media_type,
		live, transcode_decision, platform, title, parent_title, grandparent_title, full_title, guid)
		VALUES (1, 7, 7, 1000, 1100, 0, 5, 11, 'movie', 0, 'copy', 'Roku', 'Film', '', '', 'Film', 'plex://movie/a')`);
	database.close();
	const {mirror} = openAt(file);
	expect(mirror.servers.current()).toMatchObject({complete: true, comparedAt: null, plays: 1});
	expect(mirror.rows.lastWithoutDetails(1)).toBe(1100);
	const [play] = mirror.rows.rows(1, [7]);
	expect(play).toMatchObject({title: 'Film', player: '', location: ''});
	expect(mirror.titles.withText('film')).toEqual([runThrough(mirror.columns.read(1, null)).titleIds[0]]);
	mirror.plays.save(1, [{...serverRow(7, 1000), player: 'TV', network: 'lan'}]);
	expect(mirror.rows.lastWithoutDetails(1)).toBeNull();
});
