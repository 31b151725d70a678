import type {Window} from '../domain/period.ts';
import {type IsWanted, nothing, type PlayColumns} from '../domain/plays/play-columns.ts';
import {type Week, weekOrder} from './week.ts';

/** Dates of a year up to today, or of all of it; and the same ones of the year before. */
export type YearDates = {
	readonly year: number;
	readonly isSoFar: boolean;
	readonly now: Extract<Window, {from: string}>;
	readonly before: Extract<Window, {from: string}>;
};

/** `today`: YYYY-MM-DD. 29 February has no day in the year before: the 28th stands for it. */
export const yearDates = (year: number, today: string): YearDates => {
	const isSoFar = today.slice(0, 4) === String(year).padStart(4, '0');
	const end = isSoFar ? today.slice(4) : '-12-31';
	const datesOf = (of: number, last: string) => {
		const digits = String(of).padStart(4, '0');
		return {from: `${digits}-01-01`, to: `${digits}${last}`};
	};
	return {year, isSoFar, now: datesOf(year, end), before: datesOf(year - 1, end === '-02-29' ? '-02-28' : end)};
};

/** Users that Tautulli knows who played in a stretch, and whose first play of all began in it. */
export const countNewUsers = (
	{count, userIds, startedAt, stoppedAt}: PlayColumns,
	{from, to}: {readonly from: number; readonly to: number},
	conditions: readonly IsWanted[],
	knownUsers: ReadonlySet<number>,
): number => {
	const firsts = new Map<number, number>();
	const played = new Set<number>();
	for (let at = 0; at < count; at++) {
		const user = userIds[at] ?? nothing;
		if (!knownUsers.has(user)) continue;
		const [start = nothing, stop = nothing] = [startedAt[at], stoppedAt[at]];
		// A play without a start began before it ended, and nobody knows when: such a user is not new.
		firsts.set(user, Math.min(firsts.get(user) ?? start, start));
		if (stop >= from && stop < to && conditions.every(isWanted => isWanted(at))) played.add(user);
	}
	return [...played].filter(user => (firsts.get(user) ?? nothing) >= from).length;
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const highest = (places: readonly number[], valueAt: (place: number) => number): number =>
	places.reduce((best, place) => (valueAt(place) > valueAt(best) ? place : best), places[0] ?? 0);

/** The day of the week and the hour of day with the most; the first of equals, Monday first. */
export const busiestOf = ({counts}: Pick<Week, 'counts'>): {readonly day: number; readonly hour: number} => ({
	day: weekOrder[highest([...weekOrder.keys()], row => sum(counts[row] ?? []))] ?? 0,
	hour: highest(
		Array.from({length: 24}, (_, hour) => hour),
		hour => sum(counts.map(values => values[hour] ?? 0)),
	),
});
