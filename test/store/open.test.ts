import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setImmediate} from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

const troubleOf = (file: string): {code: string; message: string; hint: string | undefined} => {
	try {
		openAt(file).close();
	} catch (error) {
		if (error instanceof AppError) return {code: error.code, message: error.message, hint: error.hint};
		throw error;
	}
	throw new Error('It opened.');
};

test.each([0o000, 0o022, 0o077])('folders are 0700 and files 0600 under umask %o', umask => {
	const folder = tempFolder();
	const before = process.umask(umask);
	onTestFinished(() => void process.umask(before));
	const store = openAt(path.join(folder, 'one', 'two', 'tautop.db'));
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	const mode = (name: string): string => (statSync(path.join(folder, name)).mode & 0o777).toString(8);
	const files = readdirSync(path.join(folder, 'one', 'two')).map(name => [name, mode(`one/two/${name}`)]);
	expect([mode('one'), mode('one/two')]).toEqual(['700', '700']);
	expect(files).toEqual([
		['tautop.db', '600'],
		['tautop.db-shm', '600'],
		['tautop.db-wal', '600'],
	]);
});

test('a folder that exists keeps its mode', () => {
	const folder = path.join(tempFolder(), 'shared');
	mkdirSync(folder);
	const before = statSync(folder).mode;
	openAt(path.join(folder, 'tautop.db'));
	expect(statSync(folder).mode).toBe(before);
});

test('it logs ahead, and what was stored is there the next time', () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	const identifier = store.meta.clientIdentifier();
	store.close();
	const again = openAt(file);
	expect(openRaw(file).pragma('journal_mode', {simple: true})).toBe('wal');
	expect(again.warnings).toEqual([]);
	expect(again.snapshots.newest()).toEqual([sampleSnapshot('1', 5)]);
	expect(again.meta.clientIdentifier()).toBe(identifier);
	expect(again.status()).toMatchObject({path: file, snapshots: 1, newest: noon});
});

test('where shared memory cannot be had it works without the log, and says so', () => {
	const file = path.join(tempFolder(), 'tautop.db');
	mkdirSync(`${file}-shm`);
	const store = openAt(file);
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	expect(store.warnings).toEqual([expect.stringContaining('refuses write-ahead logging')]);
	expect(store.snapshots.newest()).toHaveLength(1);
});

test('a folder instead of a file', () => {
	const folder = tempFolder();
	expect(troubleOf(folder)).toEqual({
		code: 'store',
		message: `${folder} is a folder, not a database.`,
		hint: 'Set database.path to a file inside it.',
	});
});

test('a file instead of a folder', () => {
	const file = path.join(tempFolder(), 'file');
	writeFileSync(file, '');
	expect(troubleOf(path.join(file, 'tautop.db'))).toMatchObject({
		code: 'store',
		message: `The database ${file}/tautop.db could not be opened.`,
	});
});

test('a file that is no database is left as it is', () => {
	const file = path.join(tempFolder(), 'notes.txt');
	writeFileSync(file, 'dear diary, '.repeat(500));
	expect(troubleOf(file)).toMatchObject({code: 'store', message: `${file} is not a SQLite database.`});
	expect(readFileSync(file, 'utf8')).toBe('dear diary, '.repeat(500));
});

test('a device', () => {
	expect(troubleOf('/dev/full')).toMatchObject({code: 'store', message: '/dev/full is a device, not a file.'});
});

test('a pipe, which would be waited for without an end', () => {
	const file = path.join(tempFolder(), 'pipe');
	execFileSync('mkfifo', [file]);
	expect(troubleOf(file)).toMatchObject({code: 'store', message: `${file} is a pipe, not a file.`});
});

test('a place where nothing can be made', () => {
	expect(troubleOf('/proc/tautop/tautop.db')).toMatchObject({code: 'store'});
});

test('a damaged file', () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: Array.from({length: 200}, (_, key) => sampleSnapshot(String(key + 1), key))});
	store.close();
	const bytes = readFileSync(file);
	writeFileSync(file, bytes.fill(0xa5, 4096));
	expect(troubleOf(file)).toMatchObject({code: 'store', message: `The database ${file} is damaged.`});
});

test('damage that shows only later is a sentence, too', () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: Array.from({length: 500}, (_, key) => sampleSnapshot(String(key + 1), key))});
	store.close();
	const raw = new Sqlite(file);
	const page = raw.prepare<[], {rootpage: number}>(
		"SELECT rootpage FROM sqlite_schema WHERE name = 'newest_snapshots'",
	);
	const start = ((page.get()?.rootpage ?? 0) - 1) * 4096;
	raw.close();
	const bytes = readFileSync(file);
	writeFileSync(file, bytes.fill(0xa5, start, start + 4096));
	const damaged = openAt(file);
	expect(() => damaged.snapshots.newest()).toThrow(`The database ${file} is damaged.`);
});

test('a locked file is a sentence without the code of SQLite', () => {
	const {store, file} = tempStore();
	store.close();
	const other = openRaw(file);
	other.pragma('journal_mode = DELETE');
	other.exec('BEGIN EXCLUSIVE');
	expect(troubleOf(file)).toEqual({
		code: 'store',
		message: `The database ${file} is in use: another program keeps it locked.`,
		hint: 'Try again in a moment.',
	});
}, 20_000);

test('another process that has written shows in dataVersion, what this one writes does not', () => {
	const {store, file, clock} = tempStore();
	const before = store.dataVersion();
	store.events.saveEvent({at: noon, kind: 'other', text: 'mine'});
	expect(store.dataVersion()).toBe(before);
	openAt(file, clock).events.saveEvent({at: noon, kind: 'other', text: 'theirs'});
	expect(store.dataVersion()).not.toBe(before);
});

test('a backup is a whole copy for its owner alone, and overwrites nothing', async () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	await store.backup(`${file}.copy`);
	expect((statSync(`${file}.copy`).mode & 0o777).toString(8)).toBe('600');
	expect(openAt(`${file}.copy`).snapshots.newest()).toEqual([sampleSnapshot('1', 5)]);
	await expect(store.backup(`${file}.copy`)).rejects.toMatchObject({code: 'store'});
});

test('a backup that cannot be made tells of the copy and not of the database', async () => {
	const {store, file} = tempStore();
	const copy = path.join(path.dirname(file), 'missing', 'copy.db');
	await expect(store.backup(copy)).rejects.toMatchObject({
		message: `The copy ${copy} could not be made.`,
		hint: 'Name a new file in a folder that exists, and that you may write to.',
	});
});

test('a backup ends and is of one moment, however much another connection writes meanwhile', async () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: Array.from({length: 2000}, (_, key) => sampleSnapshot(String(key + 1), key))});
	const writer = openAt(file);
	let isDone = false;
	const copied = store.backup(`${file}.copy`).finally(() => {
		isDone = true;
	});
	let written = 0;
	while (!isDone) {
		written += 1;
		saveRun(writer, {at: noon + written, snapshots: [sampleSnapshot('1', written), sampleSnapshot('2', written)]});
		await setImmediate();
	}
	await copied;
	expect(written).toBeGreaterThan(1);
	expect(openRaw(`${file}.copy`).pragma('integrity_check', {simple: true})).toBe('ok');
	const copy = openAt(`${file}.copy`);
	expect(copy.status().snapshots).toBe(2000 + 2 * (copy.runs.latest(9999).length - 1));
});
