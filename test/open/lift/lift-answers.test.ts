import {expect, test} from 'vitest';
import {importRun} from '../../../source/collect/import.ts';
import type {LiftQuery} from '../../../source/domain/lift.ts';
import {liftAnswers} from '../../../source/open/lift/lift-answers.ts';
import {createHeldColumns} from '../../../source/open/plays/held-columns.ts';
import {serverRow} from '../../helpers/fake-history.ts';
import {heroDatabase} from '../../helpers/hero-database.ts';
import {playSources} from '../../helpers/play-sources.ts';
import {films, sampleCollection} from '../../helpers/samples.ts';
import {saveRun} from '../../helpers/save-run.ts';
import {noon, tempStore} from '../../helpers/temp-store.ts';

const day = 86_400;
const home = {home: true, shared: false, recommended: false};

/** Forty days of which the collection was on the owner's Home for the first twenty; a play of its film on each side. */
const setScene = () => {
	const {store, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const begin = noon - 40 * day;
	const others = Array.from({length: 40}, (_, index) =>
		serverRow(index + 1, begin + index * day + 3600, {ratingKey: String(100 + index), userId: 7}),
	);
	const own = [
		serverRow(90, begin + 18 * day, {ratingKey: '11', userId: 7}),
		serverRow(91, noon - day, {ratingKey: '11'}),
	];
	mirror.plays.save(serverId, [...others, ...own]);
	mirror.servers.markCompared(serverId, noon, 0);
	const members = [{ratingKey: '11', type: 'movie', title: 'A', guid: ''}];
	mirror.members.save({collectionKey: '1', level: 0, changedAt: null, members}, noon);
	const listing = {section: films, collections: [sampleCollection('1'), sampleCollection('2')]};
	saveRun(store, {at: begin, listings: [{...listing, look: {at: begin, placed: new Map()}}]});
	for (let at = 1; at <= 40; at++) {
		const placed = new Map(at <= 20 ? [['1', {promoted: home, row: 1}]] : []);
		store.promotions.saveLook({sectionUuid: films.uuid, at: begin + at * day, placed});
	}
	const freshened: number[] = [];
	const {lift, forget} = liftAnswers(
		{
			mirrored: {current: () => store},
			history: {zone: () => ({name: 'UTC', trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
			trouble: () => null,
			columns: createHeldColumns(
				() => clock.at,
				async () => undefined,
				{short: true},
			),
			now: () => clock.at,
			store: () => store,
		},
		async since => void freshened.push(since),
		(_kept, make) => make(),
	);
	const ask = (given: Partial<LiftQuery> = {}) =>
		lift({days: 365, stated: false, rotationId: null, fresh: false, ...given});
	return {ask, forget, freshened, mirror, serverId, clock, store, begin};
};

test('the window begins with the first play, and only what was known counts', async () => {
	const {ask, begin, mirror, serverId} = setScene();
	const before = await ask();
	expect(before).toMatchObject({days: 365, from: begin + 3600, to: noon, ownerKnown: false, needLooks: []});
	const [one, two] = before.collections;
	expect([one?.ratingKey, two?.ratingKey]).toEqual(['1', '2']);
	expect(one).toMatchObject({onHours: 19 * 24, offHours: 19 * 24, onStarts: 1, offStarts: 1, periods: 1});
	expect(two).toMatchObject({onHours: 0, reason: 'never promoted'});
	mirror.users.save(serverId, [{userId: 3, friendlyName: 'owner', isAdmin: true}]);
	const after = await ask({days: 0});
	expect(after.ownerKnown).toBe(true);
	expect(after.collections[0]).toMatchObject({onHours: 19 * 24, onStarts: 0});
});

test('what the first look found promoted is there at once, without a number', async () => {
	const {store, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	mirror.plays.save(serverId, [serverRow(1, noon - day, {ratingKey: '11'})]);
	mirror.servers.markCompared(serverId, noon, 0);
	const placed = new Map([['1', {promoted: home, row: 1}]]);
	const listing = {section: films, collections: [sampleCollection('1'), sampleCollection('2')]};
	saveRun(store, {at: noon, listings: [{...listing, look: {at: noon, placed}}]});
	const sources = {...playSources(store, clock), store: () => store};
	const {lift} = liftAnswers(
		sources,
		async () => undefined,
		(_kept, make) => make(),
	);
	const {collections} = await lift({days: 365, stated: false, rotationId: null, fresh: false});
	expect(collections).toMatchObject([{ratingKey: '1', onHours: 0, offHours: 0, reason: 'never known off'}]);
});

test('an answer is kept until plays or promotions change, or an hour has passed', async () => {
	const {ask, forget, mirror, serverId, clock} = setScene();
	const first = await ask();
	clock.at += 3599;
	expect(await ask({fresh: true})).toBe(first);
	clock.at += 1;
	const second = await ask();
	expect(second).not.toBe(first);
	mirror.plays.save(serverId, [serverRow(92, noon - 60, {ratingKey: '11', userId: 8})]);
	const third = await ask();
	expect(third).not.toBe(second);
	forget();
	expect(await ask()).not.toBe(third);
});

test('the mirror is brought up to date for who asks for lift itself: with the 30 days before', async () => {
	const {ask, freshened} = setScene();
	await ask();
	expect(freshened).toEqual([]);
	await ask({fresh: true, days: 10});
	await ask({fresh: true, days: 0});
	expect(freshened).toEqual([noon - 40 * day, Number.NEGATIVE_INFINITY]);
});

test('a rotation that nobody imported is not found, and asked for anew', async () => {
	const {ask} = setScene();
	await expect(ask({rotationId: 7})).rejects.toMatchObject({code: 'not-found'});
	await expect(ask({rotationId: 7})).rejects.toMatchObject({message: 'No rotation 7 is known.'});
});

test('a rotation from before the days that are counted is told as such', async () => {
	const {ask, store} = setScene();
	const hero = heroDatabase();
	for (const days of [80, 78]) hero.rotate(noon - days * day, ['A']);
	const request = {file: hero.file, dryRun: false};
	await importRun({store, now: () => noon, holder: 'test'}, request, new AbortController().signal);
	await expect(ask({rotationId: 1})).rejects.toMatchObject({
		code: 'not-found',
		message: 'Rotation 1 ended before the days that are counted.',
	});
});
