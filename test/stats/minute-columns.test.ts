import {expect, test} from 'vitest';
import {columnsFor, highestMinute, minuteColumns} from '../../source/stats/streams/minute-columns.ts';

const known = {recent: [null, 5, 7, 7, null, null, 1], recentFrom: 600};

test('the highest minute of a stretch is the first of equals; null where nobody looked', () => {
	expect(highestMinute(known, 600, 7)).toEqual({kbps: 7, at: 720});
	expect(highestMinute(known, 840, 2)).toBeNull();
	expect(highestMinute(known, 0, 5)).toBeNull();
	expect(highestMinute({recent: [0], recentFrom: 0}, 0, 1)).toEqual({kbps: 0, at: 0});
});

test('a column begins at a whole multiple, and the last one holds the last minute', () => {
	expect(minuteColumns(known, 3, 3)).toEqual([
		{from: 540, minutes: 3, highest: {kbps: 5, at: 660}},
		{from: 720, minutes: 3, highest: {kbps: 7, at: 720}},
		{from: 900, minutes: 3, highest: {kbps: 1, at: 960}},
	]);
	const later = {recent: [...known.recent.slice(1), 9], recentFrom: 660};
	expect(minuteColumns(later, 3, 3).map(({from}) => from)).toEqual([540, 720, 900]);
});

test.each([
	[180, 74, 60, 3],
	[180, 113, 90, 2],
	[180, 193, 180, 1],
	[180, 293, 240, 1],
	[1440, 56, 48, 30],
	[1440, 31, 24, 60],
	[1440, 10, 10, 60],
])('%i minutes on %i cells are %i columns of %i minutes', (minutes, room, count, step) => {
	expect(columnsFor(minutes, room, 1440)).toEqual({count, minutes: step});
});
