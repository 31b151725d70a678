import type {TruePeakDays} from '../domain/graph.ts';
import {dateCategories} from './fill-graph.ts';
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
	const categories = dateCategories(today, days);
	const moments = categories.map(({bucket}) => byDay.get(Number(bucket)));
	return {
		categories: categories.map(({label}) => label),
		counts: moments.map((moment, index) => {
			const isSeen = Number(categories[index]?.bucket) <= lastSeenDay;
			return isSeen ? (moment?.count ?? 0) : null;
		}),
		at: moments.map(moment => moment?.at ?? null),
		hours: byHour,
	};
};
