import {expect, test} from 'vitest';
import type {Bandwidth} from '../../source/domain/bandwidth.ts';
import {overSince} from '../../source/stats/streams/over-since.ts';
import {plexPeaks} from '../../source/stats/streams/plex-peaks.ts';

const hour = 3600;
const day = 86_400;

/** So many kb/s for a whole hour or day. */
const sent = (at: number, kbps: number, seconds: number): Bandwidth => ({
	at,
	lan: false,
	bytes: (kbps * 1000 * seconds) / 8,
});

const peaks = (hours: readonly Bandwidth[], days: readonly Bandwidth[], seen: readonly number[] = [], zone = 'UTC') => [
	...plexPeaks(hours, days, zone, each => seen.includes(each)),
];

test('accounts and devices of an hour add up; what stayed inside does not', () => {
	const hours = [sent(hour, 2000, hour), sent(hour, 3000, hour), {...sent(hour, 9000, hour), lan: true}];
	expect(peaks(hours, [])).toEqual([[0, {kbps: 5000, at: hour, seconds: 3600}]]);
});

test('the first of the highest hours of each day', () => {
	const hours = [sent(hour, 20, hour), sent(2 * hour, 40, hour), sent(3 * hour, 40, hour), sent(day, 10, hour)];
	expect(peaks(hours, [])).toEqual([
		[0, {kbps: 40, at: 2 * hour, seconds: 3600}],
		[1, {kbps: 10, at: day, seconds: 3600}],
	]);
});

test('an hour that was seen is not Plex’s to tell, and a day with hours is not told by its mean', () => {
	const hours = [sent(hour, 20, hour), sent(2 * hour, 40, hour)];
	expect(peaks(hours, [sent(0, 3, day)], [2])).toEqual([[0, {kbps: 20, at: hour, seconds: 3600}]]);
	expect(peaks(hours, [sent(0, 3, day)], [1, 2])).toEqual([]);
});

test.each([
	['UTC', 0],
	['America/New_York', 5 * hour],
	['America/New_York', 0],
	['Asia/Kolkata', -5.5 * hour],
	['Asia/Kolkata', 0],
])('a day without hours has its mean; in %s it may begin at %i', (zone, at) => {
	expect(peaks([], [sent(10 * day + at, 12, day)], [], zone)).toEqual([
		[10, {kbps: 12, at: 10 * day + at, seconds: 86_400}],
	]);
});

test.each<[minutes: (number | null)[], first: number | null]>([
	[[], null],
	[[9, 9, 9], 0],
	[[9, 8, 9, 9], 2],
	[[9, null, 9], 2],
	[[9, 9, null], null],
	[[9, 8], null],
])('over 8 in %j since index %s', (minutes, first) => {
	expect(overSince(minutes, 8)).toBe(first);
});
