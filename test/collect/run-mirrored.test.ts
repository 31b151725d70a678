import {describe, expect, test} from 'vitest';
import {type CollectDeps, collectRun} from '../../source/collect/run.ts';
import {exitCodeOf} from '../../source/commands/run/exit-codes.ts';
import {AppError, type ErrorCode} from '../../source/domain/app-error.ts';
import type {RunSummary} from '../../source/domain/run.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import type {PlexClient} from '../../source/plex/client.ts';
import {createFakePlex, createFakeTautulli, createFakeWorld} from '../helpers/fake-clients.ts';
import {type FakeHistory, fakeHistory, serverRow} from '../helpers/fake-history.ts';
import {leafOf} from '../helpers/leaves.ts';
import {films, sampleCollection, shows} from '../helpers/samples.ts';
import {tempStore} from '../helpers/temp-store.ts';

const hours = 3600;

/** Film 11 was watched twice by one user and once by another; show 31 once; film 12 a year ago. */
const rowsAt = (now: number) => [
	serverRow(1, now - 380 * 24 * hours, {ratingKey: '12', userId: 1, guid: 'plex://movie/12'}),
	serverRow(2, now - 90 * hours, {ratingKey: '11', userId: 1, guid: ''}),
	serverRow(3, now - 80 * hours, {ratingKey: '11', userId: 1, guid: '', referenceId: 2}),
	serverRow(4, now - 70 * hours, {ratingKey: '11', userId: 2, guid: ''}),
	serverRow(5, now - 60 * hours, {
		ratingKey: '3101',
		grandparentRatingKey: '31',
		mediaType: 'episode',
		userId: 3,
		sectionId: '2',
	}),
];

const createSetting = () => {
	const world = createFakeWorld({
		sections: [films, shows],
		collections: [
			sampleCollection('1', {title: 'Heist', changedAt: 5}),
			sampleCollection('2', {title: 'Nordic', childCount: 1, mediaType: 'show', changedAt: 5}, shows),
			sampleCollection('3', {title: 'Again', childCount: 1, changedAt: 5}),
		],
		members: {1: ['11', '12', '13'], 2: ['31'], 3: ['11']},
		plays: {},
		flags: {},
	});
	const {store, clock} = tempStore();
	const tautulli = createFakeTautulli(world);
	const asked: string[] = [];
	const plex = createFakePlex(world);
	const server: FakeHistory = fakeHistory('UTC', rowsAt(clock.at));
	const deps: CollectDeps = {
		tautulli,
		plex: {
			...plex,
			getMembers: async (ratingKey, signal) => {
				asked.push(ratingKey);
				return await plex.getMembers(ratingKey, signal);
			},
		},
		store,
		now: () => clock.at,
		libraries: [],
		disabledLibraries: [],
		queryDays: 30,
		holder: 'test',
		switchedOff: switchedOff(null),
		history: {
			tautulli: server.client,
			zone: () => ({name: 'UTC', trust: 'configured'}),
			grouping: true,
			clock: () => 0,
			odd: () => undefined,
			zoneLooked: () => undefined,
			pause: async () => undefined,
			takeEnded: () => false,
		},
	};
	return {deps, store, server, asked, world};
};

const run = async (deps: CollectDeps): Promise<RunSummary> => {
	const running = collectRun(deps, {scope: 'all', names: []});
	let step = await running.next();
	while (!step.done) step = await running.next();
	return step.value;
};

test('a run counts from the mirror: groups, users, items with plays, and distinct plays beside the sum', async () => {
	const {deps, store} = createSetting();
	const summary = await run(deps);
	expect(summary).toMatchObject({
		status: 'success',
		warnings: [],
		distinctPlays: 3,
		adoptedPlays: 0,
		matches: {byGuid: 0, reusedKeys: 0},
	});
	expect(summary.collected.map(({collection, plays}) => [collection, plays])).toEqual([
		['Heist', 2],
		['Again', 2],
		['Nordic', 1],
	]);
	const [heist] = store.snapshots.newest().filter(({collectionName}) => collectionName === 'Heist');
	expect(heist).toMatchObject({plays: 2, uniqueUsers: 2, totalItems: 3, itemsWithPlays: 1});
	expect(heist?.windows.map(({days, plays, users}) => [days, plays, users])).toEqual([
		[1, 0, 0],
		[7, 2, 2],
		[30, 2, 2],
		[90, 2, 2],
		[365, 2, 2],
		[0, 3, 2],
	]);
});

