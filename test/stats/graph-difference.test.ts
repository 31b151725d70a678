import {expect, test} from 'vitest';
import {graphDifference} from '../../source/stats/graph-difference.ts';

const graph = (
	categories: readonly string[],
	...series: ReadonlyArray<readonly [string, ...Array<number | null>]>
) => ({
	categories,
	series: series.map(([name, ...values]) => ({name, values})),
});

test('equal graphs have no difference, in whatever order they come', () => {
	const ours = graph(['a', 'b'], ['TV', 1, 2], ['Movies', 3, 4]);
	expect(graphDifference(ours, ours)).toBeNull();
	expect(graphDifference(ours, graph(['b', 'a'], ['Movies', 4, 3]))).toBeNull();
});

test('the first place that differs', () => {
	const ours = graph(['a', 'b'], ['TV', 1, 2], ['Movies', 3, 4]);
	expect(graphDifference(ours, graph(['a', 'b'], ['TV', 1, 2], ['Movies', 3, 5]))).toEqual({
		series: 'Movies',
		category: 'b',
		ours: 4,
		theirs: 5,
	});
});

test('what ours does not have is 0, what they do not know is no difference', () => {
	const ours = graph(['a'], ['TV', 1]);
	expect(graphDifference(ours, graph(['a'], ['TV', null], ['Music', 0]))).toBeNull();
	expect(graphDifference(ours, graph(['a'], ['Music', 2]))).toMatchObject({series: 'Music', ours: 0, theirs: 2});
	expect(graphDifference(ours, graph(['b'], ['TV', 7]))).toMatchObject({category: 'b', ours: 0, theirs: 7});
});
