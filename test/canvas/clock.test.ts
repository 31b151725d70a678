import {expect, test} from 'vitest';
import * as clock from '../../source/canvas/clock.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const now = at('2026-11-22T20:04:00Z');

test.each([
	['Europe/Prague', '21:04', 'Sun 22 Nov'],
	['Asia/Kathmandu', '01:49', 'Mon 23 Nov'],
	['UTC', '20:04', 'Sun 22 Nov'],
	[null, '20:04', 'Sun 22 Nov'],
])('shows a time in %s', (zone, time, day) => {
	expect(clock.formatClock(now, zone)).toBe(time);
	expect(clock.formatWeekday(now, zone)).toBe(day);
});

test('midnight is 00:00', () => {
	expect(clock.formatClock(at('2026-11-22T00:00:00Z'), 'UTC')).toBe('00:00');
});

test('clock changes', () => {
	expect(clock.formatClock(at('2026-10-25T00:30:00Z'), 'Europe/Prague')).toBe('02:30');
	expect(clock.formatClock(at('2026-10-25T01:30:00Z'), 'Europe/Prague')).toBe('02:30');
	expect(clock.formatClock(at('2026-10-25T02:30:00Z'), 'Europe/Prague')).toBe('03:30');
});

test.each([
	['2026-11-22T03:00:00Z', '03:00'],
	['2026-11-12T21:40:00Z', '12 Nov 21:40'],
	['2025-03-01T10:00:00Z', '1 Mar 2025'],
])('%s reads as %s', (time, text) => {
	expect(clock.formatWhen(at(time), now, 'UTC')).toBe(text);
});

test.each([
	['2026-11-22T03:00:00Z', 'Sun 22 Nov 03:00', 'Sun 03:00'],
	['2026-11-17T03:00:00Z', 'Tue 17 Nov 03:00', 'Tue 03:00'],
	['2026-11-12T21:40:00Z', 'Thu 12 Nov 21:40', '12 Nov 21:40'],
	['2021-03-01T10:00:00Z', '1 Mar 2021 10:00', '1 Mar 2021'],
	['2026-11-23T10:00:00Z', 'Mon 23 Nov 10:00', '23 Nov 10:00'],
])('a start at %s reads as %s among many, as %s among the newest', (time, among, newest) => {
	expect(clock.formatStart(at(time), now, 'UTC')).toBe(among);
	expect(clock.formatLately(at(time), now, 'UTC')).toBe(newest);
});

test.each([
	['2026-11-02', '2 Nov'],
	['2026-13-02', '2026-13-02'],
	['21', '21'],
	['4k', '4k'],
])('the category %s reads as %s', (category, text) => {
	expect(clock.formatCategory(category)).toBe(text);
});

test('months', () => {
	expect(clock.formatMonth(at('2021-03-05T00:00:00Z'), 'UTC')).toBe('Mar 2021');
});
