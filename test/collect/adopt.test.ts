import {expect, test} from 'vitest';
import {adoptRun} from '../../source/collect/adopt.ts';
import {syncHistory} from '../../source/collect/sync/sync.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {Leaf} from '../../source/domain/leaf.ts';
import type {AdoptReport, AdoptRequest} from '../../source/domain/plays/adoption.ts';
import type {PlexClient} from '../../source/plex/client.ts';
import {countPlays} from '../helpers/count-plays.ts';
import {failureOf} from '../helpers/errors.ts';
import {createFakePlex, createFakeWorld} from '../helpers/fake-clients.ts';
import {fakeHistory, serverRow} from '../helpers/fake-history.ts';
import {leafOf} from '../helpers/leaves.ts';
import {runThrough} from '../helpers/run-through.ts';
import {films, shows} from '../helpers/samples.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

const hour = 3600;

const episode = (number: number) => ({
	mediaType: 'episode',
	ratingKey: String(3100 + number),
	parentRatingKey: '310',
	grandparentRatingKey: '31',
	guid: `plex://episode/${number}`,
	sectionId: '2',
});

/** Of the old server: film 1 twice, film 2, two episodes, a home video without a lasting guid, live TV. */
const oldRows = [
	serverRow(1, noon - 900 * hour, {ratingKey: '11', guid: 'plex://movie/1', userId: 5}),
	serverRow(2, noon - 800 * hour, {ratingKey: '11', guid: 'plex://movie/1', userId: 6}),
	serverRow(3, noon - 700 * hour, {ratingKey: '12', guid: 'plex://movie/2', userId: 5}),
	serverRow(4, noon - 600 * hour, episode(1)),
	serverRow(5, noon - 500 * hour, episode(2)),
	serverRow(6, noon - 400 * hour, {ratingKey: '19', guid: 'local://19'}),
	serverRow(7, noon - 300 * hour, {ratingKey: '', guid: 'plex://movie/1', live: true}),
];

/** Of the new one: film 1 under another key, also the play of row 2, which both have. */
const newRows = [
	serverRow(1, noon - 800 * hour, {ratingKey: '71', guid: 'plex://movie/1', userId: 6}),
	serverRow(2, noon - 90 * hour, {ratingKey: '71', guid: 'plex://movie/1', userId: 7}),
	serverRow(3, noon - 80 * hour, {ratingKey: '79', guid: 'plex://movie/gone', userId: 7}),
];

const leaves: Leaf[] = [
	leafOf({ratingKey: '71', guid: 'plex://movie/1', sectionId: films.sectionId}),
	leafOf({
		ratingKey: '9101',
		parentRatingKey: '910',
		grandparentRatingKey: '91',
		guid: 'plex://episode/1',
		sectionId: shows.sectionId,
	}),
];

const createSetting = async () => {
	const {store, file, clock} = tempStore();
	const server = fakeHistory('UTC', oldRows);
	const sync = async () => {
		const pause = async (): Promise<void> => undefined;
		const deps = {
			tautulli: server.client,
			mirror: store.mirror,
			zone: () => ({name: 'UTC', trust: 'configured'}) as const,
			now: () => clock.at,
			clock: () => 0,
			odd: () => undefined,
			zoneLooked: () => undefined,
			pause,
		};
		const running = syncHistory(deps, {full: false}, new AbortController().signal);
		let step = await running.next();
		while (!step.done) step = await running.next();
		return step.value;
	};
	await sync();
	const serve = (machineIdentifier: string, rows: typeof oldRows): void => {
		server.machineIdentifier = machineIdentifier;
		server.rows.clear();
		for (const row of rows) server.rows.set(row.rowId, row);
	};
	serve('plex-two', newRows);
	await sync();
	const plex = createFakePlex(createFakeWorld({sections: [films, shows], leaves}));
	const adopt = async (request: Partial<AdoptRequest>, from: PlexClient | null = plex): Promise<AdoptReport> => {
		const deps = {plex: from, store, now: () => clock.at, holder: 'test'};
		const running = adoptRun(deps, {carryOver: false, ...request}, new AbortController().signal);
		let step = await running.next();
		while (!step.done) step = await running.next();
		return step.value;
	};
	const current = (): number => store.mirror.servers.current()?.serverId ?? 0;
	const window = () => ({serverId: current(), since: null, grouping: true});
	return {store, file, server, serve, sync, adopt, plex, window, current};
};

const looked = {
	id: 1,
	setAsideAt: noon,
	reason: 'Tautulli watches another Plex server now.',
	plays: 7,
	matching: 3,
	overlapping: 1,
	adopted: 0,
	adding: 2,
	carriedOver: null,
};

test('a look shows what matches, overlaps and would be added, and changes nothing', async () => {
	const {adopt, store, window} = await createSetting();
	const report = {
		current: {plays: 3, complete: true},
		lostKeys: {rekeyed: 0, orphans: 1},
		histories: [looked],
	};
	expect(await adopt({})).toEqual(report);
	expect(await adopt({})).toEqual(report);
	expect(runThrough(store.mirror.adopted.ofItem(window(), '71'))).toBe(0);
	expect(store.lease.holder()).toBeNull();
});

