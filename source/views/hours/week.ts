import {secondsPerDay} from '../../domain/period.ts';
import {handful} from '../../domain/plays/handful.ts';
import {zoneSpans} from '../../domain/zone.ts';
import type {Json} from '../../export/json.ts';
import {measured} from '../../stats/graph-of.ts';
import {
	fewestWeekDays,
	type Quiet,
	quietOf,
	type Week,
	weekCounts,
	weekOf,
	weekOrder,
	weekSeconds,
} from '../../stats/week.ts';
import type {Asking} from '../plan/view.ts';

/** The hours of an average week, and the quiet ones. */
export type AverageWeek = Week & {readonly quiet: Quiet | null};

export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * The week of a window. Null where there is none to speak of: under 14 days a weekday would be one day, a handful of plays says nothing,
 * and people of several weeks are the same ones.
 */
export const askWeek = async ({sources, query, signal}: Asking): Promise<AverageWeek | null> => {
	const {window, where, measure} = query;
	if (measure === 'users') return null;
	const counts = await sources.plays({by: 'calendar', split: 'nothing', window, where, measure}, signal);
	const {from, to} = counts.span;
	if (to - from < fewestWeekDays * secondsPerDay || counts.total.plays < handful) return null;
	const spans = zoneSpans(counts.coverage.zone, from, to);
	const week = weekOf(
		weekCounts(counts.rows, row => measured(row, measure)),
		weekSeconds(from, to, spans),
	);
	return {...week, quiet: quietOf(week)};
};

const two = (hour: number): string => String(hour).padStart(2, '0');

/** "quiet: Tue 04-07"; '' where that is not known. */
export const quietWords = (week: AverageWeek | null): string =>
	week?.quiet
		? `quiet: ${(dayNames[week.quiet.weekday] ?? '').slice(0, 3)} ${two(week.quiet.from)}-${two(week.quiet.to)}`
		: '';

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

/** A week of null: there is none to speak of. */
export const weekJson = (week: AverageWeek | null): {readonly [key: string]: Json} => ({
	week: week && {
		weekdays: weekOrder.map(day => dayNames[day] ?? ''),
		counts: week.counts,
		average: week.average.map(row => row.map(rounded)),
	},
	quiet: week?.quiet
		? {
				weekday: dayNames[week.quiet.weekday] ?? '',
				from: week.quiet.from,
				to: week.quiet.to,
				average: rounded(week.quiet.average),
			}
		: null,
});
