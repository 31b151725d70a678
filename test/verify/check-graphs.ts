import * as z from 'zod';
import type {YAxis} from '../../source/domain/media.ts';
import type {Graph, Value} from '../../source/domain/plays/graph.ts';
import type {PlaysQuery} from '../../source/domain/plays/plays.ts';
import type {ZoneName} from '../../source/domain/zone.ts';
import {answerPeaks} from '../../source/open/plays/answer-peaks.ts';
import {answerPlays, type PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {graphOf} from '../../source/stats/graph-of.ts';
import {mediaSeries, streamSeries} from '../../source/stats/series.ts';
import type {Mirror} from '../../source/store/mirror/mirror.ts';
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
const allDays = 3650;

type Wire = z.output<typeof graphSchema>;

/** Series in Tautulli's order, those that it shows. */
const picked = (graph: Graph, {series}: Wire): Array<readonly Value[]> =>
	series.map(({name}) => graph.series.find(ours => ours.name === name)?.values ?? graph.categories.map(() => 0));

const yAxes: readonly YAxis[] = ['plays', 'duration'];

const turn = async (): Promise<void> => undefined;

/** The questions about plays, of this mirror alone. */
const answersOf = ({mirror, zone, now}: Setting, grouping: boolean) => {
	const sources: PlaySources = {
		mirrored: {current: () => ({mirror})},
		trouble: () => null,
		history: {zone: () => ({name: zone, trust: 'configured'}), grouping, isZoneAwaited: () => false},
		columns: createHeldColumns(now, turn, {short: true}),
		now,
	};
	return {
		plays: (query: PlaysQuery) => answerPlays(sources, query),
		peaks: (days: number) => answerPeaks(sources, {window: {days}, where: {}}, turn, (_kept, make) => make()),
	};
};

const kindNames: Readonly<Record<string, string>> = Object.fromEntries(
	[...mediaSeries, ...streamSeries].map(({kind, name}) => [kind, name]),
);

const checkBuckets = async (setting: Setting, days: number, grouping: boolean, yAxis: YAxis): Promise<void> => {
	const {ask, tally} = setting;
	const parameters = {time_range: days, y_axis: yAxis, grouping: grouping ? 1 : 0};
	const what = `${days} days, ${yAxis}, grouping ${parameters.grouping}`;
	const {plays} = answersOf(setting, grouping);
	const base = {window: {days}, where: {}, measure: yAxis};
	for (const [command, by, split] of [
		['get_plays_by_date', 'date', 'media'],
		['get_plays_by_hourofday', 'hour', 'media'],
		['get_plays_by_dayofweek', 'weekday', 'media'],
		['get_plays_by_stream_type', 'date', 'decision'],
	] as const) {
		const theirs = await ask(command, graphSchema, parameters);
		const ours = graphOf(await plays({...base, by, split}), {by, split, measure: yAxis});
		const shift = by === 'weekday' && theirs.categories[0] === 'Monday' ? 1 : 0;
		const turned = <Value>(values: readonly Value[]): Value[] => [...values.slice(shift), ...values.slice(0, shift)];
		tally.compare(command, what, [theirs.categories, ...theirs.series.map(({data}) => data)], () => [
			turned(ours.categories),
			...picked(ours, theirs).map(turned),
		]);
	}
	for (const [command, split] of [
		['get_plays_by_top_10_platforms', 'media'],
		['get_stream_type_by_top_10_platforms', 'decision'],
	] as const) {
		const theirs = await ask(command, graphSchema, parameters);
		const {rows} = await plays({...base, by: 'platform', split});
		theirs.categories.forEach((name, index) => {
			const wanted = theirs.series.map(series => [series.name, series.data[index] ?? 0]);
			tally.compare('platforms', `${command} ${name}, ${what}`, wanted, () =>
				theirs.series.map(series => {
					const row = rows.find(each => each.key === name && kindNames[each.kind] === series.name);
					return [series.name, row ? (yAxis === 'plays' ? row.plays : row.playedSeconds) : 0];
				}),
			);
		});
	}
};

/** Tautulli's first month begins by UTC, ours by the server's clock: it is left out. */
const checkMonths = async (setting: Setting, months: number, grouping: boolean): Promise<void> => {
	const {ask, tally} = setting;
	const {plays} = answersOf(setting, grouping);
	for (const yAxis of yAxes) {
		const parameters = {time_range: months, y_axis: yAxis, grouping: grouping ? 1 : 0};
		const theirs = await ask('get_plays_per_month', graphSchema, parameters);
		const counts = await plays({
			by: 'month',
			split: 'media',
			window: {days: months * 31 + 31},
			where: {},
			measure: yAxis,
		});
		const ours = graphOf(counts, {by: 'month', split: 'media', measure: yAxis});
		const last = <Value>(values: readonly Value[]): Value[] => values.slice(1 - months || values.length);
		tally.compare(
			'plays by month',
			`${months} months, ${yAxis}`,
			[last(theirs.categories), ...theirs.series.map(({data}) => last(data))],
			() => [last(ours.categories), ...picked(ours, theirs).map(last)],
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
	const {ask, tally} = setting;
	// Over a history with odd rows this command alone fails.
	const theirs = await ask('get_concurrent_streams_by_stream_type', graphSchema, {time_range: days}).catch(() => null);
	if (!theirs) return tally.compare('not compared: peaks', `${days} days`, null, () => null);
	const ours = await answersOf(setting, true).peaks(days);
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
