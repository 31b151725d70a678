import * as z from 'zod';
import type {Graph, Value} from '../../source/domain/graph.ts';
import type {YAxis} from '../../source/domain/media.ts';
import {secondsPerDay} from '../../source/domain/period.ts';
import type {NamedCount} from '../../source/domain/play-count.ts';
import {localDay, type ZoneName, zoneSpans} from '../../source/domain/zone.ts';
import {mirrorGraphs} from '../../source/open/mirror-graphs.ts';
import {
	fillGraph,
	mediaSeries,
	monthCategories,
	monthsSince,
	type SeriesKind,
	streamSeries,
	weekdayCategories,
} from '../../source/stats/fill-graph.ts';
import type {Mirror} from '../../source/store/mirror/mirror.ts';
import type {GraphWindow} from '../../source/store/mirror/play-graphs.ts';
import {type Ask, graphSchema, number} from './ask.ts';
import type {Tally} from './tally.ts';

export type Setting = {
	readonly ask: Ask;
	readonly mirror: Mirror;
	readonly serverId: number;
	readonly zone: ZoneName;
	readonly tally: Tally;
	readonly now: () => number;
};

/** All time, as far as a graph can say it: Tautulli's graphs take no 0. */
export const allDays = 3650;

type Wire = z.output<typeof graphSchema>;

/** Series in Tautulli's order, those that it shows. */
const picked = (graph: Graph, {series}: Wire): Array<readonly Value[]> =>
	series.map(({name}) => graph.series.find(ours => ours.name === name)?.values ?? []);

const yAxes: readonly YAxis[] = ['plays', 'duration'];

/** From the first play of anybody until a little after now. */
const spansOf = ({zone, now}: Setting, days: number) =>
	zoneSpans(zone, now() - (days + 800) * secondsPerDay, now() + secondsPerDay);

const named = (counts: readonly NamedCount[], kinds: readonly SeriesKind[], yAxis: YAxis): Map<string, number[]> => {
	const byName = Map.groupBy(counts, ({name}) => name);
	const value = (count: NamedCount): number => (yAxis === 'plays' ? count.plays : count.playedSeconds);
	return new Map(
		[...byName].map(([name, some]) => [
			name,
			kinds.map(({kind}) => some.filter(count => count.kind === kind).reduce((sum, count) => sum + value(count), 0)),
		]),
	);
};

const checkBuckets = async (setting: Setting, days: number, grouping: boolean, yAxis: YAxis): Promise<void> => {
	const {ask, mirror, tally, serverId, zone} = setting;
	const spans = spansOf(setting, days);
	const parameters = {time_range: days, y_axis: yAxis, grouping: grouping ? 1 : 0};
	const what = `${days} days, ${yAxis}, grouping ${parameters.grouping}`;
	const before = setting.now();
	const window: GraphWindow = {serverId, since: before - days * secondsPerDay, grouping};
	const shown = mirrorGraphs(mirror, {serverId, zone, grouping, now: before});
	const query = {days, yAxis};

	const dates = await ask('get_plays_by_date', graphSchema, parameters);
	const ours = shown.days(query);
	tally.compare('plays by date', what, [dates.categories, ...dates.series.map(({data}) => data)], () => [
		ours.categories,
		...picked(ours, dates),
	]);

	const hours = await ask('get_plays_by_hourofday', graphSchema, parameters);
	tally.compare('plays by hour', what, [hours.categories, ...hours.series.map(({data}) => data)], () => {
		const graph = shown.hours(query);
		return [graph.categories, ...picked(graph, hours)];
	});

	const weekdays = await ask('get_plays_by_dayofweek', graphSchema, parameters);
	tally.compare('plays by weekday', what, [weekdays.categories, ...weekdays.series.map(({data}) => data)], () => {
		const categories = weekdayCategories(weekdays.categories[0] === 'Monday' ? 1 : 0);
		const graph = fillGraph(categories, mediaSeries, mirror.graphs.byMediaType(window, 'weekday', spans), yAxis);
		return [graph.categories, ...picked(graph, weekdays)];
	});

	const types = await ask('get_plays_by_stream_type', graphSchema, parameters);
	tally.compare('stream types by date', what, [types.categories, ...types.series.map(({data}) => data)], () => {
		const graph = shown.types(query);
		return [graph.categories, ...picked(graph, types)];
	});

	for (const [command, kinds, counts] of [
		['get_plays_by_top_10_platforms', mediaSeries, mirror.graphs.platforms(window)],
		['get_stream_type_by_top_10_platforms', streamSeries, mirror.graphs.platformStreamTypes(window)],
	] as const) {
		const theirs = await ask(command, graphSchema, parameters);
		const byName = named(counts, kinds, yAxis);
		theirs.categories.forEach((name, index) => {
			const wanted = theirs.series.map(series => [series.name, series.data[index] ?? 0]);
			tally.compare('platforms', `${command} ${name}, ${what}`, wanted, () =>
				theirs.series.map(series => {
					const at = kinds.findIndex(kind => kind.name === series.name);
					return [series.name, byName.get(name)?.[at] ?? 0];
				}),
			);
		});
	}
};

