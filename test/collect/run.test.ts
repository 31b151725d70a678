import {expect, test} from 'vitest';
import {type CollectDeps, collectRun} from '../../source/collect/run.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {cutOff} from '../../source/domain/cut-off.ts';
import {storedWindows} from '../../source/domain/period.ts';
import type {CollectRequest, Progress, RunSummary} from '../../source/domain/run.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import type {PlexClient} from '../../source/plex/client.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import {
	createFakePlex,
	createFakeTautulli,
	createFakeWorld,
	type FakeWorld,
	windowIn,
} from '../helpers/fake-clients.ts';
import {films, sampleCollection, shows} from '../helpers/samples.ts';
import {noon, openAt, type TempStore, tempStore} from '../helpers/temp-store.ts';

const everything: CollectRequest = {scope: 'all', names: []};
const homeOnly = {home: true, shared: false, recommended: false};
const nowhere = {home: false, shared: false, recommended: false};

/** Two libraries, four collections, two of them with the same title. */
const createWorld = (): FakeWorld =>
	createFakeWorld({
		sections: [films, shows],
		collections: [
			sampleCollection('1', {title: 'Heist'}),
			sampleCollection('2', {title: 'Café', childCount: 1}),
			sampleCollection('3', {title: 'Nordic', childCount: 2}, shows),
			sampleCollection('4', {title: 'HEIST', childCount: 1}, shows),
		],
		members: {1: ['11', '12', '13'], 2: ['11'], 3: ['31', '32'], 4: ['31']},
		plays: {11: 1000, 12: 2000, 13: 3000, 31: 4000, 32: 5000},
		flags: {1: homeOnly, 3: {home: false, shared: false, recommended: true}, 4: nowhere},
	});

type Setting = TempStore & {
	readonly world: FakeWorld;
	readonly deps: CollectDeps;
	readonly tautulli: TautulliClient;
	readonly plex: PlexClient;
};

const createSetting = (more: Partial<CollectDeps> = {}): Setting => {
	const world = createWorld();
	const opened = tempStore();
	const {store, clock} = opened;
	const tautulli = createFakeTautulli(world);
	const plex = createFakePlex(world);
	const now = (): number => clock.at;
	return {
		...opened,
		world,
		tautulli,
		plex,
		deps: {
			tautulli,
			switchedOff: switchedOff('/home/me/config.yaml'),
			plex,
			store,
			now,
			libraries: [],
			disabledLibraries: [],
			queryDays: 30,
			holder: 'test',
			...more,
		},
	};
};

type Result = {readonly summary: RunSummary; readonly progress: Progress[]};

const run = async (deps: CollectDeps, request: Partial<CollectRequest> = {}, signal?: AbortSignal): Promise<Result> => {
	const progress: Progress[] = [];
	const running = collectRun(deps, {...everything, ...request}, signal);
	while (true) {
		const step = await running.next();
		if (step.done) return {summary: step.value, progress};
		progress.push(step.value);
	}
};

const titles = ({collected}: RunSummary): string[] => collected.map(({collection}) => collection);

const plexTrouble = (code: 'unreachable' | 'unauthorized' | 'server-error', message: string): AppError =>
	new AppError(code, message, {server: 'plex'});

const away = async (): Promise<never> => {
	throw plexTrouble('unreachable', 'Plex is away.');
};

