import {expect, test} from 'vitest';
import {importRun} from '../../../source/collect/import.ts';
import type {BoardQuery} from '../../../source/domain/board.ts';
import {secondsPerDay} from '../../../source/domain/period.ts';
import {answerBoard} from '../../../source/open/promotion/answer-board.ts';
import {heroDatabase} from '../../helpers/hero-database.ts';
import {films, sampleCollection, sampleSnapshot} from '../../helpers/samples.ts';
import {saveRun} from '../../helpers/save-run.ts';
import {noon, openRaw, type TempStore, tempStore} from '../../helpers/temp-store.ts';

const query: BoardQuery = {days: 30, yAxis: 'plays'};

const board = ({store, clock}: TempStore, rotationId?: number) => answerBoard(store, {...query, rotationId}, clock.at);

const lines = (...given: Parameters<typeof board>): unknown[] =>
	board(...given).rows.map(({rank, snapshot, rankChange}) => [rank, snapshot.collectionName, rankChange]);

const bring = async ({store, clock}: TempStore, file: string): Promise<void> => {
	const signal = new AbortController().signal;
	await importRun({store, now: () => clock.at, holder: 'test'}, {file, dryRun: false}, signal);
};

/** What tautop itself collected, a week ago and now. */
const collect = (setting: TempStore, at: number, plays: Readonly<Record<string, number>>): void => {
	const names = Object.keys(plays);
	saveRun(setting.store, {
		at,
		snapshots: names.map(key => sampleSnapshot(key, plays[key] ?? 0, {collectedAt: at})),
		listings: [{section: films, collections: names.map(key => sampleCollection(key))}],
	});
};

test('imported snapshots are shown, and are in no rank change, whenever they were taken', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	collect(setting, noon - 8 * secondsPerDay, {1: 5, 2: 9});
	collect(setting, noon, {1: 9, 2: 5});
	expect(lines(setting)).toEqual([
		[1, 'Collection 1', 1],
		[2, 'Collection 2', -1],
	]);
	hero.snapshot(noon - 8 * secondsPerDay, {name: 'Heists', plays: 99});
	hero.snapshot(noon, {name: 'Heists', plays: 7});
	hero.raw.exec('UPDATE collection_analytics SET rating_key = NULL');
	await bring(setting, hero.file);
	expect(lines(setting)).toEqual([
		[1, 'Collection 1', 1],
		[2, 'Heists', null],
		[3, 'Collection 2', -1],
	]);
	expect(board(setting).rows[1]?.isNew).toBe(false);
});

test('imported snapshots alone move nobody', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	for (const days of [8, 0]) {
		hero.snapshot(noon - days * secondsPerDay, {name: 'Heists', plays: 10 - days});
		hero.raw.exec('UPDATE collection_analytics SET rating_key = NULL');
	}
	await bring(setting, hero.file);
	expect(board(setting)).toMatchObject({hasMovement: false, rows: [{rankChange: null, isNew: false}]});
});

test('a row without a section for a collection of ours hides its number, not the movement of others', async () => {
	const setting = tempStore();
	collect(setting, noon - 8 * secondsPerDay, {1: 5, 2: 9, 3: 1});
	collect(setting, noon - 60, {1: 9, 2: 5, 3: 1});
	openRaw(
		setting.file,
	).exec(`INSERT INTO collection_analytics (collection_name, plex_library, rating_key, total_plays, collected_at)
		VALUES ('Collection 2', 'Films', 2, 500, '2026-01-15 12:00:00.000000')`);
	expect(lines(setting)).toEqual([
		[1, 'Collection 2', null],
		[2, 'Collection 1', 1],
		[3, 'Collection 3', 0],
	]);
});

test('one rotation: the snapshots taken for it, and the newest of what it featured beside them', async () => {
	const [setting, hero] = [tempStore(), heroDatabase()];
	collect(setting, noon - 60, {1: 5, 2: 9, 3: 7});
	const at = noon - 2 * secondsPerDay;
	const rotationId = hero.rotate(at, [{library: 'Films', name: 'COLLECTION 2'}, 'Heists']);
	hero.snapshot(at - 30 * secondsPerDay, {rotationId, plays: 80, name: 'Of an older one'});
	hero.snapshot(at + 20, {rotationId, plays: 12});
	hero.snapshot(at + 30, {rotationId, plays: 14});
	await bring(setting, hero.file);
	expect(lines(setting, rotationId)).toEqual([
		[1, 'Heists', null],
		[2, 'Collection 2', null],
	]);
	expect(board(setting, rotationId)).toMatchObject({
		hasMovement: false,
		rows: [{plays: 14}, {plays: 9}],
		rotated: {from: at, to: at + 2 * secondsPerDay},
	});
});

test('a rotation that only our own snapshots name', () => {
	const setting = tempStore();
	saveRun(setting.store, {at: noon, snapshots: [sampleSnapshot('1', 5, {rotationId: 17}), sampleSnapshot('2', 9)]});
	expect(lines(setting, 17)).toEqual([[1, 'Collection 1', null]]);
});

test('a rotation that nobody knows', async () => {
	const [setting, hero] = [tempStore(), heroDatabase('old')];
	expect(() => board(setting, 3)).toThrow('No rotation has the number 3.');
	for (const hours of [3, 2]) hero.rotate(noon - hours * 3600, ['Heists']);
	await bring(setting, hero.file);
	expect(() => board(setting, 3)).toThrow(
		expect.objectContaining({code: 'not-found', hint: 'Those that were imported have the numbers 1 to 2.'}),
	);
	expect(lines(setting, 2)).toEqual([]);
});
