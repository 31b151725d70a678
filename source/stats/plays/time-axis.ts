import {secondsPerDay, type Window} from '../../domain/period.ts';
import type {Compared} from '../../domain/plays/changes.ts';
import type {TimeGroup} from '../../domain/plays/plays.ts';
import {dayStart, dayText, localDay, type ZoneName} from '../../domain/zone.ts';
import {weekOf} from './time-keys.ts';

/** A window in seconds, and in days of the server's calendar (since 1970, both inside). */
export type Stretch = {
	/** Unix seconds: plays that stopped then or later; -Infinity: all. */
	readonly from: number;
	/** Plays that stopped before. */
	readonly to: number;
	readonly firstDay: number;
	readonly lastDay: number;
};

/** `YYYY-MM-DD` as days since 1970. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 1000 / secondsPerDay);

const monthStart = (day: number): number => dayNumber(`${dayText(day).slice(0, 8)}01`);

/**
 * What a window holds. Rolling days end now, or at a past moment; dates are from <= stopped < to + 1 day by the server's clock.
 * All time begins with the oldest play (Unix seconds; null: there is none). Months are whole ones.
 */
export const stretchOf = (window: Window, by: string, zone: ZoneName, now: number, oldest: number | null): Stretch => {
	if ('from' in window) {
		const [firstDay, lastDay] = [dayNumber(window.from), dayNumber(window.to)];
		return {from: dayStart(zone, firstDay), to: dayStart(zone, lastDay + 1), firstDay, lastDay};
	}
	const end = window.at ?? now;
	// Without a past moment nothing that Tautulli has is cut off: clocks differ.
	const to = window.at === undefined ? Number.POSITIVE_INFINITY : window.at + 1;
	const lastDay = localDay(zone, end);
	if (window.days === 0) {
		const firstDay = oldest === null ? lastDay : Math.min(lastDay, localDay(zone, oldest));
		return {from: Number.NEGATIVE_INFINITY, to, firstDay: by === 'month' ? monthStart(firstDay) : firstDay, lastDay};
	}
	if (by === 'month') {
		const firstDay = monthStart(localDay(zone, end - window.days * secondsPerDay));
		return {from: dayStart(zone, firstDay), to, firstDay, lastDay};
	}
	return {from: end - window.days * secondsPerDay, to, firstDay: lastDay - window.days + 1, lastDay};
};

/** The stretch just before this one, as long as it: as many seconds, or as many days of the calendar. Null: this one has no beginning. */
export const stretchBefore = (window: Window, {from, firstDay, lastDay}: Stretch, zone: ZoneName): Stretch | null => {
	if (!Number.isFinite(from)) return null;
	const days = lastDay - firstDay + 1;
	const first = 'from' in window ? dayStart(zone, firstDay - days) : from - window.days * secondsPerDay;
	return {from: first, to: from, firstDay: firstDay - days, lastDay: firstDay - 1};
};

/**
 * The month up to a moment (Unix seconds; null: now, and nothing that Tautulli has is cut off), and the same days of the month before, up to
 * the same time of the day; of a shorter month all.
 */
const monthStretches = (
	zone: ZoneName,
	at: number | null,
	now: number,
): {readonly now: Stretch; readonly before: Stretch} => {
	const end = at ?? now;
	const today = localDay(zone, end);
	const [first, next] = [monthStart(today), dayStart(zone, monthStart(today))];
	const firstBefore = monthStart(first - 1);
	const sameDay = firstBefore + today - first;
	const sameTime = sameDay < first ? dayStart(zone, sameDay) + end - dayStart(zone, today) + 1 : next;
	return {
		now: {from: next, to: at === null ? Number.POSITIVE_INFINITY : at + 1, firstDay: first, lastDay: today},
		before: {
			from: dayStart(zone, firstBefore),
			to: Math.min(next, sameTime),
			firstDay: firstBefore,
			lastDay: Math.min(first - 1, sameDay),
		},
	};
};

/** What is compared, and with what; null: that had no beginning, so nothing lies before it. */
export const comparedStretches = (
	compared: Compared,
	zone: ZoneName,
	now: number,
): {readonly now: Stretch; readonly before: Stretch | null} => {
	if ('month' in compared) return monthStretches(zone, compared.at ?? null, now);
	const stretch = stretchOf(compared, '', zone, now, null);
	return {now: stretch, before: stretchBefore(compared, stretch, zone)};
};

const range = (count: number): number[] => Array.from({length: Math.max(0, count)}, (_, index) => index);

const two = (value: number): string => String(value).padStart(2, '0');

/** Longer than any history: a wrong clock must not make an axis that fills the memory. */
const mostDays = 40_000;

/** Every key of a time axis, in its order, whether there is a play or not. */
export const timeAxis = (
	by: TimeGroup,
	{firstDay, lastDay}: Pick<Stretch, 'firstDay' | 'lastDay'>,
): readonly string[] => {
	const days = Math.min(mostDays, lastDay - firstDay + 1);
	const first = lastDay - days + 1;
	switch (by) {
		case 'hour':
			return range(24).map(two);
		case 'weekday':
			return range(7).map(String);
		case 'calendar':
			return range(7 * 24).map(bucket => `${Math.floor(bucket / 24)}-${two(bucket % 24)}`);
		case 'date':
			return range(days).map(index => dayText(first + index));
		case 'week': {
			const monday = weekOf(first);
			return range(Math.floor((lastDay - monday) / 7) + 1).map(index => dayText(monday + 7 * index));
		}
		case 'month':
			return [...new Set(range(days).map(index => dayText(first + index).slice(0, 7)))];
	}
};
