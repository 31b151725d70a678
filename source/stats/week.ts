import {secondsPerDay} from '../domain/period.ts';
import {sumOf} from '../domain/plays/graph.ts';
import type {PlayCount} from '../domain/plays/plays.ts';
import {weekdayOf, type ZoneSpan} from '../domain/zone.ts';

/** Plays, or seconds, in each hour of the week: seven days of 24, Monday first. */
export type Week = {
	readonly counts: ReadonlyArray<readonly number[]>;
	/** In one such hour; null: the window holds none. */
	readonly average: ReadonlyArray<ReadonlyArray<number | null>>;
};

/** Three hours in a row of one day: 0 is Sunday; `to` is the hour in which they are over. */
export type Quiet = {readonly weekday: number; readonly from: number; readonly to: number; readonly average: number};

/** Of a shorter window a weekday would be one day. */
export const fewestWeekDays = 14;

/** Monday first: the evenings of a weekend stand together. */
export const weekOrder: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

const secondsPerHour = 3600;
const hours = 24;

/** What was counted in each hour of the week, as `weekSeconds` has its hours; what has no row is 0. */
export const weekCounts = (rows: readonly PlayCount[], amountOf: (row: PlayCount) => number): readonly number[] => {
	const values = new Map(rows.map(row => [row.key, amountOf(row)]));
	return Array.from({length: 7 * hours}, (_, place) => {
		const [day, hour] = [Math.floor(place / hours), place % hours];
		return values.get(`${day}-${String(hour).padStart(2, '0')}`) ?? 0;
	});
};

/** Seconds of each hour of the week in a stretch of time, by a local clock: 24 times the weekday (0 is Sunday), plus the hour. */
export const weekSeconds = (from: number, to: number, spans: readonly ZoneSpan[]): readonly number[] => {
	const seconds = new Array<number>(7 * hours).fill(0);
	let index = 0;
	let at = from;
	while (at < to) {
		while (at >= (spans[index + 1]?.from ?? Number.POSITIVE_INFINITY)) index += 1;
		const local = at + (spans[index]?.offsetSeconds ?? 0);
		const day = Math.floor(local / secondsPerDay);
		const hour = Math.floor((local - day * secondsPerDay) / secondsPerHour);
		const rest = secondsPerHour - (((local % secondsPerHour) + secondsPerHour) % secondsPerHour);
		const end = Math.min(to, at + rest, spans[index + 1]?.from ?? Number.POSITIVE_INFINITY);
		const place = weekdayOf(day) * hours + hour;
		seconds[place] = (seconds[place] ?? 0) + end - at;
		at = end;
	}
	return seconds;
};

/** What is counted in each hour of the week, and in an average such hour. `counts` and `seconds`: as `weekSeconds` has them. */
export const weekOf = (counts: readonly number[], seconds: readonly number[]): Week => {
	const dayOf = (values: readonly number[], day: number): readonly number[] =>
		values.slice(day * hours, (day + 1) * hours);
	const averages = (day: number): ReadonlyArray<number | null> =>
		dayOf(counts, day).map((count, hour) => {
			const length = seconds[day * hours + hour] ?? 0;
			return length === 0 ? null : (count * secondsPerHour) / length;
		});
	return {counts: weekOrder.map(day => dayOf(counts, day)), average: weekOrder.map(averages)};
};

/** The weekday (0 is Sunday) with the most in an average such day, the first of equals from Monday on; null: nothing is counted. */
export const usualDay = (counts: readonly number[], seconds: readonly number[]): number | null => {
	const average = (day: number): number => {
		const length = sumOf(seconds.slice(day * hours, (day + 1) * hours));
		return length === 0 ? 0 : (counts[day] ?? 0) / length;
	};
	const best = weekOrder.reduce((one, two) => (average(two) > average(one) ? two : one));
	return average(best) > 0 ? best : null;
};

const quietHours = 3;

/** The three hours with the least, the first of equals; null: no three are known. */
export const quietOf = ({average}: Pick<Week, 'average'>): Quiet | null => {
	let best: Quiet | null = null;
	for (const [row, values] of average.entries()) {
		for (let from = 0; from + quietHours <= values.length; from++) {
			const three = values.slice(from, from + quietHours);
			if (three.includes(null)) continue;
			const mean = sumOf(three) / quietHours;
			// Averages of equal counts may differ in their last digit.
			if (best && mean >= best.average - 1e-9) continue;
			best = {weekday: weekOrder[row] ?? 0, from, to: from + quietHours, average: mean};
		}
	}
	return best;
};
