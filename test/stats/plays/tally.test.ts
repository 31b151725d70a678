import {describe, expect, test} from 'vitest';
import type {IsWanted, TextColumn} from '../../../source/domain/plays/play-columns.ts';
import {tally} from '../../../source/stats/plays/tally.ts';
import {playColumns, type TestPlay} from '../../helpers/play-columns.ts';

type Asked = {
	readonly from?: number;
	readonly to?: number;
	readonly conditions?: readonly IsWanted[];
	/** By what the rows are told: the start modulo ten, unless it is said. */
	readonly bucketsAt?: (at: number) => readonly number[];
	readonly split?: 'media' | 'decisions';
	readonly grouping?: boolean;
	readonly perBucket?: boolean;
	/** As `perBucket` is, unless it is said. */
	readonly asGraph?: boolean;
	readonly users?: readonly number[];
	readonly known?: readonly number[];
};

const count = (plays: readonly TestPlay[], asked: Asked = {}) => {
	const columns = playColumns(plays);
	const kinds: TextColumn | null = asked.split ? columns[asked.split] : null;
	return tally(columns, {
		from: asked.from ?? 100,
		to: asked.to ?? 200,
		conditions: asked.conditions ?? [],
		bucketsAt: asked.bucketsAt ?? (at => [(columns.startedAt[at] ?? 0) % 10]),
		keyOf: String,
		kinds,
		grouping: asked.grouping ?? true,
		perBucket: asked.perBucket ?? true,
		asGraph: asked.asGraph ?? asked.perBucket ?? true,
		usersOf: asked.users ? new Set(asked.users) : null,
		knownUsers: new Set(asked.known ?? asked.users ?? [1, 2, 3]),
	});
};

const bars = (result: ReturnType<typeof count>) =>
	result.rows.map(({key, kind, plays, playedSeconds}) => [key, kind, plays, playedSeconds]);

describe('the edges of a window', () => {
	test('a play is in it by its stop: at the first second, and until the second before the last', () => {
		const stops = [99, 100, 199, 200];
		const plays = stops.map((stop, index) => ({id: index + 1, stop, seconds: 1}));
		expect(count(plays).total).toEqual({plays: 2, playedSeconds: 2, users: 1});
	});

	test('what never stopped is in none, but in all time', () => {
		const plays: readonly TestPlay[] = [{id: 1, stop: null, seconds: 5}];
		expect(count(plays).total.plays).toBe(0);
		expect(count(plays, {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY}).total.plays).toBe(1);
	});

	test('of a group only the rows in it count, and the lowest of those tells what it is', () => {
		const plays = [
			{id: 1, group: 1, stop: 99, seconds: 10, decision: 'transcode'},
			{id: 2, group: 1, stop: 150, seconds: 20, decision: 'copy'},
			{id: 3, group: 1, stop: 160, seconds: 40, decision: 'direct play'},
		];
		expect(bars(count(plays, {split: 'decisions', perBucket: false}))).toEqual([['0', 'copy', 1, 60]]);
	});
});

describe('groups', () => {
	const plays = [
		{id: 1, group: 1, start: 1, stop: 110, seconds: 10, decision: 'copy'},
		{id: 2, start: 1, stop: 120, seconds: 5, decision: 'copy'},
		{id: 3, group: 1, start: 2, stop: 130, seconds: 30, decision: 'transcode'},
		{id: 4, group: 1, start: 1, stop: 140, seconds: 100, decision: 'transcode'},
	];

	test('in bars by time a group counts once in each bar, as its lowest row there', () => {
		expect(bars(count(plays, {split: 'decisions'}))).toEqual([
			['1', 'copy', 2, 115],
			['2', 'transcode', 1, 30],
		]);
	});

	test('by names, and in the total, it counts once, as its lowest row of all', () => {
		const found = count(plays, {split: 'decisions', perBucket: false});
		expect(bars(found)).toEqual([['1', 'copy', 2, 145]]);
		expect(found.total).toEqual({plays: 2, playedSeconds: 145, users: 1});
	});

	test('without grouping every row counts', () => {
		const found = count(plays, {split: 'decisions', grouping: false});
		expect(bars(found)).toEqual([
			['1', 'copy', 2, 15],
			['2', 'transcode', 1, 30],
			['1', 'transcode', 1, 100],
		]);
		expect(found.total).toEqual({plays: 4, playedSeconds: 145, users: 1});
	});

	test('in several buckets at once a play counts in each, and a group once in each', () => {
		const collections = (at: number): readonly number[] => (at === 1 ? [] : [7, 8]);
		const found = count(plays, {bucketsAt: collections, perBucket: false});
		expect(bars(found)).toEqual([
			['7', '', 1, 140],
			['8', '', 1, 140],
		]);
		expect(found.total.plays).toBe(2);
	});
});

