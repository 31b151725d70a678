import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, test} from 'vitest';
import {importRun} from '../../source/collect/import.ts';
import type {ImportReport} from '../../source/domain/importing.ts';
import {failureOf} from '../helpers/errors.ts';
import {hostileTitles} from '../helpers/fake-sources.ts';
import {type Hero, heroDatabase} from '../helpers/hero-database.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openRaw, type TempStore, tempStore} from '../helpers/temp-store.ts';

const hour = 3600;
const signal = new AbortController().signal;

const bring = async ({store, clock}: TempStore, file: string, dryRun = false): Promise<ImportReport> =>
	await importRun({store, now: () => clock.at, holder: 'test'}, {file, dryRun}, signal);

/** Every file of a folder with a hash of what is in it. */
const bytesIn = (file: string): string[] =>
	readdirSync(path.dirname(file)).map(name => {
		const bytes = readFileSync(path.join(path.dirname(file), name));
		return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
	});

const rowsOf = (file: string, table: string): unknown[] =>
	openRaw(file).prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all();

const fill = (hero: Hero): void => {
	const movies = (name: string) => ({library: 'Movies', name});
	hero.rotate(noon - 48 * hour, ['Heists', 'Quiet Films']);
	hero.snapshot(noon - 48 * hour + 30, {rotationId: 1});
	hero.rotate(noon - 36 * hour, [movies('Heists')]);
	hero.snapshot(noon - 36 * hour + 30, {rotationId: 2, plays: 13});
	hero.rotate(noon - 24 * hour, [], false);
	hero.snapshot(noon - 23 * hour, {plays: 14});
	hero.pin(noon - 40 * hour, 'Quiet Films', 'Movies');
	hero.raw.exec("INSERT INTO users (plex_username, password_hash) VALUES ('marta', 'pbkdf2:secret')");
};

test('takes rotations, snapshots and pins, and tells what it did not take and why', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	hero.raw.close();
	const report = await bring(setting, hero.file);
	expect(report).toMatchObject({
		names: 'both',
		snapshots: {found: 3, taken: 3, known: 0, refused: []},
		rotations: {found: 3, taken: 3, known: 0, refused: [], failed: 1, unsure: 0},
		pins: {found: 1, taken: 1, known: 0, refused: []},
		rotated: {from: noon - 48 * hour, to: noon - 24 * hour},
		passedOver: [{table: 'users', rows: 1, reason: 'accounts of homescreen-hero'}],
	});
	expect(setting.store.rotations.list()).toMatchObject([
		{
			rotationId: 1,
			createdAt: noon - 48 * hour,
			state: 'applied',
			featured: [
				{library: '', name: 'Heists'},
				{library: '', name: 'Quiet Films'},
			],
		},
		{rotationId: 2, state: 'applied', featured: [{library: 'Movies', name: 'Heists'}]},
		{rotationId: 3, state: 'failed', featured: []},
	]);
	expect(setting.store.rotations.pins()).toMatchObject([
		{library: 'Movies', name: 'Quiet Films', pinnedAt: noon - 40 * hour, promoted: {home: true, shared: false}},
	]);
});

test('snapshots are kept as they are', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	const without = (rows: unknown[]): unknown[] => rows.map(row => ({...Object(row), id: 0}));
	await bring(setting, hero.file);
	expect(without(rowsOf(setting.file, 'collection_analytics'))).toEqual(
		without(hero.raw.prepare('SELECT * FROM collection_analytics').all()),
	);
	hero.raw.close();
});

test('a second import takes nothing twice, a third what came since', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	await bring(setting, hero.file);
	const again = await bring(setting, hero.file);
	expect(again.snapshots).toMatchObject({found: 3, taken: 0, known: 3});
	expect(again.rotations).toMatchObject({found: 3, taken: 0, known: 3});
	expect(again.pins).toMatchObject({taken: 0, known: 1});
	hero.rotate(noon - hour, ['Heists']);
	expect((await bring(setting, hero.file)).rotations).toMatchObject({taken: 1, known: 3});
	hero.raw.close();
	expect(rowsOf(setting.file, 'rotations')).toHaveLength(4);
	expect(rowsOf(setting.file, 'collection_analytics')).toHaveLength(3);
});

