import type {TruePeakDays} from '../domain/plays/graph.ts';
import {dayText} from '../domain/zone.ts';
import type {TruePeaks} from './true-peaks.ts';

/**
 * True peaks on the axis of Tautulli's date graphs: so many days up to today. Days behind the last one that the mirror
 * has seen are not known, which is no zero. Days are counted since 1970 by the local calendar.
 */
export const fillTrueDays = (
	{byDay, byHour}: Pick<TruePeaks, 'byDay' | 'byHour'>,
	today: number,
	days: number,
	lastSeenDay: number,
): TruePeakDays => {
	const dates = Array.from({length: days}, (_, index) => today - days + 1 + index);
	const moments = dates.map(day => byDay.get(day));
	return {
		categories: dates.map(dayText),
		counts: moments.map((moment, index) => ((dates[index] ?? 0) <= lastSeenDay ? (moment?.count ?? 0) : null)),
		at: moments.map(moment => moment?.at ?? null),
		hours: byHour,
	};
};
