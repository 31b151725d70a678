import {describe, expect, test} from 'vitest';
import {
	comparedStretches,
	dayNumber,
	stretchBefore,
	stretchOf,
	timeAxis,
} from '../../../source/stats/plays/time-axis.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const now = at('2026-11-26T08:30:00Z');
const day = dayNumber('2026-11-26');

test('a date is a number of days', () => {
	expect(dayNumber('1970-01-01')).toBe(0);
	expect(dayNumber('1970-02-01')).toBe(31);
});

describe('what a window holds', () => {
	test('rolling days end now, and begin at the same second so many days ago', () => {
		expect(stretchOf({days: 7}, 'hour', 'UTC', now, null)).toEqual({
			from: now - 7 * 86_400,
			to: Number.POSITIVE_INFINITY,
			firstDay: day - 6,
			lastDay: day,
		});
	});

	test('back from a past moment, which is inside', () => {
		const past = at('2026-11-20T23:30:00Z');
		const found = stretchOf({days: 2, at: past}, 'hour', 'Europe/Prague', now, null);
		expect(found).toEqual({from: past - 2 * 86_400, to: past + 1, firstDay: day - 6, lastDay: day - 5});
	});

	test('dates by the server’s clock, both inside, also where the clock changes', () => {
		const window = {from: '2026-10-24', to: '2026-10-25'};
		const found = stretchOf(window, 'hour', 'Europe/Prague', now, null);
		expect(found).toMatchObject({from: at('2026-10-23T22:00:00Z'), to: at('2026-10-25T23:00:00Z')});
		expect(found.lastDay - found.firstDay).toBe(1);
	});

	test('all time begins on the day of the oldest play; without one it is today', () => {
		const oldest = at('2024-02-29T23:59:00Z');
		expect(stretchOf({days: 0}, 'date', 'UTC', now, oldest)).toEqual({
			from: Number.NEGATIVE_INFINITY,
			to: Number.POSITIVE_INFINITY,
			firstDay: dayNumber('2024-02-29'),
			lastDay: day,
		});
		expect(stretchOf({days: 0}, 'month', 'UTC', now, oldest).firstDay).toBe(dayNumber('2024-02-01'));
		expect(stretchOf({days: 0}, 'date', 'UTC', now, null).firstDay).toBe(day);
		expect(stretchOf({days: 0}, 'date', 'UTC', now, now + 9 * 86_400).firstDay).toBe(day);
	});

	test('months are whole ones, from the first second of the first', () => {
		const found = stretchOf({days: 30}, 'month', 'America/New_York', now, null);
		expect(found).toEqual({
			from: at('2026-10-01T04:00:00Z'),
			to: Number.POSITIVE_INFINITY,
			firstDay: dayNumber('2026-10-01'),
			lastDay: day,
		});
	});
});

describe('the keys of an axis', () => {
	const window = {firstDay: dayNumber('2026-11-23'), lastDay: dayNumber('2026-11-30')};

	test('hours, weekdays from Sunday, a week of hours', () => {
		expect(timeAxis('hour', window)).toHaveLength(24);
		expect(timeAxis('hour', window).slice(8, 11)).toEqual(['08', '09', '10']);
		expect(timeAxis('weekday', window)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
		const calendar = timeAxis('calendar', window);
		expect(calendar).toHaveLength(168);
		expect([calendar[0], calendar[23], calendar[24], calendar[167]]).toEqual(['0-00', '0-23', '1-00', '6-23']);
	});

	test('dates, weeks from Monday, months: both ends inside', () => {
		expect(timeAxis('date', window)).toHaveLength(8);
		expect(timeAxis('date', window).at(-1)).toBe('2026-11-30');
		expect(timeAxis('week', window)).toEqual(['2026-11-23', '2026-11-30']);
		expect(timeAxis('week', {firstDay: window.firstDay - 1, lastDay: window.firstDay - 1})).toEqual(['2026-11-16']);
		expect(timeAxis('month', {firstDay: window.firstDay - 60, lastDay: window.lastDay + 1})).toEqual([
			'2026-09',
			'2026-10',
			'2026-11',
			'2026-12',
		]);
	});

	test('nothing before its beginning, and no axis that fills the memory', () => {
		expect(timeAxis('date', {firstDay: 10, lastDay: 9})).toEqual([]);
		const long = timeAxis('date', {firstDay: -10_000_000, lastDay: 0});
		expect([long.length, long.at(-1)]).toEqual([40_000, '1970-01-01']);
	});
});

describe('the stretch before', () => {
	const beforeOf = (window: Parameters<typeof stretchOf>[0], zone = 'UTC') =>
		stretchBefore(window, stretchOf(window, '', zone, now, null), zone);

	test('has as many seconds, and ends where this one begins', () => {
		expect(beforeOf({days: 7})).toEqual({
			from: now - 14 * 86_400,
			to: now - 7 * 86_400,
			firstDay: day - 13,
			lastDay: day - 7,
		});
	});

	test('has as many days of the calendar, whatever the clock does', () => {
		expect(beforeOf({from: '2026-10-25', to: '2026-10-26'}, 'Europe/Prague')).toMatchObject({
			from: at('2026-10-22T22:00:00Z'),
			to: at('2026-10-24T22:00:00Z'),
		});
		expect(beforeOf({from: '2026-10-26', to: '2026-10-26'}, 'Europe/Prague')).toMatchObject({
			from: at('2026-10-24T22:00:00Z'),
			to: at('2026-10-25T23:00:00Z'),
		});
	});

	test('is none where there was no beginning', () => {
		expect(beforeOf({days: 0})).toBeNull();
	});
});

describe('this month and the same days of last month', () => {
	const monthAt = (text: string, zone = 'UTC', past: number | null = null) =>
		comparedStretches({month: 'this', ...(past === null ? {} : {at: past})}, zone, at(text));

	test('begin with the month, and end at the same time of the day', () => {
		expect(monthAt('2026-11-26T21:36:00Z')).toEqual({
			now: {
				from: at('2026-11-01T00:00:00Z'),
				to: Number.POSITIVE_INFINITY,
				firstDay: dayNumber('2026-11-01'),
				lastDay: dayNumber('2026-11-26'),
			},
			before: {
				from: at('2026-10-01T00:00:00Z'),
				to: at('2026-10-26T21:36:01Z'),
				firstDay: dayNumber('2026-10-01'),
				lastDay: dayNumber('2026-10-26'),
			},
		});
	});

	test('of a shorter month all is taken, and never a second of this one', () => {
		expect(monthAt('2026-03-31T10:00:00Z').before).toEqual({
			from: at('2026-02-01T00:00:00Z'),
			to: at('2026-03-01T00:00:00Z'),
			firstDay: dayNumber('2026-02-01'),
			lastDay: dayNumber('2026-02-28'),
		});
		expect(monthAt('2026-12-01T00:00:00Z').before?.to).toBe(at('2026-11-01T00:00:01Z'));
	});

	test('are cut by the clock of the server, and end at a past moment', () => {
		const past = at('2026-11-10T12:00:00Z');
		const {now: mine, before} = monthAt('2026-11-26T21:36:00Z', 'Europe/Prague', past);
		expect([mine.from, mine.to]).toEqual([at('2026-10-31T23:00:00Z'), past + 1]);
		// In October the clock was still an hour ahead.
		expect([before?.from, before?.to]).toEqual([at('2026-09-30T22:00:00Z'), at('2026-10-10T11:00:01Z')]);
	});
});