test('numbers that begin anew with a new database are other rotations', async () => {
	const [setting, before, anew] = [tempStore(), heroDatabase('old'), heroDatabase()];
	before.rotate(noon - 90 * hour, ['Heists']);
	anew.rotate(noon - 40 * hour, [{library: 'Movies', name: 'Heists'}]);
	await bring(setting, before.file);
	await bring(setting, anew.file);
	expect(setting.store.rotations.list()).toMatchObject([
		{rotationId: 1, createdAt: noon - 90 * hour, featured: [{library: '', name: 'Heists'}]},
		{rotationId: 1, createdAt: noon - 40 * hour},
	]);
});

test('a look stores nothing and says what would be taken', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	const report = await bring(setting, hero.file, true);
	expect(report).toMatchObject({dryRun: true, snapshots: {taken: 3}, rotations: {taken: 3}, pins: {taken: 1}});
	for (const table of ['rotations', 'pins', 'collection_analytics', 'lease']) {
		expect(rowsOf(setting.file, table)).toEqual([]);
	}
	expect(await bring(setting, hero.file)).toMatchObject({snapshots: {taken: 3, known: 0}});
});

test('rows that cannot be read cost themselves', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	const {raw} = hero;
	fill(hero);
	raw.exec(`
INSERT INTO rotation_records (created_at, success, featured_collections) VALUES
	('yesterday', 1, '["Heists"]'),
	('2026-01-14 00:00:00', 1, '{"a": 1}'),
	('2026-01-14 01:00:00', 1, 'no json'),
	('2026-01-14 02:00:00', 1, '["Heists", 7]'),
	('2126-01-14 02:00:00', 1, '["Heists"]');
INSERT INTO collection_analytics (collection_name, plex_library, total_plays, collected_at) VALUES
	('Heists', 'Movies', 1, 'soon'), ('Heists', 'Movies', 'many', '2026-01-14 00:00:00'),
	('', 'Movies', 1, '2026-01-14 00:00:00'), (x'00ff', 'Movies', 1, '2026-01-14 00:00:00'),
	('Heists', x'00ff', 1, '2026-01-14 00:00:00');
INSERT INTO pinned_collections (collection_name, library_name, display_order, pinned_at, visibility_home, visibility_shared,
	visibility_recommended) VALUES ('Heists', 'Movies', 1, 'never', 1, 1, 1)`);
	const {snapshots, rotations, pins} = await bring(setting, hero.file);
	expect(snapshots).toEqual({
		found: 8,
		taken: 3,
		known: 0,
		refused: [
			{reason: 'no name that can be read', rows: 2},
			{reason: 'no time that can be read', rows: 1},
			{reason: 'no number of plays', rows: 1},
			{reason: 'no library that can be read', rows: 1},
		],
	});
	expect(rotations).toMatchObject({
		found: 8,
		taken: 3,
		refused: [
			{reason: 'no list of collections that can be read', rows: 2},
			{reason: 'no time that can be read', rows: 1},
			{reason: 'a collection without a name that can be read', rows: 1},
			{reason: 'a time in the future', rows: 1},
		],
	});
	expect(pins).toMatchObject({taken: 1, refused: [{reason: 'no time that can be read', rows: 1}]});
});

test('hostile names are cleaned, and known again', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	const names = [...hostileTitles, '\u001B[31mred\u0007', `'); DROP TABLE rotations; --`];
	hero.rotate(noon - 40 * hour, names);
	hero.rotate(noon - 30 * hour, [{library: '\u001B]0;title\u0007Movies', name: 'a\nb'}]);
	await bring(setting, hero.file);
	expect(await bring(setting, hero.file)).toMatchObject({rotations: {taken: 0, known: 2}});
	const [first, second] = setting.store.rotations.list();
	expect(first?.featured.map(({name}) => name).slice(-2)).toEqual(['red', `'); DROP TABLE rotations; --`]);
	expect(second?.featured).toEqual([{library: 'Movies', name: 'a b'}]);
});

