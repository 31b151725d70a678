import {describe, expect, test} from 'vitest';
import {lanesOf} from '../../source/stats/lanes.ts';
import {mostInParts} from '../../source/stats/most-in-parts.ts';

const stream = (owner: string, startedAt: number, stoppedAt: number) => ({owner, startedAt, stoppedAt});

test('streams of one owner share a row where they do not overlap; one that begins as another ends does not', () => {
	const [one, two, three, four] = [
		stream('marta', 10, 20),
		stream('jon', 12, 30),
		stream('marta', 15, 25),
		stream('marta', 20, 40),
	];
	expect(lanesOf([one, two, three, four], ({owner}) => owner)).toEqual([
		{owner: 'marta', isFirst: true, streams: [one, four]},
		{owner: 'marta', isFirst: false, streams: [three]},
		{owner: 'jon', isFirst: true, streams: [two]},
	]);
	expect(lanesOf([], () => '')).toEqual([]);
});

describe('the most at once in parts of a stretch', () => {
	const most = (streams: ReadonlyArray<readonly [number, number]>, parts = 4) =>
		mostInParts(
			streams.map(([startedAt, stoppedAt]) => ({startedAt, stoppedAt})),
			{from: 100, to: 140},
			parts,
		);

	test('a stream fills every part that it touches, not the one that begins as it ends', () => {
		expect(most([])).toEqual([0, 0, 0, 0]);
		expect(most([[100, 110]])).toEqual([1, 0, 0, 0]);
		expect(most([[109, 111]])).toEqual([1, 1, 0, 0]);
		expect(most([[120, 140]])).toEqual([0, 0, 1, 1]);
	});

	test('the highest moment of a part counts', () => {
		expect(
			most([
				[100, 140],
				[112, 114],
				[113, 115],
				[115, 118],
			]),
		).toEqual([1, 3, 1, 1]);
	});

	test('what lies outside is cut off, and what has no length adds nothing', () => {
		expect(
			most([
				[50, 105],
				[135, 300],
				[120, 120],
				[125, 121],
			]),
		).toEqual([1, 0, 0, 1]);
	});
});
