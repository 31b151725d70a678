import {expect, test} from 'vitest';
import {atLeast} from '../../source/stats/at-least.ts';

test('so many streams or more: their time, and their days', () => {
	expect(atLeast({seconds: [0, 100, 20, 3], counts: [0, 1, 3, null, 2]})).toEqual([
		{streams: 1, seconds: 123, days: 3},
		{streams: 2, seconds: 23, days: 2},
		{streams: 3, seconds: 3, days: 1},
	]);
	expect(atLeast({seconds: [], counts: [0]})).toEqual([]);
});
