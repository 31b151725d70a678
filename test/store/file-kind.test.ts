import {createHash} from 'node:crypto';
import {
	copyFileSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, test} from 'vitest';
import {migrate} from '../../source/store/migrate.ts';
import {migrations} from '../../source/store/migrations/list.ts';
import {openStore} from '../../source/store/open.ts';
import {setUp} from '../../source/store/set-up.ts';
import {applicationId} from '../../source/store/was-ours.ts';
import {runThrough} from '../helpers/run-through.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

const now = (): number => noon;

/** Every file of a folder with a hash of what is in it; shared memory is written by readers, too. */
const bytesIn = (folder: string): string[] =>
	readdirSync(folder).map(name => {
		const bytes = name.endsWith('-shm') ? '' : readFileSync(path.join(folder, name));
		return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
	});

const tempFile = (): string => path.join(tempFolder(), 'tautop.db');

const wideTable = `CREATE TABLE wide (${Array.from({length: 900}, (_, index) => `column_${index} TEXT`).join(', ')})`;
/** In one transaction: each would be written to the disk by itself. */
const manyTables = `BEGIN; ${Array.from({length: 300}, (_, index) => `CREATE TABLE table_${index} (id INTEGER, words TEXT)`).join(';')}; COMMIT`;

const schemas: Readonly<Record<string, string>> = {
	'one empty table': 'CREATE TABLE notes (id INTEGER)',
	'one view': 'CREATE VIEW notes AS SELECT 1',
	'like Tautulli': `CREATE TABLE session_history (id INTEGER PRIMARY KEY, reference_id INTEGER, started INTEGER);
		CREATE TABLE version_info (key TEXT UNIQUE, value TEXT); INSERT INTO session_history (started) VALUES (1), (2)`,
	'like Plex': `CREATE TABLE metadata_items (id INTEGER PRIMARY KEY, library_section_id INTEGER, guid TEXT);
		CREATE TABLE schema_migrations (version TEXT); CREATE INDEX one ON metadata_items (guid)`,
	'with names of ours': `CREATE TABLE runs (id INTEGER); CREATE TABLE meta (id INTEGER); CREATE TABLE lease (id INTEGER);
		CREATE TABLE newest_snapshots (id INTEGER); CREATE TABLE sections (id INTEGER); CREATE TABLE promotions (id INTEGER);
		CREATE TABLE collection_analytics (id INTEGER)`,
	'the shared table and others': `CREATE TABLE collection_analytics (id INTEGER, collection_name TEXT, plex_library TEXT,
		rating_key INTEGER, media_type TEXT, total_plays INTEGER, total_duration_seconds INTEGER, unique_users INTEGER,
		rotation_id INTEGER, collected_at TEXT, extra_data TEXT); CREATE TABLE rotations (id INTEGER)`,
	'another table of the shared name': 'CREATE TABLE collection_analytics (id INTEGER, words TEXT)',
	'a table that is nearly the shared one': `CREATE TABLE collection_analytics (id INTEGER, collection_name TEXT,
		plex_library TEXT, rating_key INTEGER, total_plays INTEGER, collected_at TEXT, extra_data TEXT)`,
	'a statement of many pages': wideTable,
	'more tables than a page holds': manyTables,
};

test.each(
	Object.entries(schemas).flatMap(([what, sql]) => [0, 1, 5, 99].map(version => [what, version, sql] as const)),
)('%s, version %i: refused, and not a byte is changed', async (_, version, sql) => {
	const file = tempFile();
	const raw = new Sqlite(file);
	raw.exec(sql);
	raw.pragma(`user_version = ${version}`);
	raw.close();
	const before = bytesIn(path.dirname(file));
	await expect(openStore(file, {now})).rejects.toThrow(`The database ${file} belongs to another program.`);
	expect(bytesIn(path.dirname(file))).toEqual(before);
});

