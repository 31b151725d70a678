import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {AppError, type ErrorCode, type ServerName} from '../../source/domain/app-error.ts';
import type {Sources} from '../../source/questions/sources.ts';
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

type Scene = {name: string; play: (size: {columns: number; rows: number}) => Promise<Stage>};

const later = async (
	size: {columns: number; rows: number},
	then: Partial<Sources>,
	seconds: number,
): Promise<Stage> => {
	const {sources, turn} = turning({activity: async () => calm}, then);
	const stage = await setStage({...size, sources});
	turn();
	await stage.clock.pass(seconds);
	return stage;
};

const scenes: readonly Scene[] = [
	{name: 'first paint', play: size => setStage(size)},
	{name: 'live', play: size => setStage({...size, sources: {}})},
	{name: 'busy', play: size => setStage({...size, sources: {activity: async () => busy}})},
	{name: 'quiet', play: size => setStage({...size, sources: {activity: async () => quiet}})},
	{name: 'stale', play: size => later(size, {activity: lost, servers: withoutTautulli}, 20)},
	{name: 'plex away', play: size => later(size, {activity: plexAway, servers: withoutPlex}, 20)},
	{name: 'tautulli lost plex', play: size => later(size, {activity: plexAway}, 20)},
	{name: 'lost', play: size => setStage({...size, sources: {...of(lost), servers: withoutTautulli}})},
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

test.each([
	['ascii', {columns: 80, rows: 24, ascii: true}],
	['large', {columns: 200, rows: 60}],
	['tiny', {columns: 34, rows: 7}],
])('%s', async (name, options) => {
	const stage = await setStage({...options, sources: {activity: async () => busy}});
	const file = `${name}-${sizeName(options.columns, options.rows)}.txt`;
	await expect(`${stage.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
});

test('in ASCII there is nothing but ASCII', async () => {
	const stage = await setStage({ascii: true, sources: {activity: async () => busy}});
	for (const key of ['2', '3', '4', '5', '6', '?', 'd', 'z']) {
		await stage.press(key);
		expect(stage.text()).toMatch(/^[ -~\n]*$/);
	}
});
