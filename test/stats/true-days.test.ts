import {expect, test} from 'vitest';
import {fillTrueDays} from '../../source/stats/true-days.ts';

const day = 20_000;

const peak = (count: number, at: number, transcode = 0) => ({
	most: {count, directPlay: count - transcode, directStream: 0, transcode, at},
	transcodes: transcode === 0 ? null : {count: transcode, at},
});

test('days without a stream are zero, days that the mirror has not seen are not known', () => {
	const byDay = new Map([
		[day - 9, peak(9, 1)],
		[day - 2, peak(3, 77, 1)],
	]);
	const byHour = [peak(3, 77, 1), null];
	const filled = fillTrueDays(
		{byDay, byHour, byDayHour: new Map(), seconds: [0, 60], highest: null},
		{first: day - 3, last: day, lastSeen: day - 1},
	);
	expect(filled).toEqual({
		categories: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04'],
		counts: [0, 3, 0, null],
		most: [null, peak(3, 77, 1).most, null, null],
		transcodes: [null, {count: 1, at: 77}, null, null],
		hours: [peak(3, 77, 1).most, null],
		usualHours: Array.from({length: 24}, () => null),
		seconds: [0, 60],
	});
});

test('what is usual in an hour comes from days that are over', () => {
	const byDayHour = new Map(Array.from({length: 9}, (_, index) => [(day - index) * 24 + 21, index + 1] as const));
	const filled = fillTrueDays(
		{byDay: new Map(), byHour: [], byDayHour, seconds: [], highest: null},
		{first: day - 8, last: day, lastSeen: day},
	);
	// The days before today had 2 to 9.
	expect(filled.usualHours[21]).toBe(5.5);
	expect(filled.usualHours[20]).toBe(0);
});