test('a run collects all, in the order of the listing, and stores it', async () => {
	const {deps, store} = createSetting();
	const {summary} = await run(deps, {rotationId: 17});
	expect(summary).toEqual({
		status: 'success',
		reason: null,
		error: null,
		collected: [
			{collection: 'Heist', libraryName: 'Films', plays: 180, ratingKey: '1'},
			{collection: 'Café', libraryName: 'Films', plays: 30, ratingKey: '2'},
			{collection: 'Nordic', libraryName: 'Shows', plays: 270, ratingKey: '3'},
			{collection: 'HEIST', libraryName: 'Shows', plays: 120, ratingKey: '4'},
		],
		failed: [],
		warnings: [],
		totalCollections: 4,
		distinctPlays: null,
		adoptedPlays: null,
		lostKeys: null,
		matches: null,
	});
	expect(store.snapshots.newest()[0]).toEqual({
		collectionName: 'Heist',
		libraryName: 'Films',
		ratingKey: '1',
		mediaType: 'movie',
		plays: 180,
		playedSeconds: 18_000,
		uniqueUsers: null,
		rotationId: 17,
		collectedAt: noon,
		queryDays: 30,
		totalItems: 3,
		itemsWithPlays: null,
		promoted: homeOnly,
		windows: storedWindows.map(days => windowIn(6000, days)),
		sectionUuid: 'uuid-films',
		source: 'plex',
	});
	expect(store.runs.latest(1)).toMatchObject([{status: 'success', collected: 4, failed: 0}]);
	expect(store.events.latest(1)).toMatchObject([{kind: 'run-ended', text: 'Collected 4 collections.'}]);
	expect(store.lease.holder()).toBeNull();
});

test('it asks what it needs and no more', async () => {
	const {deps, world} = createSetting();
	await run(deps);
	expect(world.asked).toEqual([
		'plex sections',
		'tautulli status',
		'plex collections 1',
		'plex promotions 1',
		'plex collections 2',
		'plex promotions 2',
		'tautulli stats collection 1 1,7,30,90,365,0',
		'tautulli stats collection 2 1,7,30,90,365,0',
		'tautulli stats collection 3 1,7,30,90,365,0',
		'tautulli stats collection 4 1,7,30,90,365,0',
	]);
});

test('its progress is a stream of facts', async () => {
	const {deps} = createSetting();
	const {progress} = await run(deps);
	expect(progress.map(({step, done, total, label}) => `${step} ${done}/${total ?? '?'} ${label}`)).toEqual([
		'connecting 0/? ',
		'listing 0/2 Films',
		'listing 1/2 Films',
		'listing 2/2 Shows',
		'collecting 0/4 Heist',
		'collecting 1/4 Heist',
		'collecting 2/4 Café',
		'collecting 3/4 Nordic',
		'collecting 4/4 HEIST',
		'saving 0/4 ',
	]);
});

test('a window that is not among the stored ones is asked for, too', async () => {
	const {deps, world, store} = createSetting({queryDays: 14});
	await run(deps, {names: ['Nordic']});
	expect(world.asked.at(-1)).toBe('tautulli stats collection 3 1,7,30,90,365,0,14');
	expect(store.snapshots.newest()).toMatchObject([
		{plays: 126, queryDays: 14, windows: storedWindows.map(days => windowIn(9000, days))},
	]);
});

test('only the promoted ones, while the flags of all are recorded', async () => {
	const {deps, store} = createSetting();
	const {summary} = await run(deps, {scope: 'promoted'});
	expect(titles(summary)).toEqual(['Heist', 'Nordic']);
	const {states} = store.promotions.ofSection('uuid-films', 0);
	expect(states.get('2')).toMatchObject([{promoted: nowhere, row: null, first: noon, last: noon}]);
});

test('names are whole titles, composed and case-blind, in all enabled libraries', async () => {
	const {deps, store} = createSetting();
	const {summary} = await run(deps, {scope: 'promoted', names: ['heist', 'CAFE\u0301', 'Hei']});
	expect(summary).toMatchObject({status: 'partial', totalCollections: 4});
	expect(titles(summary)).toEqual(['Heist', 'Café', 'HEIST']);
	expect(summary.failed).toEqual([
		{
			collection: 'Hei',
			libraryName: null,
			ratingKey: null,
			reason: 'No collection has this name in the enabled libraries. Did you mean "Heist"?',
		},
	]);
	expect(store.collections.listed()).toHaveLength(4);
});