describe('rows of no group', () => {
	const plays: readonly TestPlay[] = [
		{id: 1, group: null, start: 1, stop: 110, seconds: 10},
		{id: 2, group: null, start: 2, stop: 120, seconds: 20},
		{id: 3, group: null, start: 1, stop: 130, seconds: 40},
	];

	test('are one together in each bar, as NULL is one group in Tautulli’s graphs', () => {
		expect(bars(count(plays))).toEqual([
			['1', '', 1, 50],
			['2', '', 1, 20],
		]);
	});

	test('are no play in sums, and their time counts', () => {
		const found = count(plays, {perBucket: false});
		expect(bars(found)).toEqual([
			['1', '', 0, 50],
			['2', '', 0, 20],
		]);
		expect(found.total).toEqual({plays: 0, playedSeconds: 70, users: 1});
	});

	test('are one together in a graph by names, where the first of them is', () => {
		const found = count(plays, {perBucket: false, asGraph: true});
		expect(bars(found)).toEqual([['1', '', 1, 70]]);
		const untimed: TestPlay = {id: 4, start: null, stop: 140, seconds: -30};
		const buckets = {bucketsAt: () => [1], perBucket: false};
		expect(bars(count([...plays, untimed], {...buckets, asGraph: true}))).toEqual([['1', '', 2, 70]]);
		expect(bars(count([...plays, untimed], buckets))).toEqual([['1', '', 1, 40]]);
	});

	test('are a play each without grouping', () => {
		expect(count(plays, {grouping: false}).total.plays).toBe(3);
	});
});

test('a play of no seconds is a play', () => {
	expect(count([{id: 1, stop: 110, seconds: 0}]).total).toEqual({plays: 1, playedSeconds: 0, users: 1});
});

test('users: unique, in a row and in all; those that Tautulli does not know count as nobody', () => {
	const plays = [
		{id: 1, start: 1, stop: 110, user: 1},
		{id: 2, start: 1, stop: 110, user: 1},
		{id: 3, start: 1, stop: 110, user: 2},
		{id: 4, start: 2, stop: 110, user: 9},
	];
	const found = count(plays, {users: [1, 2], known: [1, 2]});
	expect(found.rows.map(({key, users}) => [key, users])).toEqual([
		['1', 2],
		['2', 0],
	]);
	expect(found.total.users).toBe(2);
	expect(count(plays, {known: [2]}).rows.map(({users}) => users)).toEqual([null, null]);
	expect(count(plays, {known: [2]}).total.users).toBe(1);
});

test('a row knows when it was played last, and nothing where no play has a stop', () => {
	const plays: readonly TestPlay[] = [
		{id: 1, start: 1, stop: 150},
		{id: 2, start: 1, stop: 120},
		{id: 3, start: 2, stop: null},
	];
	const found = count(plays, {from: Number.NEGATIVE_INFINITY});
	expect(found.rows.map(({key, lastAt}) => [key, lastAt])).toEqual([
		['1', 150],
		['2', null],
	]);
});

test('only what meets all conditions counts', () => {
	const plays = [1, 2, 3, 4].map(id => ({id, stop: 110}));
	const conditions = [(at: number) => at > 0, (at: number) => at < 3];
	expect(count(plays, {conditions}).total.plays).toBe(2);
});

test('kinds and buckets of the largest numbers are kept apart', () => {
	const plays = [
		{id: 1, group: 1, start: 1, stop: 110, media: 'movie'},
		{id: 2, group: 1, start: 2, stop: 110, media: 'episode'},
		{id: 3, group: 3, start: 1, stop: 110, media: 'episode'},
		{id: 4, group: 3, start: 2, stop: 110, media: 'movie'},
	];
	const largest = (at: number): readonly number[] => [at % 2 === 0 ? 2_147_483_647 : -2_147_483_648];
	expect(bars(count(plays, {split: 'media', bucketsAt: largest}))).toEqual([
		['2147483647', 'movie', 1, 0],
		['-2147483648', 'episode', 1, 0],
		['2147483647', 'episode', 1, 0],
		['-2147483648', 'movie', 1, 0],
	]);
});