test.each(['DELETE', 'WAL'])(
	'its writer has it open with journal mode %s: what is committed is taken, and nothing is touched',
	async mode => {
		const [setting, hero] = [tempStore(), heroDatabase()];
		hero.raw.pragma(`journal_mode = ${mode}`);
		hero.raw.pragma('wal_autocheckpoint = 0');
		fill(hero);
		hero.raw.exec('BEGIN IMMEDIATE');
		hero.rotate(noon - hour, ['Uncommitted']);
		const before = bytesIn(hero.file);
		expect(await bring(setting, hero.file)).toMatchObject({rotations: {found: 3, taken: 3}, snapshots: {taken: 3}});
		expect(bytesIn(hero.file)).toEqual(before);
		hero.raw.exec('COMMIT');
		expect(await bring(setting, hero.file)).toMatchObject({rotations: {found: 4, taken: 1}});
		hero.raw.close();
	},
);

test('a transaction that has spilled into the file is taken back in the copy alone', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	hero.raw.pragma('cache_size = 1');
	hero.raw.exec('BEGIN IMMEDIATE');
	for (let number = 0; number < 2000; number++) hero.rotate(noon - number, [`Uncommitted ${number}`]);
	const before = bytesIn(hero.file);
	expect(await bring(setting, hero.file)).toMatchObject({rotations: {found: 3}});
	expect(bytesIn(hero.file)).toEqual(before);
	hero.raw.exec('ROLLBACK');
	hero.raw.close();
});

test.each([
	['a folder', (file: string) => mkdirSync(file), 'is a folder, not a database.'],
	['an empty file', (file: string) => writeFileSync(file, ''), 'is empty.'],
	['words', (file: string) => writeFileSync(file, 'rotation_records\n'.repeat(999)), 'is not a SQLite database.'],
	['no file', () => undefined, 'There is no file'],
	[
		'another program’s database',
		(file: string) => new Sqlite(file).exec('CREATE TABLE session_history (id INTEGER)').close(),
		'is not a database of homescreen-hero: it has neither rotations nor snapshots.',
	],
	[
		'another table of that name',
		(file: string) => new Sqlite(file).exec('CREATE TABLE rotation_records (id INTEGER, trade_date TEXT)').close(),
		'is not a database of homescreen-hero',
	],
] as const)('%s is refused with a sentence', async (_, make, sentence) => {
	const [setting, file] = [tempStore(), path.join(tempFolder(), 'file.db')];
	make(file);
	const error = await failureOf(bring(setting, file));
	expect(error.message).toContain(sentence);
	expect(error.message).toContain(file);
	expect(error.hint).toBeTruthy();
});

test('a damaged file: nothing of it is taken', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	hero.raw.exec('BEGIN');
	for (let number = 0; number < 500; number++) hero.snapshot(noon - number);
	hero.raw.exec('COMMIT');
	hero.raw.close();
	truncateSync(hero.file, readFileSync(hero.file).length - 8192);
	expect((await failureOf(bring(setting, hero.file))).message).toBe(
		`${hero.file} is damaged: nothing was imported from it.`,
	);
	expect(rowsOf(setting.file, 'collection_analytics')).toEqual([]);
});

test('our own database, by any name, and another one of tautop', async () => {
	const [setting, other] = [tempStore(), tempStore()];
	for (const side of ['', '-wal', '-shm']) {
		const error = await failureOf(bring(setting, setting.file + side));
		expect(error.message).toContain('is the database that tautop keeps');
	}
	expect((await failureOf(bring(setting, other.file))).message).toBe(`${other.file} is a database of tautop.`);
	setting.store.snapshots.extent();
});

test('an import needs the lease, a look does not', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	fill(hero);
	const lease = setting.store.lease.take('another');
	expect((await failureOf(bring(setting, hero.file))).code).toBe('busy');
	expect(await bring(setting, hero.file, true)).toMatchObject({rotations: {taken: 3}});
	lease.release();
	expect(await bring(setting, hero.file)).toMatchObject({rotations: {taken: 3}});
});

test('cancelled, nothing is stored', async () => {
	const [{store, file, clock}, hero] = [tempStore(), heroDatabase()];
	hero.raw.exec('BEGIN');
	for (let number = 0; number < 5000; number++) hero.snapshot(noon - number);
	hero.raw.exec('COMMIT');
	const controller = new AbortController();
	const running = importRun(
		{store, now: () => clock.at, holder: 'test'},
		{file: hero.file, dryRun: false},
		controller.signal,
	);
	controller.abort();
	expect((await failureOf(running)).code).toBe('cancelled');
	expect(rowsOf(file, 'collection_analytics')).toEqual([]);
	expect(rowsOf(file, 'lease')).toEqual([]);
});