test('the next run asks one question about the history, and reads no members that did not change', async () => {
	const {deps, server, asked} = createSetting();
	await run(deps);
	const [questions, reads] = [server.requests(), asked.length];
	expect((await run(deps)).status).toBe('success');
	expect({questions: server.requests() - questions, reads: asked.length - reads}).toEqual({questions: 1, reads: 0});
});

test('where the mirror cannot be brought up to date, Tautulli counts and a warning says why', async () => {
	const {deps, server} = createSetting();
	server.onRequest = () => {
		throw new AppError('timeout', 'Too slow.', {server: 'tautulli'});
	};
	const summary = await run(deps);
	expect(summary).toMatchObject({
		status: 'success',
		distinctPlays: null,
		warnings: ['The mirror could not be brought up to date: Too slow.'],
	});
});

const broken = (code: ErrorCode) => async (): Promise<never> => {
	throw new AppError(code, 'Plex stumbled.', {server: 'plex', hint: 'Look at its log.'});
};

test.each<ErrorCode>(['server-error', 'not-found', 'bad-answer'])(
	'Plex that fails at the members of every collection is an error: nothing is stored, nothing is known (%s)',
	async code => {
		const {deps, store} = createSetting();
		const plex = deps.plex && {...deps.plex, getMembers: broken(code)};
		const summary = await run({...deps, plex});
		expect(summary).toMatchObject({
			status: 'error',
			reason: 'None of the 3 collections could be counted: Plex stumbled.',
			error: {code, server: 'plex', hint: 'Look at its log.'},
			collected: [],
		});
		const {distinctPlays, adoptedPlays, matches, lostKeys} = summary;
		expect([distinctPlays, adoptedPlays, matches, lostKeys].every(known => known === undefined)).toBe(true);
		expect([store.snapshots.newest(), store.collections.listed()]).toEqual([[], []]);
		expect(exitCodeOf(summary.error && AppError.fromJSON(summary.error))).toBe(69);
	},
);

test('Plex that fails at some collections costs those alone, and the sums are right for the others', async () => {
	const {deps, store} = createSetting();
	const {plex} = deps;
	const getMembers: PlexClient['getMembers'] = async (key, signal) =>
		key === '1' ? broken('server-error')() : ((await plex?.getMembers(key, signal)) ?? []);
	const summary = await run({...deps, plex: plex && {...plex, getMembers}});
	expect(summary).toMatchObject({status: 'partial', distinctPlays: 3, matches: {byGuid: 0, reusedKeys: 0}});
	expect(summary.failed.map(({ratingKey, reason}) => [ratingKey, reason])).toEqual([['1', 'Plex stumbled.']]);
	const plays = new Map(store.snapshots.newest().map(snapshot => [snapshot.ratingKey, snapshot.plays]));
	expect(plays).toEqual(
		new Map([
			['2', 1],
			['3', 2],
		]),
	);
});

test('of a library that could not be listed nothing is known, which is no zero', async () => {
	const {deps, world} = createSetting();
	world.collections = [];
	const {plex} = deps;
	const getCollections: PlexClient['getCollections'] = async (section, signal) =>
		section.sectionId === '1' ? broken('server-error')() : ((await plex?.getCollections(section, signal)) ?? []);
	const summary = await run({...deps, plex: plex && {...plex, getCollections}});
	expect(summary).toMatchObject({status: 'partial', distinctPlays: null, adoptedPlays: null, matches: null});
});

test('a server that only errs is not asked for each of 5,000 collections', async () => {
	const {deps, world, asked} = createSetting();
	world.collections = Array.from({length: 5000}, (_, key) => sampleCollection(String(key + 1), {changedAt: 5}));
	const plex = deps.plex && {
		...deps.plex,
		getMembers: async (key: string) => {
			asked.push(key);
			return broken('server-error')();
		},
	};
	expect((await run({...deps, plex})).status).toBe('error');
	expect(asked.length).toBeLessThan(30);
});

