import {z} from 'zod';
import type {Graph} from '../../source/domain/graph.ts';
import type {YAxis} from '../../source/domain/media.ts';
import {secondsPerDay} from '../../source/domain/period.ts';
import type {BucketCount, NamedCount} from '../../source/domain/play-count.ts';
import {localDay, type ZoneName, zoneSpans} from '../../source/domain/zone.ts';
import {type Peak, sweepPeak} from '../../source/stats/concurrency.ts';
import {sweepDays} from '../../source/stats/day-peaks.ts';
import {
	dateCategories,
	fillGraph,
	hourCategories,
	mediaSeries,
	monthCategories,
	monthsSince,
	type SeriesKind,
	streamSeries,
	weekdayCategories,
	withTotal,
} from '../../source/stats/fill-graph.ts';
import type {Mirror} from '../../source/store/mirror.ts';
import type {GraphWindow} from '../../source/store/play-graphs.ts';
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
const picked = (graph: Graph, {series}: Wire): Array<readonly number[]> =>
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
	const today = localDay(zone, before);
	const media = (bucket: 'date' | 'hour' | 'weekday', categories: Parameters<typeof fillGraph>[0]): Graph =>
		fillGraph(categories, mediaSeries, mirror.graphs.byMediaType(window, bucket, spans), yAxis);

	const dates = await ask('get_plays_by_date', graphSchema, parameters);
	const ours = withTotal(
		fillGraph(
			dateCategories(today, days),
			mediaSeries.filter(({name}) => dates.series.some(series => series.name === name)),
			mirror.graphs.byMediaType(window, 'date', spans),
			yAxis,
		),
	);
	tally.compare('plays by date', what, [dates.categories, ...dates.series.map(({data}) => data)], () => [
		ours.categories,
		...picked(ours, dates),
	]);

	const hours = await ask('get_plays_by_hourofday', graphSchema, parameters);
	tally.compare('plays by hour', what, [hours.categories, ...hours.series.map(({data}) => data)], () => {
		const graph = media('hour', hourCategories);
		return [graph.categories, ...picked(graph, hours)];
	});

	const weekdays = await ask('get_plays_by_dayofweek', graphSchema, parameters);
	tally.compare('plays by weekday', what, [weekdays.categories, ...weekdays.series.map(({data}) => data)], () => {
		const graph = media('weekday', weekdayCategories(weekdays.categories[0] === 'Monday' ? 1 : 0));
		return [graph.categories, ...picked(graph, weekdays)];
	});

	const types = await ask('get_plays_by_stream_type', graphSchema, parameters);
	tally.compare('stream types by date', what, [types.categories, ...types.series.map(({data}) => data)], () => {
		const counts: BucketCount[] = mirror.graphs.byStreamType(window, 'date', spans);
		const graph = fillGraph(dateCategories(today, days), streamSeries, counts, yAxis);
		return [graph.categories, ...picked(graph, types)];
	});

	for (const [command, kinds, counts] of [
		['get_plays_by_top_10_platforms', mediaSeries, mirror.graphs.platforms(window)],
		['get_stream_type_by_top_10_platforms', streamSeries, mirror.graphs.platformStreamTypes(window)],
	] as const) {
		const theirs = await ask(command, graphSchema, parameters);
		const byName = named(counts, kinds, yAxis);
		theirs.categories.forEach((name, index) => {
			const shown = theirs.series.map(series => [series.name, series.data[index] ?? 0]);
			tally.compare('platforms', `${command} ${name}, ${what}`, shown, () =>
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

const concurrentNames = ['direct play', 'copy', 'transcode'];

const checkPeaks = async (setting: Setting, days: number): Promise<void> => {
	const {ask, mirror, tally, serverId, zone} = setting;
	const theirs = await ask('get_concurrent_streams_by_stream_type', graphSchema, {time_range: days});
	const since = setting.now() - days * secondsPerDay;
	const spans = spansOf(setting, days);
	const today = localDay(zone, setting.now());
	tally.compare(
		'peaks by date',
		`${days} days`,
		theirs.series.map(({data}) => data),
		() => {
			const peaks = sweepDays(mirror.graphs.streams({serverId, since}, spans));
			const dates = dateCategories(today, days).map(({bucket}) => peaks.get(Number(bucket)));
			return [
				...concurrentNames.map(name => dates.map(peak => peak?.byDecision[name] ?? 0)),
				dates.map(peak => peak?.all ?? 0),
			];
		},
	);
	const highest = z.object({
		rows: z.array(z.object({title: z.string(), count: number, started: number, stopped: number})),
	});
	const card = await ask('get_home_stats', highest, {stat_id: 'most_concurrent', time_range: days});
	const decisions = new Map([
		['Concurrent Streams', null],
		['Concurrent Transcodes', 'transcode'],
		['Concurrent Direct Streams', 'copy'],
		['Concurrent Direct Plays', 'direct play'],
	]);
	for (const {title, count, started, stopped} of card.rows) {
		const decision = decisions.get(title) ?? null;
		const peak: Peak = {count, startedAt: started, stoppedAt: stopped};
		tally.compare('highest peak', `${title}, ${days} days`, peak, () =>
			sweepPeak(
				[...mirror.graphs.streams({serverId, since}, spans)].filter(
					stream => decision === null || stream.decision === decision,
				),
			),
		);
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
