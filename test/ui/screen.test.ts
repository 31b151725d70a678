import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {AppError, type ErrorCode, type ServerName} from '../../source/domain/app-error.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSettings, fakeSummary} from '../helpers/fake-sources.ts';
import {type Stage, setStage} from './stage.ts';
import {busy, calm, evening, quiet} from './world.ts';

/** Whole screens as text files: look at a golden before it is kept. `vitest -u` writes them anew. */
const sizes = [
	[80, 24],
	[120, 40],
	[50, 20],
] as const;

const away = (code: ErrorCode, server: ServerName, message: string, hint: string) => async (): Promise<never> => {
	throw new AppError(code, message, {server, hint});
};
const lost = away('unreachable', 'tautulli', 'Tautulli does not answer at http://tower:8181.', 'Is it running there?');
const refused = away('unauthorized', 'tautulli', 'Tautulli refused the API key.', 'Copy it again from its settings.');
const plexAway = away('unreachable', 'plex', 'Plex does not answer at http://tower:32400.', 'Is it running there?');

const down = (code: ErrorCode, server: ServerName) => ({
	ok: false,
	error: new AppError(code, 'Gone.', {server}).toJSON(),
	name: '',
	version: null,
	ms: null,
});
const well = {ok: true, error: null, name: 'tower', version: '2.17.2', ms: 41};
const withoutPlex = async () => ({tautulli: well, plex: down('unreachable', 'plex'), plexConnected: false});
const withoutTautulli = async () => ({tautulli: down('unreachable', 'tautulli'), plex: well, plexConnected: null});
const withWrongKey = async () => ({tautulli: down('unauthorized', 'tautulli'), plex: well, plexConnected: null});

const of = (question: () => Promise<never>): Partial<Sources> => ({
	activity: question,
	plays: question,
	peaks: question,
});

/** Answers as `good` does, and from the second question on as `then` does. */
const turning = (good: Partial<Sources>, then: Partial<Sources>): {sources: Partial<Sources>; turn: () => void} => {
	let turned = false;
	return {
		turn: () => {
			turned = true;
		},
		sources: {
			...good,
			activity: async (query, signal) => {
				const ask = (turned ? then : good).activity;
				if (!ask) throw new Error('not set');
				return ask(query, signal);
			},
			servers: async (query, signal) => {
				const ask = (turned ? then : evening).servers ?? evening.servers;
				if (!ask) throw new Error('not set');
				return ask(query, signal);
			},
		},
	};
};

type Size = {readonly columns: number; readonly rows: number};
type Scene = {name: string; play: (size: Size) => Promise<Stage>};

const later = async (size: Size, then: Partial<Sources>, seconds: number): Promise<Stage> => {
	const {sources, turn} = turning({activity: async () => calm}, then);
	const stage = await setStage({...size, sources});
	turn();
	await stage.clock.pass(seconds);
	return stage;
};

/** A run of this screen that has come so far. */
const atWork = async (size: Size): Promise<Stage> => {
	const stage = await setStage({...size, sources: {collect: () => new Promise(() => {})}});
	await stage.press('c');
	await stage.emit({type: 'progress', progress: {step: 'collecting', done: 0, total: 36, label: 'Hidden Gems'}});
	await stage.clock.pass(8);
	await stage.emit({type: 'progress', progress: {step: 'collecting', done: 14, total: 36, label: 'Nordic Noir'}});
	await stage.clock.pass(1);
	return stage;
};

/** The history while it is mirrored for the first time. */
const filling = async (size: Size): Promise<Stage> => {
	const stage = await setStage({...size, sources: {}});
	const reachesTo = Date.parse('2024-03-10T12:00:00Z') / 1000;
	const progress = {step: 'syncing', done: 62_000, total: 199_981, label: '40 s left', reachesTo} as const;
	await stage.emit({type: 'syncing', progress});
	return stage;
};

const unheard = (): Promise<never> => new Promise(() => {});

/** Configured, and nothing has answered yet. */
const unanswered: Partial<Sources> = {
	activity: unheard,
	plays: unheard,
	peaks: unheard,
	board: unheard,
	local: unheard,
	ping: unheard,
};

const failed = {collection: 'Heist', libraryName: 'Movies', ratingKey: null, reason: 'Plex did not answer.'};

const collected = async (size: Size): Promise<Stage> => {
	const rows = Array.from({length: 36}, (_, index) => ({
		collection: `Shelf ${index}`,
		libraryName: 'Movies',
		plays: 1,
		ratingKey: String(index),
	}));
	const stage = await setStage({
		...size,
		sources: {collect: async () => ({...fakeSummary, status: 'partial', collected: rows, failed: [failed, failed]})},
	});
	await stage.press('c');
	return stage;
};