test('plays found by guid, and plays under a key that was used again, are told and counted as in the collections', async () => {
	const {deps, server, world} = createSetting();
	const now = deps.now();
	const guid = 'plex://movie/11';
	world.leaves = [
		leafOf({ratingKey: '11', guid}),
		leafOf({ratingKey: '12', guid: 'plex://movie/12'}),
		leafOf({ratingKey: '88', guid: 'plex://movie/x'}),
	];
	server.rows.set(6, {...serverRow(6, now - 50 * hours, {ratingKey: '77', guid, userId: 2}), sectionId: '1'});
	server.rows.set(7, {...serverRow(7, now - 40 * hours, {ratingKey: '11', guid: 'plex://movie/x'}), sectionId: '1'});
	const summary = await run(deps);
	// Two collections hold film 11: each found row 6 by its guid, and left row 7 out. Either is told once.
	expect(summary).toMatchObject({distinctPlays: 4, matches: {byGuid: 1, reusedKeys: 1}});
	expect(summary.collected.map(({plays}) => plays)).toEqual([3, 3, 1]);
});

describe('plays whose keys Plex has given up', () => {
	const leaf = (ratingKey: string, guid: string) => leafOf({ratingKey, guid});

	/** Film 11 is there, 12 (played twice) has another key now, and the episode of show 31 is gone. */
	const createLost = () => {
		const setting = createSetting();
		const at = setting.deps.now() - 50 * hours;
		setting.server.rows.set(6, serverRow(6, at, {ratingKey: '12', guid: 'plex://movie/12', userId: 2, sectionId: '1'}));
		setting.world.leaves = [leaf('11', 'plex://movie/11'), leaf('512', 'plex://movie/12')];
		return setting;
	};
	const looks = (asked: readonly string[]): number => asked.filter(question => question.includes('leaves')).length;

	test('are looked for beside the comparison of everything, and told by each run', async () => {
		const {deps, world} = createLost();
		expect(await run(deps)).toMatchObject({lostKeys: {rekeyed: 2, orphans: 1, at: deps.now()}});
		expect(looks(world.asked)).toBe(2);
		expect(await run(deps)).toMatchObject({lostKeys: {rekeyed: 2, orphans: 1}});
		expect(looks(world.asked)).toBe(2);
	});

	test('are not known where Plex did not tell, and a warning says so', async () => {
		const {deps, world} = createLost();
		const {plex} = deps;
		if (!plex) throw new Error('There is a Plex here.');
		const silent = {
			...deps,
			plex: {
				...plex,
				getLeaves: () => Promise.reject(new AppError('timeout', 'Plex took too long.', {server: 'plex'})),
			},
		};
		expect(await run(silent)).toMatchObject({
			status: 'success',
			lostKeys: null,
			warnings: [
				'Which titles Plex has now is not known: Plex took too long.',
				'Plex has not been listed yet, so a play counts for the title that has its key.',
			],
		});
		expect(await run(deps)).toMatchObject({lostKeys: {orphans: 1}});
		expect(looks(world.asked)).toBe(2);
	});
});

test('plays that are gone, and others than they were, are noted once', async () => {
	const {deps, server, store} = createSetting();
	const found = () => store.events.latest(9, 'history').map(({text}) => text);
	await run(deps);
	server.rows.delete(4);
	await run(deps);
	await run(deps);
	expect(found()).toEqual(["Tautulli's history: 1 play gone"]);
	const first = server.rows.get(1);
	if (first) server.rows.set(1, {...first, percentComplete: 12});
	const tomorrow = deps.now() + 24 * hours;
	await run({...deps, now: () => tomorrow});
	expect(found()).toEqual([
		"Tautulli's history: 1 play changed, found when all of it was compared",
		"Tautulli's history: 1 play gone",
	]);
	expect(store.events.latest(1, 'history')).toMatchObject([{at: tomorrow}]);
});
