import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {ServerZone} from '../../source/domain/zone.ts';
import {mirroredGraphsOf} from '../../source/open/mirror-graphs.ts';
import {openStore, type Store} from '../../source/store/open.ts';
import {serverRow} from '../helpers/fake-history.ts';

const now = Date.parse('2026-11-22T08:00:00Z') / 1000;
const at = (text: string): number => Date.parse(text) / 1000;
let folder = '';
let store: Store;
let serverId = 0;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'tautop-graphs-'));
	store = openStore(path.join(folder, 'graphs.db'), {now: () => now});
	serverId = store.mirror.servers.begin('plex-one', now).serverId;
	store.mirror.plays.save(serverId, [
		// 23:30 to 00:30 in Prague: two streams at once, which began on the 20th.
		serverRow(1, at('2026-11-20T22:30:00Z'), {stoppedAt: at('2026-11-20T23:30:00Z'), pausedSeconds: 0}),
		serverRow(2, at('2026-11-20T22:45:00Z'), {
			stoppedAt: at('2026-11-20T23:15:00Z'),
			pausedSeconds: 0,
			mediaType: 'episode',
			transcodeDecision: 'transcode',
		}),
		// One play in two parts, a day apart.
		serverRow(3, at('2026-11-21T19:00:00Z'), {stoppedAt: at('2026-11-21T19:30:00Z'), pausedSeconds: 0}),
		serverRow(4, at('2026-11-21T19:40:00Z'), {
			stoppedAt: at('2026-11-21T20:00:00Z'),
			pausedSeconds: 0,
			referenceId: 3,
		}),
	]);
});

afterEach(() => {
	store.close();
	rmSync(folder, {recursive: true});
});

const zone = (trust: ServerZone['trust'] = 'configured') => ({name: 'Europe/Prague', trust});
const complete = (): void => {
	store.mirror.servers.markCompared(serverId, now - 60, 0);
	store.mirror.servers.markSynced(serverId, now - 60);
};
const every = {days: 3, yAxis: 'plays', graphs: ['hours', 'days', 'types', 'peaks']} as const;
const ask = (grouping: boolean, trust?: ServerZone['trust']) =>
	mirroredGraphsOf(store.mirror, {zone: () => zone(trust), grouping}, every, now);

test('counts by the hours and days of the zone, groups as one', () => {
	complete();
	const graphs = ask(true);
	expect(graphs?.at).toBe(now - 60);
	const hours = graphs?.hours?.series.map(({name, values}) => [name, values[20], values[23]]);
	expect(hours).toEqual([
		['TV', 0, 1],
		['Movies', 1, 1],
		['Music', 0, 0],
		['Live TV', 0, 0],
	]);
	expect(graphs?.days).toEqual({
		categories: ['2026-11-20', '2026-11-21', '2026-11-22'],
		series: [
			{name: 'TV', values: [1, 0, 0]},
			{name: 'Movies', values: [1, 1, 0]},
			{name: 'Music', values: [0, 0, 0]},
			{name: 'Live TV', values: [0, 0, 0]},
			{name: 'Total', values: [2, 1, 0]},
		],
	});
	expect(ask(false)?.days?.series.at(-1)?.values).toEqual([2, 2, 0]);
});

test('stream types with the most at once, and peaks with their times', () => {
	complete();
	const graphs = ask(true);
	expect(graphs?.types?.series).toEqual([
		{name: 'Direct Play', values: [1, 1, 0]},
		{name: 'Direct Stream', values: [0, 0, 0]},
		{name: 'Transcode', values: [1, 0, 0]},
		{name: 'Concurrent Streams', values: [2, 1, 0]},
	]);
	expect(graphs?.peaks?.series.map(({name, values}) => [name, values])).toEqual([
		['Concurrent Streams', [2, 1, 0]],
		['Direct Play', [1, 1, 0]],
		['Direct Stream', [0, 0, 0]],
		['Transcode', [1, 0, 0]],
	]);
	expect(graphs?.peaks?.highest?.['Concurrent Streams']).toEqual({
		count: 2,
		startedAt: at('2026-11-20T22:45:00Z'),
		stoppedAt: at('2026-11-20T23:15:00Z'),
	});
	expect(graphs?.peaks?.highest).not.toHaveProperty('Direct Stream');
});

test('says nothing while the mirror is not whole, or its days are cut by a guess', () => {
	expect(ask(true)).toBeNull();
	complete();
	expect(ask(true, 'presumed')).toBeNull();
	expect(ask(true, 'verified')).not.toBeNull();
});