test('only enabled libraries are listed; a name without a library is a warning', async () => {
	const {deps, world} = createSetting({libraries: ['SHOWS', 'Anime']});
	const {summary} = await run(deps);
	expect(titles(summary)).toEqual(['Nordic', 'HEIST']);
	expect(summary.warnings).toEqual(['The server has no library called "Anime" (plex.libraries): it is passed over.']);
	expect(world.asked).not.toContain('plex collections 1');
});

test('a library that is switched off is passed over, unless others are switched on by name', async () => {
	const {deps} = createSetting({disabledLibraries: ['films']});
	expect(titles((await run(deps)).summary)).toEqual(['Nordic', 'HEIST']);
	expect(titles((await run({...deps, libraries: ['Films']})).summary)).toEqual(['Heist', 'Café']);
});

test('no enabled library at all is a matter of the configuration', async () => {
	const {deps} = createSetting({libraries: ['Anime']});
	expect((await run(deps)).summary).toMatchObject({
		status: 'error',
		reason: 'No library of the server is enabled: it has "Films", "Shows".',
		error: {code: 'config'},
	});
});

test('one library narrows the run, and says nothing about the others', async () => {
	const {deps, store} = createSetting();
	await run(deps);
	expect(titles((await run(deps, {library: 'shows'})).summary)).toEqual(['Nordic', 'HEIST']);
	expect(store.snapshots.newest()).toHaveLength(4);
	expect((await run(deps, {library: 'Anime'})).summary).toMatchObject({status: 'error', error: {code: 'usage'}});
});

test('a library that is no longer enabled leaves the board', async () => {
	const {deps, store} = createSetting();
	await run(deps);
	await run({...deps, libraries: ['Films']});
	expect(store.snapshots.newest().map(({collectionName}) => collectionName)).toEqual(['Heist', 'Café']);
});

test('one library that cannot be read is a part that failed', async () => {
	const {deps, store, plex} = createSetting();
	await run(deps);
	const broken: typeof plex = {
		...plex,
		getCollections: async (section, signal) => {
			if (section === films) throw plexTrouble('server-error', 'Plex stumbled.');
			return plex.getCollections(section, signal);
		},
	};
	const {summary} = await run({...deps, plex: broken}, {names: ['Heist', 'Gone']});
	expect(summary.status).toBe('partial');
	expect(titles(summary)).toEqual(['HEIST']);
	expect(summary.failed).toEqual([
		{
			collection: '',
			libraryName: 'Films',
			ratingKey: null,
			reason: 'The library could not be listed: Plex stumbled.',
		},
		{
			collection: 'Gone',
			libraryName: null,
			ratingKey: null,
			reason: 'No collection has this name in the libraries that could be read.',
		},
	]);
	expect(store.snapshots.newest()).toHaveLength(4);
});

test('Plex wholly away is an error: nothing is stored, and Tautulli is not asked instead', async () => {
	const {deps, world, store, plex} = createSetting();
	for (const method of ['getSections', 'getCollections'] as const) {
		const {summary} = await run({...deps, plex: {...plex, [method]: away}});
		expect(summary).toEqual({
			status: 'error',
			reason: 'Plex is away.',
			error: plexTrouble('unreachable', 'Plex is away.').toJSON(),
			collected: [],
			failed: [],
			warnings: [],
			totalCollections: 0,
		});
	}
	expect(world.asked.filter(question => /^tautulli (libraries|collections)/.test(question))).toEqual([]);
	expect([store.snapshots.newest(), store.collections.listed()]).toEqual([[], []]);
	expect(store.runs.latest(1)).toMatchObject([{status: 'error', reason: 'Plex is away.'}]);
	expect(store.events.latest(1)).toMatchObject([{kind: 'run-ended', text: 'Plex is away.'}]);
});

test.each([[false], [null]])('Tautulli that says %j of its connection to Plex counts nothing', async connected => {
	const {deps, world, store} = createSetting();
	world.connected = connected;
	expect((await run(deps)).summary).toMatchObject({status: 'error', error: {code: 'unreachable', server: 'plex'}});
	expect(store.snapshots.newest()).toEqual([]);
});