const checkMonths = async ({ask, mirror, tally, serverId, zone, now}: Setting, months: number, grouping: boolean) => {
	for (const yAxis of yAxes) {
		const parameters = {time_range: months, y_axis: yAxis, grouping: grouping ? 1 : 0};
		const theirs = await ask('get_plays_per_month', graphSchema, parameters);
		const since = monthsSince(now(), months);
		const spans = zoneSpans(zone, since - 100 * secondsPerDay, now() + secondsPerDay);
		tally.compare(
			'plays by month',
			`${months} months, ${yAxis}`,
			[theirs.categories, ...theirs.series.map(({data}) => data)],
			() => {
				const counts = mirror.graphs.byMediaType({serverId, since, grouping}, 'month', spans);
				const graph = fillGraph(monthCategories(localDay(zone, now()), months), mediaSeries, counts, yAxis);
				return [graph.categories, ...picked(graph, theirs)];
			},
		);
	}
};

/** What Tautulli calls the most of each kind, in its graph and on its page, and what tautop calls it. */
const ourNames = new Map([
	['Max. Concurrent Streams', 'Concurrent Streams'],
	['Concurrent Streams', 'Concurrent Streams'],
	['Concurrent Transcodes', 'Transcode'],
	['Concurrent Direct Streams', 'Direct Stream'],
	['Concurrent Direct Plays', 'Direct Play'],
]);

const checkPeaks = async (setting: Setting, days: number): Promise<void> => {
	const {ask, mirror, tally, serverId, zone} = setting;
	// Over a history with odd rows this command alone fails.
	const theirs = await ask('get_concurrent_streams_by_stream_type', graphSchema, {time_range: days}).catch(() => null);
	if (!theirs) return tally.compare('not compared: peaks', `${days} days`, null, () => null);
	const ours = mirrorGraphs(mirror, {serverId, zone, grouping: true, now: setting.now()}).peaks({days});
	tally.compare('peaks by date', `${days} days`, [theirs.categories, ...theirs.series.map(({data}) => data)], () => [
		ours.categories,
		...theirs.series.map(
			({name}) => ours.series.find(series => series.name === ourNames.get(name) || series.name === name)?.values,
		),
	]);
	const highest = z.object({
		rows: z.array(z.object({title: z.string(), count: number, started: number, stopped: number})),
	});
	const card = await ask('get_home_stats', highest, {stat_id: 'most_concurrent', time_range: days});
	for (const {title, count, started, stopped} of card.rows) {
		const peak = {count, startedAt: started, stoppedAt: stopped};
		tally.compare('highest peak', `${title}, ${days} days`, peak, () => ours.highest?.[ourNames.get(title) ?? '']);
	}
};

/** Every graph, in every window, grouped and not, by plays and by time. */
export const checkGraphs = async (setting: Setting, windows: readonly number[]): Promise<void> => {
	for (const window of windows) {
		const days = window === 0 ? allDays : window;
		for (const grouping of [true, false]) {
			for (const yAxis of yAxes) await checkBuckets(setting, days, grouping, yAxis);
		}
		await checkPeaks(setting, days);
	}
	for (const grouping of [true, false]) {
		for (const months of [1, 12, 60]) await checkMonths(setting, months, grouping);
	}
};
