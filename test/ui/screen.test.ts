import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {AppError, type ErrorCode, type ServerName} from '../../source/domain/app-error.ts';
import type {Sources} from '../../source/sources.ts';
import {type Stage, setStage} from './stage.ts';
import {busy, calm, quiet} from './world.ts';

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

const of = (question: () => Promise<never>): Partial<Sources> => ({
	activity: question,
	hours: question,
	days: question,
	types: question,
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
	{name: 'stale', play: size => later(size, {activity: lost}, 20)},
	{name: 'plex away', play: size => later(size, {activity: plexAway}, 20)},
	{name: 'lost', play: size => setStage({...size, sources: of(lost)})},
	{name: 'refused', play: size => setStage({...size, sources: of(refused)})},
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
