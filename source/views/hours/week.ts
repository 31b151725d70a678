import {formatDecimal} from '../../canvas/format.ts';
import type {Measure} from '../../domain/media.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {Value} from '../../domain/plays/graph.ts';
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
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {amountWords} from '../plan/words.ts';

/** The hours of an average week, and the quiet ones. */
export type AverageWeek = Week & {readonly quiet: Quiet | null};

const two = (hour: number): string => String(hour).padStart(2, '0');

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

/** Hours of a week: the cells of the map, a row a day. */
export const weekCells = 7 * 24;

/** What the cursor can stand on in the map: "1-21" is Monday at 21:00, "21" that hour of all days. */
export const mapKeys: readonly string[] = [
	...weekOrder.flatMap(day => Array.from({length: 24}, (_, hour) => `${day}-${two(hour)}`)),
	...Array.from({length: 24}, (_, hour) => two(hour)),
];

/** A number of an average hour: "6.7", "13"; of hours played too. */
export const averageNumber = (value: number, measure: Measure): string => {
	const number = measure === 'duration' ? value / 3600 : value;
	return number < 9.95 ? formatDecimal(number) : String(Math.round(number));
};

/** "Fri 21:00  6.4 plays on average", "21:00  299 plays". */
export const placeWords = (key: string, week: AverageWeek, hours: readonly Value[], scene: Scene): string => {
	const {query, glyphs} = scene;
	const [day, hour] = key.includes('-') ? key.split('-').map(Number) : [null, Number(key)];
	const clock = `${two(hour ?? 0)}:00`;
	if (day === null || day === undefined)
		return `${clock}  ${amountWords(hours[hour ?? 0] ?? 0, query.measure, glyphs)}`;
	const average = week.average[weekOrder.indexOf(day)]?.[hour ?? 0] ?? null;
	const unit = query.measure === 'duration' ? 'hours' : 'plays';
	const words = average === null ? 'not known' : `${averageNumber(average, query.measure)} ${unit} on average`;
	return `${(dayNames[day] ?? '').slice(0, 3)} ${clock}  ${words}`;
};

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
