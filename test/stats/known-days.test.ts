import {describe, expect, test} from 'vitest';
import {isKnownLong, raisedRecord, usualHours, usualOf} from '../../source/stats/known-days.ts';
import {median} from '../../source/stats/median.ts';

/** A Friday. */
const day = 20_000;

test('the value in the middle, half way where two are there', () => {
	expect(median([])).toBeNull();
	expect(median([3])).toBe(3);
	expect(median([9, 1, 2])).toBe(2);
	expect(median([10, 1, 2, 9])).toBe(5.5);
});

describe('what is usual on a weekday', () => {
	const weeks = (count: number) => (each: number) => ((day - each) % 7 === 0 ? (day - each) / 7 : count);

	test('the median of the last eight such days, the day itself left out', () => {
		expect(usualOf(weeks(99), {first: 0, last: day}, day)).toEqual({weekday: 5, count: 4.5, days: 8});
	});

	test('of as many as are known, where eight days are', () => {
		expect(usualOf(weeks(99), {first: day - 8, last: day}, day)).toEqual({weekday: 5, count: 1, days: 1});
		expect(usualOf(weeks(99), {first: day - 14, last: day}, day)).toEqual({weekday: 5, count: 1.5, days: 2});
		expect(usualOf(weeks(99), {first: day - 7, last: day}, day)).toBeNull();
		expect(usualOf(weeks(99), {first: day - 30, last: day - 24}, day)).toBeNull();
	});
});

describe('a record', () => {
	const days = (...counts: readonly number[]) => counts.map((count, index) => ({count, at: index}));

	test('beats all days before it, and is named with the one that it beat; the first of equals stays', () => {
		const record = raisedRecord(null, days(3, 5, 5, 4, 7, 7, 1));
		expect(record).toEqual({count: 7, at: 4, before: {count: 5, at: 1}});
		expect(raisedRecord(record, days(6, 7))).toBe(record);
		expect(raisedRecord(record, days(8))).toEqual({count: 8, at: 0, before: {count: 7, at: 4}});
		expect(raisedRecord(null, days(3, 2))).toEqual({count: 3, at: 0, before: null});
		expect(raisedRecord(null, days(0, 0))).toBeNull();
	});

	test('is none of fewer than eight days', () => {
		expect(isKnownLong({first: 1, last: 8})).toBe(true);
		expect(isKnownLong({first: 1, last: 7})).toBe(false);
	});
});

test('an hour is as usual as the middle one of its days, those without a stream included', () => {
	const highest = (each: number, hour: number): number => (hour === 21 ? each : 0);
	expect(usualHours(highest, {first: 1, last: 8})[21]).toBe(4.5);
	expect(usualHours(highest, {first: 1, last: 8})[3]).toBe(0);
	expect(usualHours(highest, {first: 1, last: 7})).toEqual(Array.from({length: 24}, () => null));
});