test.each([
	['an application id', 'PRAGMA application_id = 7'],
	['nothing but a version', 'PRAGMA user_version = 3'],
	['pages of 512 bytes', 'PRAGMA page_size = 512; CREATE TABLE notes (id INTEGER)'],
	['pages of 65,536 bytes', 'PRAGMA page_size = 65536; CREATE TABLE notes (id INTEGER)'],
	['UTF-16', "PRAGMA encoding = 'UTF-16'; CREATE TABLE notes (id INTEGER)"],
	['a log that was brought in', 'PRAGMA journal_mode = WAL; CREATE TABLE notes (id INTEGER)'],
])('a file of another program with %s', async (_, sql) => {
	const file = tempFile();
	const raw = new Sqlite(file);
	raw.exec(sql);
	raw.close();
	const before = bytesIn(path.dirname(file));
	await expect(openStore(file, {now})).rejects.toThrow('belongs to another program');
	expect(bytesIn(path.dirname(file))).toEqual(before);
});

test('a live writer whose tables are in its log alone', async () => {
	const file = tempFile();
	const writer = openRaw(file);
	writer.pragma('journal_mode = WAL');
	writer.exec('CREATE TABLE notes (id INTEGER); INSERT INTO notes VALUES (1)');
	const before = bytesIn(path.dirname(file));
	await expect(openStore(file, {now})).rejects.toThrow('belongs to another program');
	expect(bytesIn(path.dirname(file))).toEqual(before);
	expect(writer.pragma('journal_mode', {simple: true})).toBe('wal');
});

test('a symbolic link to a file whose tables are in its log alone', async () => {
	const [file, link] = [tempFile(), tempFile()];
	const writer = openRaw(file);
	writer.pragma('journal_mode = WAL');
	writer.exec('CREATE TABLE notes (id INTEGER); INSERT INTO notes VALUES (1)');
	symlinkSync(file, link);
	const before = bytesIn(path.dirname(file));
	await expect(openStore(link, {now})).rejects.toThrow('belongs to another program');
	expect(bytesIn(path.dirname(file))).toEqual(before);
});

test('a damaged file behind a symbolic link is set aside where it lies, and the link stays', async () => {
	const [file, link] = [tempFile(), tempFile()];
	openAt(file).close();
	truncateSync(file, 5000);
	symlinkSync(file, link);
	const store = await openStore(link, {now});
	expect(store.warnings[0]).toContain(`was damaged: it was set aside as ${file}.damaged-`);
	expect(statSync(`${file}.damaged-${new Date(noon * 1000).toISOString().slice(0, 10)}`).size).toBe(5000);
	expect(readlinkSync(link)).toBe(file);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	store.close();
});

test('a log that a killed writer left behind', async () => {
	const [file, killed] = [tempFile(), tempFile()];
	const writer = openRaw(file);
	writer.pragma('journal_mode = WAL');
	writer.exec('CREATE TABLE notes (id INTEGER)');
	copyFileSync(file, killed);
	copyFileSync(`${file}-wal`, `${killed}-wal`);
	const before = bytesIn(path.dirname(killed));
	await expect(openStore(killed, {now})).rejects.toThrow('belongs to another program');
	expect(bytesIn(path.dirname(killed))).toEqual(before);
});

test('a journal that a killed writer left behind', async () => {
	const [file, killed] = [tempFile(), tempFile()];
	const writer = openRaw(file);
	writer.exec('CREATE TABLE notes (words TEXT)');
	writer.pragma('cache_size = 1');
	writer.exec(
		'BEGIN; INSERT INTO notes SELECT hex(randomblob(500)) FROM generate_series(1, 500)'.replace(
			'generate_series(1, 500)',
			'(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT i FROM n)',
		),
	);
	copyFileSync(file, killed);
	copyFileSync(`${file}-journal`, `${killed}-journal`);
	const before = bytesIn(path.dirname(killed));
	await expect(openStore(killed, {now})).rejects.toThrow('belongs to another program');
	expect(bytesIn(path.dirname(killed))).toEqual(before);
});

