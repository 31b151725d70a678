import {expect, test} from 'vitest';
import type {PlayCount, PlayCounts} from '../../source/domain/plays/plays.ts';
import {graphOf, measured} from '../../source/stats/graph-of.ts';

const row = (key: string, kind: string, plays: number): PlayCount => ({
	key,
	name: key,
	kind,
	plays,
	playedSeconds: plays * 60,
	users: plays + 100,
	lastAt: null,
	deleted: false,
});

const counts = (axis: readonly string[], ...rows: readonly PlayCount[]): PlayCounts => ({
	rows,
	total: {plays: 0, playedSeconds: 0, users: 0},
	names: 1,
	axis,
	span: {from: 0, to: 0},
	mediaKinds: ['movie', 'episode'],
	coverage: {asOf: 0, knownFrom: null, zone: 'UTC', zoneProven: true},
});

test('what is measured of a row', () => {
	const one = row('a', '', 2);
	expect([measured(one, 'plays'), measured(one, 'duration'), measured(one, 'users')]).toEqual([2, 120, 102]);
	expect(measured({...one, users: null}, 'users')).toBe(0);
});

test('by media: the series of the kinds that there are libraries for, in Tautulli’s order, zeros where nothing is', () => {
	const found = graphOf(counts(['0', '1'], row('1', 'movie', 3), row('1', 'track', 9)), {
		by: 'weekday',
		split: 'media',
		measure: 'plays',
	});
	expect(found).toEqual({
		categories: ['Sunday', 'Monday'],
		series: [
			{name: 'TV', values: [0, 0]},
			{name: 'Movies', values: [0, 3]},
		],
	});
});

test('by date Tautulli puts its sum beside them, and only there', () => {
	const asked = {by: 'date', split: 'media', measure: 'duration'} as const;
	const days = counts(['2026-11-25', '2026-11-26'], row('2026-11-26', 'movie', 1), row('2026-11-26', 'episode', 2));
	expect(graphOf(days, asked).series.at(-1)).toEqual({name: 'Total', values: [0, 180]});
	expect(graphOf(days, {...asked, split: 'decision'}).series.map(({name}) => name)).toEqual([
		'Direct Play',
		'Direct Stream',
		'Transcode',
	]);
});

test('unsplit: one series by what is counted', () => {
	const found = (measure: 'plays' | 'users') =>
		graphOf(counts(['00'], row('00', '', 4)), {by: 'hour', split: 'nothing', measure});
	expect(found('plays')).toEqual({categories: ['00'], series: [{name: 'Plays', values: [4]}]});
	expect(found('users')).toEqual({categories: ['00'], series: [{name: 'Users', values: [104]}]});
});

test('months and weekdays have names', () => {
	const named = (by: 'month' | 'weekday', axis: readonly string[]) =>
		graphOf(counts(axis), {by, split: 'nothing', measure: 'plays'}).categories;
	expect(named('month', ['2025-12', '2026-01'])).toEqual(['Dec 2025', 'Jan 2026']);
	expect(named('weekday', ['6', '?'])).toEqual(['Saturday', '?']);
});