test('without Plex only titles of the own plays are known', async () => {
	const {adopt} = await createSetting();
	const {lostKeys, histories} = await adopt({}, null);
	expect(lostKeys).toBeNull();
	expect(histories).toMatchObject([{matching: 2, overlapping: 1, adding: 1}]);
});

test('plays are carried over under the keys of today, beside the rows of the server', async () => {
	const {adopt, store, window, current} = await createSetting();
	const before = [store.mirror.servers.current(), countPlays(store.mirror, window())];
	expect((await adopt({carryOver: true})).histories).toEqual([{...looked, carriedOver: 2}]);
	expect([store.mirror.servers.current(), countPlays(store.mirror, window())]).toEqual(before);
	const counted = ['71', '9101', '910', '91', '11', '31'].map(key =>
		runThrough(store.mirror.adopted.ofItem(window(), key)),
	);
	expect(counted).toEqual([1, 1, 1, 1, 0, 0]);
	expect(runThrough(store.mirror.adopted.ofItem({...window(), since: noon - 700 * hour}, '71'))).toBe(0);
	// The history itself stays whole, and is still the only one that was set aside.
	expect(store.mirror.servers.aside()).toMatchObject([{serverId: 1, plays: 7}]);
	expect(store.mirror.plays.count(current())).toBe(3);
});

test('carrying over twice adds nothing; a title that is known later comes later', async () => {
	const {adopt, plex, window, store} = await createSetting();
	await adopt({carryOver: true, historyId: 1});
	expect((await adopt({carryOver: true})).histories).toMatchObject([{adopted: 2, adding: 0, carriedOver: 0}]);
	const second = leafOf({
		ratingKey: '72',
		parentRatingKey: '',
		grandparentRatingKey: '',
		guid: 'plex://movie/2',
		sectionId: '1',
	});
	const more: PlexClient = {...plex, getLeaves: async section => [...(await plex.getLeaves(section)), second]};
	expect((await adopt({carryOver: true}, more)).histories).toMatchObject([{matching: 4, adopted: 2, carriedOver: 1}]);
	expect(runThrough(store.mirror.adopted.ofItem(window(), '72'))).toBe(1);
});

test('the next sync deletes none of them, and a play that the server has by then is not counted twice', async () => {
	const {adopt, server, sync, store, window} = await createSetting();
	await adopt({carryOver: true});
	server.rows.set(4, serverRow(4, noon - 900 * hour, {ratingKey: '71', guid: 'plex://movie/1', userId: 5}));
	expect(await sync()).toMatchObject({added: 1, removed: 0, plays: 4, warnings: []});
	expect(runThrough(store.mirror.adopted.ofItem(window(), '71'))).toBe(0);
	expect(runThrough(store.mirror.adopted.ofItem(window(), '91'))).toBe(1);
});

test('when the server changes again, what was carried over is counted no more, and can be carried over anew', async () => {
	const {adopt, serve, sync, store, window} = await createSetting();
	await adopt({carryOver: true});
	serve('plex-three', [serverRow(9, noon - hour, {ratingKey: '71', guid: 'plex://movie/1'})]);
	await sync();
	expect(store.mirror.adopted.any(window().serverId)).toBe(false);
	expect((await adopt({carryOver: true})).histories.map(({plays, adding}) => [plays, adding])).toEqual([
		[3, 2],
		[7, 3],
	]);
	expect(runThrough(store.mirror.adopted.ofItem(window(), '71'))).toBe(3);
});

test('collections count adopted plays each once, by key and by guid', async () => {
	const {adopt, store, window} = await createSetting();
	await adopt({carryOver: true});
	const member = {type: 'movie', title: 'One', ratingKey: '71', guid: 'plex://movie/1'};
	store.mirror.members.save({collectionKey: '901', level: 0, changedAt: null, members: [member]}, noon);
	store.mirror.members.save(
		{collectionKey: '902', level: 2, changedAt: null, members: [{...member, ratingKey: '91'}]},
		noon,
	);
	store.mirror.members.save(
		{collectionKey: '903', level: 0, changedAt: null, members: [{...member, ratingKey: '8'}]},
		noon,
	);
	const count = (...keys: string[]): number => runThrough(store.mirror.adopted.ofCollections(window(), keys));
	expect([count('901'), count('902'), count('903'), count('901', '902', '903'), count()]).toEqual([1, 1, 1, 2, 0]);
});

test('what cannot be done changes nothing: a wrong number, a history under way, Plex away, another run', async () => {
	const {adopt, store, file, plex, window} = await createSetting();
	expect(await failureOf(adopt({historyId: 2}))).toMatchObject({code: 'not-found'});
	const away: PlexClient = {
		...plex,
		getLeaves: () => Promise.reject(new AppError('unreachable', 'Plex is away.', {server: 'plex'})),
	};
	expect(await failureOf(adopt({carryOver: true}, away))).toMatchObject({code: 'unreachable'});
	const held = store.lease.take('another');
	expect(await failureOf(adopt({carryOver: true}))).toMatchObject({code: 'busy'});
	held.release();
	openRaw(file).exec('UPDATE mirror_servers SET complete = 0 WHERE set_aside_at IS NULL');
	expect(await failureOf(adopt({carryOver: true}))).toMatchObject({code: 'store'});
	expect(store.mirror.adopted.any(window().serverId)).toBe(false);
	expect(store.lease.holder()).toBeNull();
});
