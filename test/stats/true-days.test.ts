import {expect, test} from 'vitest';
import {fillTrueDays} from '../../source/stats/true-days.ts';

const day = 20_000;

test('days without a stream are zero, days that the mirror has not seen are not known', () => {
	const byDay = new Map([
		[day - 9, {count: 9, at: 1}],
		[day - 2, {count: 3, at: 77}],
	]);
	expect(fillTrueDays({byDay, byHour: [{count: 3, at: 77}, null]}, day, 4, day - 1)).toEqual({
		categories: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04'],
		counts: [0, 3, 0, null],
		at: [null, 77, null, null],
		hours: [{count: 3, at: 77}, null],
	});
});
