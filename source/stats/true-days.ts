import type {TruePeakDays} from '../domain/plays/graph.ts';
import {dayText} from '../domain/zone.ts';
import {usualHours} from './known-days.ts';
import type {TruePeaks} from './true-peaks.ts';

/** The days of a window (since 1970, both inside), and the last of them whose streams the mirror has seen. */
export type PeakDays = {readonly first: number; readonly last: number; readonly lastSeen: number};

/**
 * True peaks on the axis of Tautulli's date graphs. Days behind the last one that the mirror has seen are not known, which is no zero;
 * that day itself is not over, so nothing is usual in it.
 */
export const fillTrueDays = (
	{byDay, byHour, byDayHour, seconds}: TruePeaks,
	{first, last, lastSeen}: PeakDays,
): TruePeakDays => {
	const days = Array.from({length: Math.max(0, last - first + 1)}, (_, index) => first + index);
	const whole = {first, last: Math.min(last, lastSeen - 1)};
	return {
		categories: days.map(dayText),
		counts: days.map(day => (day <= lastSeen ? (byDay.get(day)?.most.count ?? 0) : null)),
		most: days.map(day => byDay.get(day)?.most ?? null),
		transcodes: days.map(day => byDay.get(day)?.transcodes ?? null),
		hours: byHour.map(hour => hour?.most ?? null),
		usualHours: usualHours((day, hour) => byDayHour.get(day * 24 + hour) ?? 0, whole),
		seconds,
	};
};
