import {describe, expect, test} from 'vitest';
import {dayStart, dayText, localDay, offsetAt, weekdayOf, zoneSpans} from '../../source/domain/zone.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;

describe('offsets', () => {
	test.each([
		['Europe/Prague', '2026-01-15T12:00:00Z', 3600],
		['Europe/Prague', '2026-07-15T12:00:00Z', 7200],
		['Asia/Kathmandu', '2026-07-15T12:00:00Z', 20_700],
		['America/St_Johns', '2026-01-15T12:00:00Z', -12_600],
		['UTC', '2026-01-15T12:00:00Z', 0],
	])('%s at %s', (zone, iso, offset) => {
		expect(offsetAt(zone, at(iso))).toBe(offset);
	});

	test('a year of Prague has three spans, and the clock changes on the second', () => {
		expect(zoneSpans('Europe/Prague', at('2026-01-01T00:00:00Z'), at('2026-12-31T00:00:00Z'))).toEqual([
			{from: at('2026-01-01T00:00:00Z'), offsetSeconds: 3600},
			{from: at('2026-03-29T01:00:00Z'), offsetSeconds: 7200},
			{from: at('2026-10-25T01:00:00Z'), offsetSeconds: 3600},
		]);
	});

	test('a zone that keeps its clock has one span', () => {
		expect(zoneSpans('Asia/Kathmandu', at('2020-01-01T00:00:00Z'), at('2026-12-31T00:00:00Z'))).toHaveLength(1);
	});
});

describe('days', () => {
	test.each([
		['Europe/Prague', '2026-03-29', 23],
		['Europe/Prague', '2026-10-25', 25],
		['Asia/Kathmandu', '2026-03-29', 24],
		['America/Santiago', '2026-09-06', 23],
	])('%s: %s has %i hours', (zone, date, hours) => {
		const day = at(`${date}T00:00:00Z`) / 86_400;
		expect((dayStart(zone, day + 1) - dayStart(zone, day)) / 3600).toBe(hours);
	});

	test('a day begins where the day before ends', () => {
		const day = at('2026-10-25T00:00:00Z') / 86_400;
		const start = dayStart('Europe/Prague', day);
		expect([localDay('Europe/Prague', start - 1), localDay('Europe/Prague', start)]).toEqual([day - 1, day]);
		expect(dayText(day)).toBe('2026-10-25');
		expect(weekdayOf(day)).toBe(0);
	});
});
