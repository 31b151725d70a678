import {dateText, weekdayOf} from '../../world/zone.ts';
import {success} from '../answer.ts';
import type {Command, Commands, Context} from '../context.ts';
import {
	amountOf,
	byMedia,
	byStreamType,
	cellsByBucket,
	type Graph,
	graphDays,
	graphRows,
	graphRowsSince,
	lastDates,
	splitGraph,
} from '../graph.ts';
import {countOf, type Params} from '../params.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

const byDate = (context: Context, params: Params, split: typeof byMedia): Graph => {
	const buckets = cellsByBucket(graphRows(context, params), params, row => dateText(row.day));
	return splitGraph(lastDates(context, graphDays(params)), buckets, split, amountOf(params));
};

/** Only this graph has a series of sums. */
const playsByDate: Command = (context, params) => {
	const {categories, series} = byDate(context, params, byMedia);
	const total = categories.map((_, index) => series.reduce((sum, {data}) => sum + (data[index] ?? 0), 0));
	return success({categories, series: [...series, {name: 'Total', data: total}]});
};

const playsByHour: Command = (context, params) => {
	const buckets = cellsByBucket(graphRows(context, params), params, row => hours[row.hour] ?? '');
	return success(splitGraph(hours, buckets, byMedia, amountOf(params)));
};

const playsByWeekday: Command = (context, params) => {
	const buckets = cellsByBucket(graphRows(context, params), params, row => weekdays[weekdayOf(row.day)] ?? '');
	return success(splitGraph(weekdays, buckets, byMedia, amountOf(params)));
};

/** `Nov 2026`; months are counted from year 0. */
const monthText = (month: number): string => `${months[month % 12]} ${Math.floor(month / 12)}`;

const monthOf = (day: number): number => {
	const [year = 0, month = 1] = dateText(day).split('-').map(Number);
	return year * 12 + month - 1;
};

/** The window begins at the UTC month floor, N months ago; the N months shown end with the current local one. */
const playsPerMonth: Command = (context, params) => {
	const count = countOf(params, 'time_range', 12);
	const utc = monthOf(Math.floor(context.now / 86_400)) - count;
	const rows = graphRowsSince(context, params, Date.UTC(Math.floor(utc / 12), ((utc % 12) + 12) % 12, 1) / 1000);
	const last = monthOf(context.world.zone.dayOf(context.now));
	const categories = Array.from({length: Math.max(0, count)}, (_, index) => monthText(last - count + 1 + index));
	const names = new Map(rows.map(({day}) => [day, '']));
	for (const day of names.keys()) names.set(day, monthText(monthOf(day)));
	const buckets = cellsByBucket(rows, params, row => names.get(row.day) ?? '');
	return success(splitGraph(categories, buckets, byMedia, amountOf(params)));
};

const playsByStreamType: Command = (context, params) => success(byDate(context, params, byStreamType));

/** The graphs over time. */
export const graphCommands: Commands = {
	get_plays_by_date: playsByDate,
	get_plays_by_hourofday: playsByHour,
	get_plays_by_dayofweek: playsByWeekday,
	get_plays_per_month: playsPerMonth,
	get_plays_by_stream_type: playsByStreamType,
};
