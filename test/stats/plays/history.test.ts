import {describe, expect, test} from 'vitest';
import {countHistory, type HistoryOrder, historyPlaces} from '../../../source/stats/plays/history.ts';
import {playColumns, type TestPlay} from '../../helpers/play-columns.ts';

const page = (plays: readonly TestPlay[], order: Partial<HistoryOrder> = {}) => {
	const columns = playColumns(plays);
	const {filtered, rows} = historyPlaces(columns, {
		from: 100,
		to: 200,
		conditions: [],
		grouping: true,
		rankOf: members => Math.max(...members.map(at => columns.startedAt[at] ?? 0)),
		reverse: false,
		start: 0,
		limit: 10,
		...order,
	});
	return {filtered, ids: rows.map(members => members.map(at => columns.rowIds[at]))};
};

const plays: readonly TestPlay[] = [
	{id: 1, start: 50, stop: 110},
	{id: 2, start: 30, stop: 110, group: 2},
	{id: 3, start: 40, stop: 110},
	{id: 4, start: 60, stop: 110, group: 2},
	{id: 5, start: 70, stop: 99},
	{id: 6, start: 80, stop: 200},
	{id: 7, start: 40, stop: 100, group: null},
	{id: 8, start: 40, stop: 199, group: null},
];

describe('a page of history', () => {
	test('the highest first, ties by the newest row; a group is one row, a row of no group its own', () => {
		expect(page(plays)).toEqual({filtered: 5, ids: [[2, 4], [1], [8], [7], [3]]});
	});

	test('the other way round', () => {
		expect(page(plays, {reverse: true}).ids).toEqual([[3], [7], [8], [1], [2, 4]]);
	});

	test('without grouping', () => {
		expect(page(plays, {grouping: false}).ids).toEqual([[4], [1], [8], [7], [3], [2]]);
	});

	test('from a place on, and at most so many; the count is of all', () => {
		expect(page(plays, {start: 1, limit: 2})).toEqual({filtered: 5, ids: [[1], [8]]});
		expect(page(plays, {start: 4, limit: 2, reverse: true})).toEqual({filtered: 5, ids: [[2, 4]]});
		expect(page(plays, {start: 9, limit: 2})).toEqual({filtered: 5, ids: []});
	});

	test('conditions count before rows are joined', () => {
		expect(page(plays, {conditions: [at => at !== 1, at => at !== 0]})).toEqual({
			filtered: 4,
			ids: [[4], [8], [7], [3]],
		});
	});

	test('counted alone', () => {
		const columns = playColumns(plays);
		expect(countHistory(columns, {from: 100, to: 200, conditions: [], grouping: true})).toBe(5);
		expect(countHistory(columns, {from: 100, to: 200, conditions: [at => at > 0], grouping: false})).toBe(5);
	});

	test('values at both ends of their range are sorted too', () => {
		const ends = [2_147_483_647, -2_147_483_648, 0];
		expect(page(plays.slice(0, 3), {grouping: false, rankOf: ([at = 0]) => ends[at] ?? 0}).ids).toEqual([
			[1],
			[3],
			[2],
		]);
	});
});