test('a server without libraries is starting, not empty', async () => {
	const {deps, world, store} = createSetting();
	await run(deps);
	world.sections = [];
	expect((await run(deps)).summary).toMatchObject({status: 'error', error: {code: 'bad-answer'}});
	expect(store.snapshots.newest()).toHaveLength(4);
});

test('refused flags are unknown and a warning, not a failure', async () => {
	const {deps, store, plex} = createSetting();
	const getPromotions = async (): Promise<never> => {
		throw plexTrouble('unauthorized', 'Plex refused the token.');
	};
	const refusing = {...deps, plex: {...plex, getPromotions}};
	const {summary} = await run(refusing);
	expect([summary.status, summary.warnings]).toEqual([
		'success',
		[
			'Plex did not say what is promoted in Films: Plex refused the token.',
			'Plex did not say what is promoted in Shows: Plex refused the token.',
		],
	]);
	expect(store.snapshots.newest()[0]?.promoted).toBeNull();
	expect(store.promotions.lastLook('uuid-films')).toBeNull();
	expect((await run(refusing, {scope: 'promoted'})).summary).toMatchObject({
		status: 'partial',
		collected: [],
		failed: [{libraryName: 'Films'}, {libraryName: 'Shows'}],
	});
});

test('without Plex settings Tautulli lists, promotion is unknown, and the sections stay the same', async () => {
	const {deps, store, clock} = createSetting();
	await run(deps);
	clock.at += 60;
	const {summary} = await run({...deps, plex: null});
	expect([summary.status, titles(summary)]).toEqual(['success', ['Heist', 'Café', 'Nordic', 'HEIST']]);
	expect(store.snapshots.newest()).toMatchObject(
		['1', '2', '3', '4'].map(ratingKey => ({ratingKey, promoted: null, source: 'tautulli', collectedAt: noon + 60})),
	);
	expect((await run({...deps, plex: null}, {scope: 'promoted'})).summary).toMatchObject({error: {code: 'config'}});
});

test('a disabled Tautulli skips the run', async () => {
	const {deps, store} = createSetting({tautulli: null});
	expect((await run(deps)).summary).toMatchObject({
		status: 'skipped',
		reason: 'Tautulli is switched off in the configuration. Set tautulli.enabled to true in /home/me/config.yaml.',
		error: null,
		collected: [],
	});
	expect(store.runs.latest(1)).toEqual([]);
});

test('another run that holds the lease is named', async () => {
	const {deps, file, clock} = createSetting();
	openAt(file, clock).lease.take('timer, process 7');
	await expect(run(deps)).rejects.toMatchObject({code: 'busy', message: expect.stringContaining('timer, process 7')});
});

test('another process that reads the history is waited for', async () => {
	const {deps, store, file, clock} = createSetting();
	const lease = openAt(file, clock).lease.take('watch, process 7', 'sync');
	const steps: string[] = [];
	for await (const {step} of collectRun(deps, everything)) {
		steps.push(step);
		if (step === 'waiting') lease.release();
	}
	expect(steps.slice(0, 2)).toEqual(['waiting', 'connecting']);
	expect(store.runs.latest(1)).toMatchObject([{status: 'success'}]);
});

test('whoever waits for the history can be cancelled', async () => {
	const {deps, store, file, clock} = createSetting();
	openAt(file, clock).lease.take('watch, process 7', 'sync');
	const controller = new AbortController();
	const end = (async () => {
		for await (const {step} of collectRun(deps, everything, controller.signal))
			if (step === 'waiting') controller.abort();
	})();
	await expect(end).rejects.toMatchObject({code: 'cancelled'});
	expect(store.runs.latest(1)).toEqual([]);
	expect(store.lease.holder()?.name).toBe('watch, process 7');
});