const demo: Partial<Sources> = {
	settings: async () => ({...fakeSettings, demo: true, unconfigured: true, uploadMbps: 40}),
	local: async (query, signal) => {
		if (!evening.local) throw new Error('not set');
		return {...(await evening.local(query, signal)), demo: true};
	},
};

const scenes: readonly Scene[] = [
	{name: 'first paint', play: size => setStage(size)},
	{name: 'connecting', play: size => setStage({...size, sources: unanswered})},
	{name: 'live', play: size => setStage({...size, sources: {}})},
	{name: 'busy', play: size => setStage({...size, sources: {activity: async () => busy}})},
	{name: 'quiet', play: size => setStage({...size, sources: {activity: async () => quiet}})},
	{name: 'stale', play: size => later(size, {activity: lost, servers: withoutTautulli}, 20)},
	{name: 'plex away', play: size => later(size, {activity: plexAway, servers: withoutPlex}, 20)},
	{name: 'tautulli lost plex', play: size => later(size, {activity: plexAway}, 20)},
	{name: 'lost', play: size => setStage({...size, sources: {...of(lost), servers: withoutTautulli}})},
	{name: 'at work', play: atWork},
	{name: 'collected', play: collected},
	{name: 'filling', play: filling},
	{name: 'demo', play: size => setStage({...size, sources: demo})},
	{name: 'refused', play: size => setStage({...size, sources: {...of(refused), servers: withWrongKey}})},
	{
		name: 'empty',
		play: size =>
			setStage({
				...size,
				sources: {
					activity: async () => quiet,
					board: async ({days}) => ({days, rows: [], hasMovement: false, collectedAt: null}),
				},
			}),
	},
];

const sizeName = (columns: number, rows: number): string => `${columns}x${rows}`;

describe.each(sizes)('at %i x %i', (columns, rows) => {
	test.each(scenes)('$name', async ({name, play}) => {
		const stage = await play({columns, rows});
		const file = `${name.replaceAll(' ', '-')}-${sizeName(columns, rows)}.txt`;
		await expect(`${stage.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
	});

	test('no two states look alike without colour', async () => {
		const texts = await Promise.all(scenes.map(async ({play}) => (await play({columns, rows})).text()));
		expect(new Set(texts).size).toBe(scenes.length);
	});

	test('Plex away never reads as nobody watching', async () => {
		const stage = await later({columns, rows}, {activity: plexAway}, 20);
		expect(stage.text()).not.toMatch(/nobody/i);
		expect(stage.text()).toContain('not known');
	});
});

test.each([
	['now playing', ['z']],
	['hours', ['2', '2']],
	['stream types', ['3', '3']],
	['peaks', ['4', '4']],
	['collections', ['5', '5', 'j', 'j']],
	['collections by hours', ['5', '5', 'p']],
	['status', ['6', '6']],
	['keys', ['?']],
])('zoomed: %s', async (name, keys) => {
	const stage = await setStage({sources: {}});
	await stage.press(...keys);
	const file = `zoomed-${name.replaceAll(' ', '-')}-80x24.txt`;
	await expect(`${stage.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
});

/** Other sizes show the states that look different there. */
test.each([
	['first paint', 38, 5],
	['live', 38, 5],
	['busy', 38, 5],
	['quiet', 38, 5],
	['plex away', 38, 5],
	['stale', 38, 5],
	['at work', 38, 5],
	['first paint', 200, 60],
	['live', 200, 60],
	['busy', 200, 60],
	['stale', 200, 60],
	['at work', 200, 60],
	['busy', 300, 80],
	['live', 300, 80],
])('%s at %i x %i', async (name, columns, rows) => {
	const scene = scenes.find(each => each.name === name);
	const stage = await scene?.play({columns, rows});
	const file = `${name.replaceAll(' ', '-')}-${sizeName(columns, rows)}.txt`;
	await expect(`${stage?.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
});

test.each([
	[38, 5],
	[50, 20],
	[80, 24],
	[120, 40],
])('the evening in ASCII at %i x %i', async (columns, rows) => {
	const stage = await setStage({columns, rows, ascii: true, sources: {activity: async () => busy}});
	const file = `ascii-${sizeName(columns, rows)}.txt`;
	await expect(`${stage.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
});

test('in ASCII there is nothing but ASCII', async () => {
	const stage = await setStage({ascii: true, sources: {activity: async () => busy}});
	for (const key of ['2', '3', '4', '5', '6', '?', 'd', 'z']) {
		await stage.press(key);
		expect(stage.text()).toMatch(/^[ -~\n]*$/);
	}
});
