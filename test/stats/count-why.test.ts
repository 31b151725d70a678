import {expect, test} from 'vitest';
import {countWhy} from '../../source/stats/streams/count-why.ts';

test('each stream counts once, for its first reason', () => {
	expect(
		countWhy([
			{why: ['limit'], streams: 3},
			{why: ['limit', 'subtitles', 'sound'], streams: 2},
			{why: ['codec', 'sound'], streams: 4},
			{why: [], streams: 9},
		]),
	).toEqual({seen: 9, reasons: {limit: 5, subtitles: 0, codec: 4, sound: 0, container: 0}});
});
