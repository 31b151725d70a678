import {nothing} from '../../domain/plays/play-columns.ts';
import type {TimeGroup} from '../../domain/plays/plays.ts';
import {dayText, weekdayOf} from '../../domain/zone.ts';
import type {LocalStarts} from './local-clock.ts';

const saturday = 6;

/** 0 is Sunday. Tautulli's own query takes what is no other day for a Saturday. */
export const weekdayAt = ({days}: LocalStarts, at: number): number => {
	const day = days[at] ?? nothing;
	return day === nothing ? saturday : weekdayOf(day);
};

/** The Monday of a day's week. */
export const weekOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);

const two = (value: number): string => String(value).padStart(2, '0');

/** Months since the year 0 of a day; looking it up is dear, and most plays share their days. */
const createMonths = (): ((day: number) => number) => {
	const known = new Map<number, number>();
	return day => {
		const found = known.get(day);
		if (found !== undefined) return found;
		const date = new Date(day * 86_400_000);
		const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
		known.set(day, month);
		return month;
	};
};

/** A group of time: the number of a play's bucket (null: it is in none), and the key of that number. */
export type TimeKeys = {
	readonly bucketAt: (at: number) => number | null;
	readonly keyOf: (bucket: number) => string;
};

const hours = 24;

/** How plays are put into buckets of the server's clock. */
export const timeKeys = (group: TimeGroup, starts: LocalStarts): TimeKeys => {
	const dayAt = (at: number): number | null => {
		const day = starts.days[at] ?? nothing;
		return day === nothing ? null : day;
	};
	const ofDay = (bucketOf: (day: number) => number) => (at: number) => {
		const day = dayAt(at);
		return day === null ? null : bucketOf(day);
	};
	switch (group) {
		case 'hour':
			return {bucketAt: at => (dayAt(at) === null ? null : (starts.hours[at] ?? 0)), keyOf: two};
		case 'weekday':
			return {bucketAt: at => weekdayAt(starts, at), keyOf: String};
		case 'calendar':
			return {
				bucketAt: at => (dayAt(at) === null ? null : weekdayAt(starts, at) * hours + (starts.hours[at] ?? 0)),
				keyOf: bucket => `${Math.floor(bucket / hours)}-${two(bucket % hours)}`,
			};
		case 'date':
			return {bucketAt: dayAt, keyOf: dayText};
		case 'week':
			return {bucketAt: ofDay(weekOf), keyOf: dayText};
		case 'month':
			return {
				bucketAt: ofDay(createMonths()),
				keyOf: bucket => `${String(Math.floor(bucket / 12)).padStart(4, '0')}-${two((bucket % 12) + 1)}`,
			};
	}
};
