import {describe, expect, test} from 'vitest';
import {pointsOf, type ShareDays, shareColumns} from '../../source/stats/stream-shares.ts';

type Day = readonly [play: number | null, stream: number | null, transcode: number | null];

const graphOf = (days: readonly Day[]) => ({
	categories: days.map((_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`),
	series: ['Direct Play', 'Direct Stream', 'Transcode'].map((name, way) => ({
		name,
		values: days.map(day => day[way] ?? null),
	})),
});

const daysOf = (days: readonly Day[], given: Partial<ShareDays> = {}): ShareDays => ({
	graph: graphOf(days),
	plays: graphOf(days),
	running: null,
	...given,
});

describe('shares by day', () => {
	test('a day under ten plays has none, with ten it has', () => {
		const columns = shareColumns(
			daysOf([
				[5, 2, 2],
				[5, 2, 3],
				[0, 0, 0],
			]),
			9,
		);
		expect(columns.map(({shares}) => shares)).toEqual([null, [0.5, 0.2, 0.3], null]);
		expect(columns[0]).toEqual({from: '2026-11-01', to: '2026-11-01', counts: [5, 2, 2], shares: null});
	});

	test('what runs is part of the last day alone, and may make it ten', () => {
		const columns = shareColumns(
			daysOf(
				[
					[6, 1, 1],
					[6, 1, 1],
				],
				{running: [0, 0, 2]},
			),
			9,
		);
		expect(columns.map(({counts}) => counts)).toEqual([
			[6, 1, 1],
			[6, 1, 3],
		]);
		expect(columns.map(({shares}) => shares)).toEqual([null, [0.6, 0.1, 0.3]]);
	});

	test('of hours it is plays that must be ten', () => {
		const hours = graphOf([[3600, 0, 3600]]);
		expect(shareColumns({graph: hours, plays: graphOf([[4, 0, 5]]), running: null}, 9)[0]?.shares).toBeNull();
		expect(shareColumns({graph: hours, plays: graphOf([[5, 0, 5]]), running: null}, 9)[0]?.shares).toEqual([
			0.5, 0, 0.5,
		]);
	});

	test('more days than columns are joined from the last one on, with the share of all their plays', () => {
		const columns = shareColumns(
			daysOf([
				[10, 0, 0],
				[1, 0, 1],
				[18, 0, 0],
				[3, 0, 7],
				[5, 0, 5],
			]),
			3,
		);
		expect(columns.map(({from, to, counts}) => [from.slice(-2), to.slice(-2), counts])).toEqual([
			['01', '01', [10, 0, 0]],
			['02', '03', [19, 0, 1]],
			['04', '05', [8, 0, 12]],
		]);
		expect(columns[1]?.shares).toEqual([0.95, 0, 0.05]);
		expect(shareColumns(daysOf([]), 3)).toEqual([]);
	});

	test('what is not known, and sums below zero, are no part of it', () => {
		const [column] = shareColumns(daysOf([[12, null, -3]]), 9);
		expect([column?.counts, column?.shares]).toEqual([
			[12, 0, -3],
			[1, 0, 0],
		]);
	});
});

test('points against the window before: differences of percentages that add up to 100 each, so to 0', () => {
	expect(pointsOf([1204, 311, 428], [58, 17, 25])).toEqual([4, -1, -3]);
	expect(pointsOf([1, 1, 1], [1, 0, 0])).toEqual([-66, 33, 33]);
});
