import {createHash} from 'node:crypto';
import {
	closeSync,
	copyFileSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {integrityFindings} from '../../source/doctor/database.ts';
import {examineDatabase} from '../../source/doctor/examine-database.ts';
import {fileFinding} from '../../source/doctor/files.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw} from '../helpers/temp-store.ts';

const never = new AbortController().signal;

const examined = async (file: string, zone: string | null = 'UTC') => {
	const database = await examineDatabase(file, () => noon, zone, never);
	onTestFinished(database.close);
	return database;
};

const linesOf = async (file: string): Promise<string[]> =>
	(await examined(file)).found.filter(({name}) => name !== 'disk').map(({name, state}) => `${name} ${state}`);

const tempFile = (): string => path.join(tempFolder(), 'tautop.db');

/** A database of ours, closed. */
const ours = (): string => {
	const file = tempFile();
	openAt(file).close();
	return file;
};

const bytesIn = (folder: string): string[] =>
	readdirSync(folder).map(
		name =>
			`${name} ${createHash('sha256')
				.update(readFileSync(path.join(folder, name)))
				.digest('hex')}`,
	);

test('one of ours: whole, free, and with what is stored in it', async () => {
	const file = ours();
	const before = bytesIn(path.dirname(file));
	const {found, facts, close} = await examined(file);
	expect(found.map(({name, state}) => `${name} ${state}`)).toEqual([
		'disk well',
		'file well',
		'integrity well',
		'collecting well',
		'last run well',
	]);
	expect(facts).toMatchObject({holder: null, mirror: null, zone: null, lastDifference: null, clientIdentifier: null});
	close();
	expect(bytesIn(path.dirname(file))).toEqual(before);
});

test('a log that a killed program left is read, and stays as it is', async () => {
	const file = tempFile();
	openAt(file).events.saveEvent({at: noon, kind: 'audit', text: 'in the log'});
	const copy = tempFile();
	for (const side of ['', '-wal']) copyFileSync(file + side, copy + side);
	const {facts, close} = await examined(copy);
	expect(facts?.lastDifference?.text).toBe('in the log');
	close();
	for (const side of ['', '-wal']) expect(readFileSync(copy + side)).toEqual(readFileSync(file + side));
});

test('one that is open elsewhere, with a run that goes on', async () => {
	const file = tempFile();
	const store = openAt(file);
	const lease = store.lease.take('another process');
	const {found} = await examined(file);
	expect(found).toContainEqual(
		expect.objectContaining({name: 'collecting', state: 'well', text: 'since 12:00: another process'}),
	);
	lease.release();
});

test('the history that is being read is no run', async () => {
	const file = tempFile();
	const store = openAt(file);
	store.lease.take('watch, process 7', 'sync');
	const {found} = await examined(file);
	const text = 'not now; the history is being read since 12:00: watch, process 7';
	expect(found).toContainEqual(expect.objectContaining({name: 'collecting', state: 'well', text}));
});

test('where no zone is configured, times are told in the one that the history has found out', async () => {
	const file = tempFile();
	const store = openAt(file);
	const {servers} = store.mirror;
	servers.saveZone(servers.begin('plex', noon).serverId, 'Asia/Tokyo');
	store.lease.take('another process');
	const {found} = await examined(file, null);
	expect(found.find(({name}) => name === 'collecting')?.text).toContain('21:00');
});

test('none yet', async () => {
	const file = tempFile();
	expect(await linesOf(file)).toEqual(['file well']);
	expect(readdirSync(path.dirname(file))).toEqual([]);
	writeFileSync(file, '');
	expect(await linesOf(file)).toEqual(['file well']);
});

test('an older version is read for damage alone', async () => {
	const file = ours();
	const raw = new Sqlite(file);
	raw.pragma('user_version = 7');
	raw.close();
	const {found, facts} = await examined(file);
	expect(found.find(({name}) => name === 'file')?.text).toMatch(
		/^a tautop database of version 7; the next start updates it to \d+$/,
	);
	expect(facts).toBeNull();
});

test.each<[string, (file: string) => void, RegExp]>([
	[
		'another program’s',
		file => {
			const raw = new Sqlite(file);
			raw.exec('CREATE TABLE notes (words TEXT)');
			raw.close();
		},
		/belongs to another program/,
	],
	[
		'a newer tautop’s',
		file => {
			openAt(file).close();
			const raw = new Sqlite(file);
			raw.pragma('user_version = 999');
			raw.close();
		},
		/written by a newer tautop/,
	],
	['no database', file => writeFileSync(file, 'hello'.repeat(100)), /is not a SQLite database/],
	['a folder', file => mkdirSync(file), /is a folder/],
	[
		'cut off',
		file => {
			openAt(file).close();
			truncateSync(file, 5000);
		},
		/is damaged/,
	],
])('%s: told, and not a byte is changed', async (_, make, words) => {
	const file = tempFile();
	make(file);
	const folder = path.dirname(file);
	const before = words.source.includes('folder') ? [] : bytesIn(folder);
	const {found, facts} = await examined(file);
	const kind = found.find(({name}) => name === 'file');
	expect(kind).toMatchObject({state: 'wrong', error: {code: 'store'}});
	expect(kind?.text).toMatch(words);
	expect(kind?.remedy).toBeTruthy();
	expect(found.map(({name}) => name)).toEqual(['disk', 'file']);
	expect(facts).toBeNull();
	if (before.length > 0) expect(bytesIn(folder)).toEqual(before);
});

test('a damaged page is found', async () => {
	const file = ours();
	const raw = new Sqlite(file);
	const page = Number(raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'runs'").pluck().get());
	raw.close();
	const descriptor = openSync(file, 'r+');
	writeSync(descriptor, Buffer.alloc(4096, 0x5a), 0, 4096, (page - 1) * 4096);
	closeSync(descriptor);
	const {found} = await examined(file);
	expect(found.filter(({state}) => state === 'wrong')).toMatchObject([{name: 'integrity', error: {code: 'store'}}]);
});

test('one that another program keeps locked', async () => {
	const file = ours();
	const other = openRaw(file);
	other.pragma('locking_mode = EXCLUSIVE');
	other.exec('BEGIN EXCLUSIVE; CREATE TABLE passing (id INTEGER)');
	const {found} = await examined(file);
	expect(found.find(({name}) => name === 'file')).toMatchObject({
		state: 'wrong',
		text: `The database ${file} is in use: another program keeps it locked.`,
	});
});

test('what takes too long is not waited for, and what is left is told', async () => {
	let at = 0;
	const looked = {tables: () => ['one', 'two', 'three'], checkTable: () => []};
	const clock = (): number => {
		at += 15_000;
		return at;
	};
	expect(await integrityFindings(looked, 'file.db', never, clock)).toMatchObject([
		{state: 'warning', text: '2 of 3 tables are intact; checking the others would take too long'},
	]);
	const bad = {tables: () => ['one'], checkTable: () => ['row 3 missing from index x']};
	expect(await integrityFindings(bad, 'file.db', never)).toMatchObject([
		{state: 'wrong', text: 'The database file.db is damaged: row 3 missing from index x'},
	]);
});

test('files: made, not made yet, open to all, a link to nothing', () => {
	const folder = tempFolder();
	const own = (name: string) => ({name, file: path.join(folder, name), otherwise: 'None.', remedy: 'Mend it.'});
	writeFileSync(path.join(folder, 'well'), 'x', {mode: 0o600});
	writeFileSync(path.join(folder, 'open'), 'x', {mode: 0o644});
	symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'link'));
	mkdirSync(path.join(folder, 'folder'), {mode: 0o700});
	const at = (name: string): string => path.join(folder, name);
	expect(fileFinding(own('well'))).toMatchObject({state: 'well', text: `${at('well')}, mode 0600, 1 B`});
	expect(fileFinding(own('missing'))).toMatchObject({
		state: 'well',
		text: `${at('missing')}, which does not exist yet`,
	});
	expect(fileFinding(own('open'))).toMatchObject({state: 'warning', remedy: `Run: chmod o= ${at('open')}`});
	expect(fileFinding(own('link'))).toMatchObject({
		state: 'warning',
		text: `${at('link')} is a link to a file that does not exist. None.`,
	});
	expect(fileFinding(own('folder'))).toMatchObject({state: 'warning', text: `${at('folder')} is not a file. None.`});
	const below = own(path.join('well', 'deep', 'below'));
	expect(fileFinding(below)).toMatchObject({
		state: 'warning',
		text: `${below.file} cannot be made: ${at('well')} is a file, not a folder. None.`,
	});
	expect(fileFinding({...own('folder'), isFolder: true})).toMatchObject({state: 'well'});
	expect(fileFinding({...own('folder'), isNeeded: true})).toMatchObject({state: 'wrong', error: {code: 'store'}});
});
