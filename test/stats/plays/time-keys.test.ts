import {describe, expect, test} from 'vitest';
import {zoneSpans} from '../../../source/domain/zone.ts';
import {localStarts} from '../../../source/stats/plays/local-clock.ts';
import {timeKeys, weekdayAt} from '../../../source/stats/plays/time-keys.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const zone = 'Europe/Prague';
const spans = zoneSpans(zone, at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'));

const startsOf = (...starts: ReadonlyArray<number | null>) =>
	localStarts(playColumns(starts.map((start, index) => ({id: index + 1, start}))), spans);

const keyOf = (by: Parameters<typeof timeKeys>[0], start: number | null): string | null => {
	const keys = timeKeys(by, startsOf(start));
	const bucket = keys.bucketAt(0);
	return bucket === null ? null : keys.keyOf(bucket);
};

describe('the server’s clock', () => {
	test('the hour that comes twice, and the one that does not come', () => {
		expect(keyOf('hour', at('2026-10-25T00:59:59Z'))).toBe('02');
		expect(keyOf('hour', at('2026-10-25T01:00:00Z'))).toBe('02');
		expect(keyOf('hour', at('2026-10-25T02:00:00Z'))).toBe('03');
		expect(keyOf('hour', at('2026-03-29T00:59:59Z'))).toBe('01');
		expect(keyOf('hour', at('2026-03-29T01:00:00Z'))).toBe('03');
	});

	test('a day begins at its own midnight', () => {
		expect(keyOf('date', at('2026-11-25T22:59:59Z'))).toBe('2026-11-25');
		expect(keyOf('date', at('2026-11-25T23:00:00Z'))).toBe('2026-11-26');
	});

	test('times in any order find their offset', () => {
		const winter = at('2026-12-01T12:00:00Z');
		const summer = at('2026-07-01T12:00:00Z');
		expect([...startsOf(winter, summer, winter, summer).hours]).toEqual([13, 14, 13, 14]);
	});
});

test('weekdays from Sunday, weeks from Monday, months, weekday by hour', () => {
	const sunday = at('2026-11-22T12:00:00Z');
	expect(keyOf('weekday', sunday)).toBe('0');
	expect(keyOf('weekday', sunday + 86_400)).toBe('1');
	expect(keyOf('week', sunday)).toBe('2026-11-16');
	expect(keyOf('week', sunday + 86_400)).toBe('2026-11-23');
	expect(keyOf('month', sunday)).toBe('2026-11');
	expect(keyOf('month', at('2026-01-31T22:59:59Z'))).toBe('2026-01');
	expect(keyOf('month', at('2026-01-31T23:00:00Z'))).toBe('2026-02');
	expect(keyOf('calendar', sunday)).toBe('0-13');
	expect(keyOf('calendar', sunday - 86_400)).toBe('6-13');
});

test('without a start a play is in no bucket, but in Tautulli’s Saturday', () => {
	for (const by of ['hour', 'date', 'week', 'month', 'calendar'] as const) expect(keyOf(by, null)).toBeNull();
	expect(keyOf('weekday', null)).toBe('6');
	expect(weekdayAt(startsOf(null), 0)).toBe(6);
});
