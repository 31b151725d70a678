import {expect, test} from 'vitest';
import {secondsPerDay} from '../../source/domain/period.ts';
import {snapshotQueries} from '../../source/store/snapshots/snapshots.ts';
import {films, sampleCollection, sampleSnapshot, shows} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

/** A row as the table's other writer adds it: no section, no windows, nothing that it does not know. */
const addForeign = (file: string, row: {[column: string]: unknown}): void => {
	const columns = {collection_name: 'Foreign', plex_library: 'Films', total_plays: 7, ...row};
	const names = Object.keys(columns);
	openRaw(file)
		.prepare(`INSERT INTO collection_analytics (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
		.run(...Object.values(columns));
};

const keysOf = (snapshots: readonly {readonly ratingKey: string}[]): string[] =>
	snapshots.map(({ratingKey}) => ratingKey).sort();

test('a snapshot comes back as it was saved, to the microsecond', () => {
	const {store} = tempStore();
	const snapshot = sampleSnapshot('5001', 42, {
		collectedAt: noon + 0.123456,
		uniqueUsers: 4,
		rotationId: 17,
		itemsWithPlays: 2,
		promoted: null,
	});
	saveRun(store, {at: noon, snapshots: [snapshot]});
	expect(store.snapshots.newest()).toEqual([snapshot]);
});

test('the row has the columns of the shared table, and plain JSON beside them', () => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('5001', 42, {rotationId: 17})]});
	const row = openRaw(file).prepare<[], {extra_data: string}>('SELECT * FROM collection_analytics').get();
	expect({...row, extra_data: JSON.parse(row?.extra_data ?? '')}).toEqual({
		id: 1,
		collection_name: 'Collection 5001',
		plex_library: 'Films',
		rating_key: 5001,
		media_type: 'movie',
		total_plays: 42,
		total_duration_seconds: 4200,
		unique_users: null,
		rotation_id: 17,
		collected_at: '2026-01-15 12:00:00.000000',
		extra_data: {
			query_days: 30,
			total_items: 3,
			items_with_plays: null,
			promoted: {home: true, shared: false, recommended: false},
			windows: Object.fromEntries([1, 7, 30, 90, 365, 0].map(days => [days, {plays: 42, seconds: 4200, users: null}])),
			section_uuid: 'uuid-films',
			source: 'plex',
		},
	});
});

test.each([
	[null],
	['null'],
	['{}'],
	['[1, 2]'],
	['not JSON'],
	['{"windows": {"7": {"plays": "many"}}, "promoted": 3, "query_days": null, "source": "else"}'],
])('a row of another writer with extra_data %j is read, with nothing made up', extra => {
	const {store, file} = tempStore();
	addForeign(file, {collected_at: '2026-01-15 12:00:00', extra_data: extra});
	expect(store.snapshots.newest()).toEqual([
		{
			collectionName: 'Foreign',
			libraryName: 'Films',
			ratingKey: '',
			mediaType: '',
			plays: 7,
			playedSeconds: 0,
			uniqueUsers: null,
			rotationId: null,
			collectedAt: noon,
			queryDays: 30,
			totalItems: null,
			itemsWithPlays: null,
			promoted: null,
			windows: [],
			sectionUuid: '',
			source: null,
			foreign: true,
		},
	]);
});

test('a row whose time cannot be read is passed over, its text is cleaned', () => {
	const {store, file} = tempStore();
	addForeign(file, {collected_at: 'some day', rating_key: 1});
	addForeign(file, {collected_at: '2026-01-15 12:00:00', rating_key: 2, collection_name: '\u001B[31mRed\u001B[0m\n'});
	expect(store.snapshots.newest().map(({collectionName}) => collectionName)).toEqual(['Red ']);
});

test('the newest of each collection, sections kept apart', () => {
	const {store} = tempStore();
	const elsewhere = {sectionUuid: shows.uuid, libraryName: shows.name};
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5), sampleSnapshot('1', 50, elsewhere)]});
	const later = sampleSnapshot('1', 6, {collectedAt: noon + 60});
	saveRun(store, {at: noon + 60, snapshots: [later]});
	expect(store.snapshots.newest()).toEqual([later, sampleSnapshot('1', 50, elsewhere)]);
	expect(store.status()).toMatchObject({snapshots: 3, newest: noon + 60});
});

test('a row of another writer belongs to the collection that Plex lists under its key', () => {
	const {store, file, clock} = tempStore();
	clock.at += 3600;
	saveRun(store, {
		at: noon,
		snapshots: [sampleSnapshot('1', 5)],
		listings: [{section: films, collections: [sampleCollection('1')]}],
	});
	addForeign(file, {collected_at: '2026-01-15 13:00:00.5', rating_key: 1});
	expect(store.snapshots.newest()).toMatchObject([{sectionUuid: 'uuid-films', ratingKey: '1', plays: 7}]);
	expect(store.snapshots.trend('uuid-films', '1', 0).map(({plays}) => plays)).toEqual([5, 7]);
});

test('other writers may change and delete rows', () => {
	const {store, file} = tempStore();
	for (const [index, plays] of [5, 6, 7].entries()) {
		saveRun(store, {at: noon + index, snapshots: [sampleSnapshot('1', plays, {collectedAt: noon + index})]});
	}
	const raw = openRaw(file);
	const playsNow = (): unknown => [store.status().snapshots, ...store.snapshots.newest().map(({plays}) => plays)];
	expect(playsNow()).toEqual([3, 7]);
	raw.exec("UPDATE collection_analytics SET collected_at = '2026-01-01 00:00:00' WHERE total_plays = 7");
	expect(playsNow()).toEqual([3, 6]);
	raw.exec('DELETE FROM collection_analytics WHERE total_plays = 6');
	expect(playsNow()).toEqual([2, 5]);
	raw.exec('UPDATE collection_analytics SET rating_key = 2 WHERE total_plays = 7');
	expect(playsNow()).toEqual([2, 5, 7]);
	raw.exec('DELETE FROM collection_analytics');
	expect(playsNow()).toEqual([0]);
});

test('a snapshot from the future is never the newest: the one before it is, until its time has come', () => {
	const {store, file, clock} = tempStore();
	const at = (key: string, plays: number, collectedAt: number) => sampleSnapshot(key, plays, {collectedAt});
	const later = noon + 365 * 86_400;
	saveRun(store, {
		at: noon,
		snapshots: [
			at('1', 5, noon - 60),
			at('1', 6, noon - 120),
			at('1', 7, later),
			at('2', 8, later),
			at('3', 9, noon + 100),
		],
	});
	addForeign(file, {collected_at: '2099-01-01 00:00:00', rating_key: null, collection_name: 'Keyless', total_plays: 3});
	addForeign(file, {collected_at: '2026-01-15 11:00:00', rating_key: null, collection_name: 'Keyless', total_plays: 2});
	const plays = (): number[] =>
		store.snapshots
			.newest()
			.map(snapshot => snapshot.plays)
			.sort();
	expect(plays()).toEqual([2, 5, 9]);
	expect(store.status()).toMatchObject({snapshots: 7, newest: noon + 100});
	clock.at = later;
	expect(plays()).toEqual([2, 7, 8, 9]);
	expect(store.status()).toMatchObject({newest: later});
});

test('a table that another program made and filled is taken over', () => {
	const {store, file, clock} = tempStore();
	clock.at += 3600;
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	addForeign(file, {collected_at: '2026-01-15 13:00:00', rating_key: 2});
	const raw = openRaw(file);
	const tables = raw.prepare<[], {name: string}>(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'collection_analytics'",
	);
	raw.pragma('foreign_keys = OFF');
	for (const name of ['collection_analytics_added', 'collection_analytics_removed', 'collection_analytics_changed']) {
		raw.exec(`DROP TRIGGER ${name}`);
	}
	for (const name of ['by_name', 'by_time', 'by_key', 'by_rotation'])
		raw.exec(`DROP INDEX collection_analytics_${name}`);
	for (const {name} of tables.all()) raw.exec(`DROP TABLE IF EXISTS ${name}`);
	raw.pragma('user_version = 0');
	raw.pragma('application_id = 0');
	store.close();
	expect(keysOf(openAt(file, clock).snapshots.newest())).toEqual(['1', '2']);
});

test('what the last full listing no longer holds is left out, and comes back with it', () => {
	const {store} = tempStore();
	const list = (at: number, keys: readonly string[]): void =>
		saveRun(store, {at, listings: [{section: films, collections: keys.map(key => sampleCollection(key))}]});
	saveRun(store, {at: noon, snapshots: ['1', '2', '3'].map(key => sampleSnapshot(key, 5))});
	expect(keysOf(store.snapshots.newest())).toEqual(['1', '2', '3']);
	list(noon + 10, ['1', '2']);
	expect(keysOf(store.snapshots.newest())).toEqual(['1', '2']);
	list(noon + 20, ['2']);
	expect(keysOf(store.snapshots.newest())).toEqual(['2']);
	list(noon + 30, ['1', '2']);
	expect(keysOf(store.snapshots.newest())).toEqual(['1', '2']);
});

test('a snapshot younger than the listing of its library stays', () => {
	const {store, file, clock} = tempStore();
	clock.at += 3600;
	saveRun(store, {at: noon, listings: [{section: films, collections: [sampleCollection('1')]}]});
	addForeign(file, {collected_at: '2026-01-15 13:00:00', rating_key: 9});
	addForeign(file, {collected_at: '2026-01-15 11:00:00', rating_key: 8});
	expect(keysOf(store.snapshots.newest())).toEqual(['9']);
});

test('a section that is no longer among the enabled ones takes its collections along', () => {
	const {store} = tempStore();
	const snapshots = [sampleSnapshot('1', 5), sampleSnapshot('2', 6, {sectionUuid: shows.uuid, libraryName: 'Shows'})];
	const listings = [
		{section: films, collections: [sampleCollection('1')]},
		{section: shows, collections: [sampleCollection('2', {}, shows)]},
	];
	saveRun(store, {at: noon, snapshots, listings, sections: [films, shows]});
	saveRun(store, {at: noon + 10, listings: listings.slice(0, 1), sections: null});
	expect(keysOf(store.snapshots.newest())).toEqual(['1', '2']);
	saveRun(store, {at: noon + 20, listings: listings.slice(0, 1), sections: [films]});
	expect(keysOf(store.snapshots.newest())).toEqual(['1']);
	saveRun(store, {at: noon + 30, listings, sections: [films, shows]});
	expect(keysOf(store.snapshots.newest())).toEqual(['1', '2']);
});

test('the newest in a span of time, those that are gone by now included', () => {
	const {store} = tempStore();
	const day = (days: number): number => noon - days * secondsPerDay;
	const save = (key: string, days: number, plays: number): void =>
		saveRun(store, {at: day(days), snapshots: [sampleSnapshot(key, plays, {collectedAt: day(days)})]});
	save('1', 11, 1);
	save('1', 8, 2);
	save('1', 7, 3);
	save('1', 6, 4);
	save('2', 11, 5);
	save('2', 1, 6);
	save('3', 10, 7);
	saveRun(store, {at: noon, listings: [{section: films, collections: [sampleCollection('1'), sampleCollection('2')]}]});
	const found = store.snapshots.newestBefore(day(7), day(10));
	expect(found.map(({ratingKey, plays}) => [ratingKey, plays])).toEqual([
		['1', 3],
		['3', 7],
	]);
});

test('the trend of one collection, oldest first', () => {
	const {store} = tempStore();
	for (const minute of [3, 1, 2]) {
		const collectedAt = noon + minute * 60;
		const other = sampleSnapshot('2', 99, {collectedAt});
		saveRun(store, {at: collectedAt, snapshots: [sampleSnapshot('1', minute, {collectedAt}), other]});
	}
	expect(store.snapshots.trend('uuid-films', '1', noon + 120).map(({plays}) => plays)).toEqual([2, 3]);
	expect(store.snapshots.trend('uuid-else', '1', 0)).toEqual([]);
});

test.each(Object.entries(snapshotQueries))('%s looks up single rows, however many there are', (_, sql) => {
	const {store, file} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	const plan = openRaw(file).prepare<unknown[], {detail: string}>(`EXPLAIN QUERY PLAN ${sql}`);
	const scans = plan
		.all(
			...Array.from({length: sql.split('?').length - 1}, () => ''),
			...(sql.includes(':latest') ? [{latest: ''}] : []),
		)
		.map(({detail}) => detail)
		.filter(detail => detail.startsWith('SCAN'));
	expect(scans.filter(detail => /row|found|earlier|analytics/.test(detail))).toEqual([]);
});
