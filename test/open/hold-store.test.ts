import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {type HeldStore, holdStore} from '../../source/open/hold-store.ts';
import type {Store} from '../../source/store/open.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw} from '../helpers/temp-store.ts';

type Holding = {
	readonly held: HeldStore;
	readonly file: string;
	readonly heard: string[];
	readonly told: string[];
};

const hold = async (file = path.join(tempFolder(), 'data', 'tautop.db')): Promise<Holding> => {
	const heard: string[] = [];
	const told: string[] = [];
	const held = await holdStore({
		path: file,
		clock: {now: () => noon, machineNow: () => noon},
		release: async () => void heard.push('released'),
		changed: () => void heard.push('changed'),
		tell: sentence => void told.push(sentence),
	});
	onTestFinished(held.close);
	return {held, file, heard, told};
};

const looks = async ({held}: Holding, count: number): Promise<void> => {
	for (let look = 0; look < count; look++) await held.look();
};

const storeOf = ({held}: Holding): Store => held.need();

const snapshotsOf = (holding: Holding): unknown => holding.held.status().snapshots;

const saveOne = (store: Store): void => saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});

const makeForeign = (file: string): void => {
	mkdirSync(path.dirname(file), {recursive: true});
	const raw = new Sqlite(file);
	raw.exec('CREATE TABLE notes (words TEXT)');
	raw.close();
};

test('a file that cannot be used is a reason, and is tried again now and then', async () => {
	const file = path.join(tempFolder(), 'tautop.db');
	makeForeign(file);
	const holding = await hold(file);
	const {held, heard, told} = holding;
	expect(held.current()).toBeNull();
	expect(held.need).toThrow('belongs to another program');
	expect(held.status()).toMatchObject({bytes: null, snapshots: null, trouble: {code: 'store'}});
	await looks(holding, 5);
	expect(held.current()).toBeNull();
	rmSync(file);
	await looks(holding, 5);
	expect(held.status()).toMatchObject({snapshots: 0, trouble: null, warnings: []});
	expect(heard).toEqual(['changed']);
	expect(told).toEqual([`The database ${file} belongs to another program.`]);
});

test('what another process writes is heard of', async () => {
	const holding = await hold();
	await looks(holding, 2);
	saveOne(openAt(holding.file));
	await looks(holding, 2);
	expect(holding.heard).toEqual(['changed']);
});

test.each([
	['the file alone', (file: string) => rmSync(file)],
	[
		'the file with all beside it',
		(file: string) => {
			for (const side of ['', '-wal', '-shm']) rmSync(file + side);
		},
	],
	['its folder', (file: string) => rmSync(path.dirname(file), {recursive: true})],
])('deleted, %s: said at once, and begun anew a moment later', async (_, remove) => {
	const holding = await hold();
	const {held, file, heard, told} = holding;
	saveOne(storeOf(holding));
	remove(file);
	await looks(holding, 1);
	expect(held.need).toThrow(`The database ${file} was deleted or moved away.`);
	expect(heard).toEqual(['released', 'changed']);
	await looks(holding, 5);
	const text = `The database ${file} was deleted or moved away while tautop ran: a new one was begun.`;
	expect(held.status()).toMatchObject({snapshots: 0, trouble: null, warnings: [text]});
	expect(told).toEqual([`The database ${file} was deleted or moved away.`, text]);
	expect(storeOf(holding).events.latest(1)).toMatchObject([{kind: 'database', text}]);
	saveOne(storeOf(holding));
	expect(snapshotsOf(holding)).toBe(1);
});

test('moved away, all that was stored goes along, and comes back with it', async () => {
	const holding = await hold();
	const {held, file} = holding;
	saveOne(storeOf(holding));
	renameSync(file, `${file}.elsewhere`);
	await looks(holding, 1);
	expect(readdirSync(path.dirname(file))).toEqual(['tautop.db.elsewhere']);
	renameSync(`${file}.elsewhere`, file);
	await looks(holding, 5);
	expect(held.status()).toMatchObject({
		snapshots: 1,
		warnings: [`The database ${file} was deleted or moved away while tautop ran: the file that is there now is used.`],
	});
});

test('replaced by a file of ours: that one is used, sound, and the log of the old one never gets into it', async () => {
	const holding = await hold();
	const {file} = holding;
	const other = openAt(`${file}.other`);
	saveRun(other, {at: noon, snapshots: [sampleSnapshot('2', 7), sampleSnapshot('3', 7)]});
	other.close();
	saveOne(storeOf(holding));
	renameSync(`${file}.other`, file);
	await looks(holding, 6);
	expect(
		storeOf(holding)
			.snapshots.newest()
			.map(({ratingKey}) => ratingKey),
	).toEqual(['2', '3']);
	expect(openRaw(file).pragma('integrity_check', {simple: true})).toBe('ok');
});

test('replaced by another program’s file: refused, and not a byte is changed', async () => {
	const holding = await hold();
	const {held, file} = holding;
	makeForeign(`${file}.other`);
	const bytes = readFileSync(`${file}.other`);
	renameSync(`${file}.other`, file);
	await looks(holding, 6);
	expect(held.need).toThrow('belongs to another program');
	expect(readFileSync(file)).toEqual(bytes);
});

/** Spoils the page that the table begins at. */
const spoil = (file: string, table: string): void => {
	const raw = new Sqlite(file);
	const page = raw
		.prepare<[string], {rootpage: number}>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
		.get(table);
	raw.close();
	const start = ((page?.rootpage ?? 1) - 1) * 4096;
	writeFileSync(file, readFileSync(file).fill(0xa5, start, start + 4096));
};

const makeSpoiled = (): string => {
	const file = path.join(tempFolder(), 'tautop.db');
	const store = openAt(file);
	saveRun(store, {at: noon, snapshots: Array.from({length: 500}, (_, key) => sampleSnapshot(String(key + 1), key))});
	store.close();
	spoil(file, 'newest_snapshots');
	return file;
};

const isAside = (name: string): boolean => name.startsWith('tautop.db.damaged-2026-01-15');

test('damage that shows while it runs: set aside, begun anew, and said', async () => {
	const file = makeSpoiled();
	const holding = await hold(file);
	expect(() => storeOf(holding).snapshots.newest()).toThrow('is damaged');
	await looks(holding, 1);
	expect(holding.held.status()).toMatchObject({
		snapshots: 0,
		trouble: null,
		warnings: [expect.stringContaining('set aside as')],
	});
	expect(readdirSync(path.dirname(file)).filter(isAside)).toHaveLength(1);
});

test('damage that a command found is set aside when it ends', async () => {
	const file = makeSpoiled();
	const {held, told} = await hold(file);
	expect(() => held.need().snapshots.newest()).toThrow('is damaged');
	await held.close();
	expect(readdirSync(path.dirname(file)).filter(isAside)).toHaveLength(1);
	expect(told).toEqual([expect.stringContaining('set aside as')]);
	expect(openAt(file).events.latest(1)).toMatchObject([{kind: 'database', text: expect.stringContaining('set aside')}]);
});
