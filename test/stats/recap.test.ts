import {expect, test} from 'vitest';
import {busiestOf, countNewUsers, yearDates} from '../../source/stats/recap.ts';
import {weekCounts, weekOf, weekSeconds} from '../../source/stats/week.ts';
import {fakeCount} from '../helpers/fake-plays.ts';
import {playColumns} from '../helpers/play-columns.ts';

test.each([
	[2026, '2026-11-22', true, '2026-11-22', '2025-11-22'],
	[2025, '2026-11-22', false, '2025-12-31', '2024-12-31'],
	[2026, '2026-01-01', true, '2026-01-01', '2025-01-01'],
	[2028, '2028-02-29', true, '2028-02-29', '2027-02-28'],
	[2028, '2028-12-31', true, '2028-12-31', '2027-12-31'],
])('%i on %s: so far %s, to %s, before to %s', (year, today, isSoFar, to, beforeTo) => {
	expect(yearDates(year, today)).toEqual({
		year,
		isSoFar,
		now: {from: `${year}-01-01`, to},
		before: {from: `${year - 1}-01-01`, to: beforeTo},
	});
});

test('a user is new whose first play of all began in the time', () => {
	const columns = playColumns([
		{id: 1, user: 1, start: 99, stop: 120},
		{id: 2, user: 1, start: 130, stop: 140},
		{id: 3, user: 2, start: 100, stop: 120},
		{id: 4, user: 3, start: 150, stop: 200},
		{id: 5, user: 4, start: 150, stop: 160},
		{id: 6, user: 5, start: null, stop: 160},
		{id: 7, user: 6, start: 150, stop: 160},
		{id: 8, user: 6, start: 50, stop: null},
	]);
	const known = new Set([1, 2, 3, 4, 5, 6]);
	const time = {from: 100, to: 200};
	expect(countNewUsers(columns, time, [], known)).toBe(2);
	expect(countNewUsers(columns, time, [], new Set([2]))).toBe(1);
	expect(countNewUsers(columns, time, [at => at !== 2], known)).toBe(1);
	expect(countNewUsers(columns, {from: 100, to: 201}, [], known)).toBe(3);
});

const mapOf = (counts: Readonly<Record<string, number>>) =>
	weekOf(
		weekCounts(
			Object.entries(counts).map(([key, plays]) => fakeCount({key, plays})),
			({plays}) => plays,
		),
		weekSeconds(0, 7 * 86_400, [{from: 0, offsetSeconds: 0}]),
	);

test('an hour of the week without a row is 0; Monday comes first', () => {
	const {counts} = mapOf({'0-00': 3, '6-23': 4});
	expect([counts[6]?.[0], counts[5]?.[23], counts[3]?.[12]]).toEqual([3, 4, 0]);
	expect(counts.map(hours => hours.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
});

test('the busiest day and hour, each by itself; the first of equals, Monday first', () => {
	expect(busiestOf(mapOf({'2-20': 5, '2-21': 1, '3-21': 5}))).toEqual({day: 2, hour: 21});
	expect(busiestOf(mapOf({'0-20': 5, '1-21': 5}))).toEqual({day: 1, hour: 20});
});