test('a new file says whose it is', () => {
	const {file} = tempStore();
	expect(openRaw(file).pragma('application_id', {simple: true})).toBe(applicationId);
});

test.each([1, 2, 3, 4, 5])('a file of ours of version %i, from before, is taken over', version => {
	const file = tempFile();
	const {database} = runThrough(setUp(file));
	runThrough(migrate(database, migrations.slice(0, version)));
	database.pragma('application_id = 0');
	database.close();
	const store = openAt(file);
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	expect(store.snapshots.newest()).toHaveLength(1);
	expect(openRaw(file).pragma('application_id', {simple: true})).toBe(applicationId);
});

test('a file of ours that was killed before its log was brought in opens', () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	const killed = tempFile();
	copyFileSync(file, killed);
	copyFileSync(`${file}-wal`, `${killed}-wal`);
	expect(openAt(killed).snapshots.newest()).toHaveLength(1);
});

test('a socket', async () => {
	const file = path.join(tempFolder(), 'socket');
	const {createServer} = await import('node:net');
	const server = createServer();
	await new Promise<void>(resolve => server.listen(file, resolve));
	await expect(openStore(file, {now})).rejects.toThrow(`${file} is a socket, not a file.`);
	server.close();
});

const damages: Readonly<Record<string, (file: string) => void>> = {
	'all but its first page': file => writeFileSync(file, readFileSync(file).fill(0xa5, 4096)),
	'its header': file => writeFileSync(file, readFileSync(file).fill(0x5a, 0, 100)),
	'its end': file => truncateSync(file, 6000),
};

test.each(Object.entries(damages))(
	'a database of ours that lost %s is set aside, and a new one begun',
	async (_, harm) => {
		const {store, file} = tempStore();
		saveRun(store, {at: noon, snapshots: Array.from({length: 200}, (_, key) => sampleSnapshot(String(key + 1), key))});
		store.close();
		harm(file);
		const bytes = readFileSync(file);
		writeFileSync(`${file}.damaged-2026-01-15`, 'one of before');
		const anew = await openStore(file, {now});
		const aside = `${file}.damaged-2026-01-15-2`;
		expect(readFileSync(aside)).toEqual(bytes);
		expect(readFileSync(`${file}.damaged-2026-01-15`, 'utf8')).toBe('one of before');
		const text = `The database ${file} was damaged: it was set aside as ${aside}, and a new one was begun.`;
		expect(anew.warnings).toEqual([
			`${text} Restore a backup, or save what can be read with \`sqlite3 ${aside} .recover\`.`,
		]);
		expect(anew.events.latest(1)).toEqual([{at: noon, kind: 'database', text}]);
		expect(anew.status().snapshots).toBe(0);
		anew.close();
		const again = openAt(file);
		expect(again.warnings).toEqual([]);
	},
);

test.each([
	['text', 'CREATE TABLE newest_snapshots (id); CREATE TABLE lease (id);'],
	['bytes', Buffer.alloc(9000, 0xa5)],
	['zeros', Buffer.alloc(9000)],
])('a file of %s is no database of ours: it stays', async (_, bytes) => {
	const file = tempFile();
	writeFileSync(file, bytes);
	await expect(openStore(file, {now})).rejects.toThrow(`${file} is not a SQLite database.`);
	expect(readdirSync(path.dirname(file))).toEqual(['tautop.db']);
});

test('a damaged database of another program stays', async () => {
	const file = tempFile();
	const raw = new Sqlite(file);
	raw.exec(manyTables);
	raw.close();
	truncateSync(file, 4096);
	const before = bytesIn(path.dirname(file));
	await expect(openStore(file, {now})).rejects.toMatchObject({code: 'store'});
	expect(bytesIn(path.dirname(file))).toEqual(before);
});