test.each(['connecting', 'listing', 'collecting', 'saving'])('cancelled while %s: nothing is stored', async at => {
	const {deps, store} = createSetting();
	const controller = new AbortController();
	const running = collectRun(deps, everything, controller.signal);
	const end = (async () => {
		for await (const {step} of running) if (step === at) controller.abort();
	})();
	await expect(end).rejects.toMatchObject({code: 'cancelled'});
	expect([store.snapshots.newest(), store.collections.listed(), store.lease.holder()]).toEqual([[], [], null]);
	expect(store.runs.latest(5)).toMatchObject([{status: 'cancelled', collected: 0}]);
});

test('a run whose program has gone was cut off: nobody cancelled it', async () => {
	const {deps, store} = createSetting();
	const controller = new AbortController();
	const end = (async () => {
		for await (const {step} of collectRun(deps, everything, controller.signal))
			if (step === 'collecting') controller.abort(cutOff());
	})();
	await expect(end).rejects.toMatchObject({code: 'cancelled'});
	expect(store.runs.latest(5)).toMatchObject([{status: 'interrupted', reason: cutOff().message, collected: 0}]);
});

test('whoever stops listening cancels the run', async () => {
	const {deps, store} = createSetting();
	for await (const {step} of collectRun(deps, everything)) if (step === 'collecting') break;
	expect([store.runs.latest(1)[0]?.status, store.snapshots.newest(), store.lease.holder()]).toEqual([
		'cancelled',
		[],
		null,
	]);
});

test('a collection that cannot be counted is failed, never a zero', async () => {
	const {deps, store, tautulli} = createSetting();
	const getItemStats: typeof tautulli.getItemStats = async (request, signal) => {
		if (request.ratingKey === '2') throw new AppError('bad-answer', 'Tautulli answered nonsense.');
		return tautulli.getItemStats(request, signal);
	};
	const {summary} = await run({...deps, tautulli: {...tautulli, getItemStats}});
	expect(summary.failed).toEqual([
		{collection: 'Café', libraryName: 'Films', ratingKey: '2', reason: 'Tautulli answered nonsense.'},
	]);
	expect([summary.status, summary.totalCollections]).toEqual(['partial', 4]);
	expect(store.snapshots.newest().map(({ratingKey}) => ratingKey)).toEqual(['1', '3', '4']);
});

test('Tautulli that goes away is asked no more, and is the trouble of the run', async () => {
	const {deps, world, store, tautulli} = createSetting();
	world.collections = Array.from({length: 50}, (_, key) => sampleCollection(String(key + 1)));
	let asked = 0;
	const getItemStats = async (): Promise<never> => {
		asked += 1;
		throw new AppError('timeout', 'Tautulli did not answer.', {server: 'tautulli'});
	};
	const {summary} = await run({...deps, tautulli: {...tautulli, getItemStats}});
	expect(summary).toMatchObject({status: 'error', error: {code: 'timeout', server: 'tautulli'}});
	expect(asked).toBeLessThan(6);
	expect(store.snapshots.newest()).toEqual([]);
});

test('a bug is no AppError: it comes through, and the run is marked', async () => {
	const {deps, store, tautulli} = createSetting();
	const getItemStats = async (): Promise<never> => {
		throw new TypeError('undefined is not a function');
	};
	await expect(run({...deps, tautulli: {...tautulli, getItemStats}})).rejects.toThrow(TypeError);
	expect(store.runs.latest(1)).toMatchObject([{status: 'error'}]);
	expect(store.lease.holder()).toBeNull();
});

test('a library that lists nothing at once keeps its place, with a warning', async () => {
	const {deps, world, store} = createSetting();
	await run(deps);
	world.collections = world.collections.filter(({sectionId}) => sectionId === '2');
	const {summary} = await run(deps);
	expect(summary.warnings).toEqual(['Plex lists no collections in Films, where there were 2.']);
	expect(store.snapshots.newest()).toHaveLength(4);
});
