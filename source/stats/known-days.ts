import type {PeakRecord, Since, Usual} from '../domain/plays/at-once.ts';
import {weekdayOf} from '../domain/zone.ts';
import {median} from './median.ts';

/** The days (since 1970) whose streams are all known, both inside. */
export type KnownDays = {readonly first: number; readonly last: number};

/** Of fewer days nothing is usual, and nothing a record. */
const fewestDays = 8;

/** What is usual for a weekday is known from so many weeks before it. */
export const usualWeeks = 8;

/** True where enough days are known before a day to compare it with. */
const isEnough = ({first, last}: KnownDays, day: number): boolean => Math.min(day - 1, last) - first + 1 >= fewestDays;

/** What the weekday of a day usually comes to: the median of the last eight such days before it. Null: too little is known. */
export const usualOf = (highestOn: (day: number) => number, known: KnownDays, day: number): Usual | null => {
	if (!isEnough(known, day)) return null;
	const days = Array.from({length: usualWeeks}, (_, week) => day - 7 * (week + 1)).filter(
		each => each >= known.first && each <= known.last,
	);
	const count = median(days.map(highestOn));
	return count === null ? null : {weekday: weekdayOf(day), count, days: days.length};
};

/** The record after some more days, which come in their order: the first of equals stays. */
export const raisedRecord = (record: PeakRecord | null, days: Iterable<Since>): PeakRecord | null => {
	let best = record;
	for (const {count, at} of days) {
		if (count > (best?.count ?? 0)) best = {count, at, before: best && {count: best.count, at: best.at}};
	}
	return best;
};

/** Enough days to speak of a record. */
export const isKnownLong = ({first, last}: KnownDays): boolean => last - first + 1 >= fewestDays;

/** In each hour of the day, the median of the most of each of these days; null: fewer than eight are known. */
export const usualHours = (
	highestIn: (day: number, hour: number) => number,
	known: KnownDays,
): ReadonlyArray<number | null> => {
	const count = known.last - known.first + 1;
	const days = Array.from({length: Math.max(0, count)}, (_, index) => known.first + index);
	return Array.from({length: 24}, (_, hour) =>
		count < fewestDays ? null : median(days.map(day => highestIn(day, hour))),
	);
};
