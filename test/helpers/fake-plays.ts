import type {AtOnce} from '../../source/domain/plays/at-once.ts';
import {concurrentSeries, type Graph, type Peaks, type PeaksAnswer} from '../../source/domain/plays/graph.ts';
import type {Coverage, PlayCount, PlayCounts, PlaysQuery} from '../../source/domain/plays/plays.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {mediaSeries, streamSeries} from '../../source/stats/series.ts';

/** The mirror knows everything, and was compared just now. */
export const fullCoverage = (asOf: number): Coverage => ({
	asOf,
	knownFrom: null,
	zone: 'Europe/Prague',
	zoneProven: true,
});

export const fakeCount = (given: Partial<PlayCount> & Pick<PlayCount, 'key'>): PlayCount => ({
	name: given.key,
	kind: '',
	plays: 0,
	playedSeconds: 0,
	users: null,
	lastAt: null,
	deleted: false,
	...given,
});

const kindOf = (name: string): string =>
	[...mediaSeries, ...streamSeries].find(series => series.name === name)?.kind ?? '';

/** The graph as the rows that it was made of; a play in it took an hour and a half. */
const rowsOf = ({categories, series}: Graph): PlayCount[] =>
	series
		.filter(({name}) => name !== 'Total' && name !== 'Concurrent Streams')
		.flatMap(({name, values}) =>
			categories.map((key, index) => {
				const plays = values[index] ?? 0;
				return fakeCount({key, kind: kindOf(name), plays, playedSeconds: plays * 5400});
			}),
		);

const merged = (rows: readonly PlayCount[], keyOf: (row: PlayCount) => string): PlayCount[] =>
	[...Map.groupBy(rows, keyOf)].map(([key, some]) =>
		fakeCount({
			key,
			plays: some.reduce((sum, {plays}) => sum + plays, 0),
			playedSeconds: some.reduce((sum, {playedSeconds}) => sum + playedSeconds, 0),
			users: Math.min(9, some.length),
		}),
	);

/** Graphs of an evening by what they are grouped by, and lists of names. */
export type FakePlays = {
	readonly hours: Graph;
	readonly days: Graph;
	readonly types: Graph;
	readonly names: readonly PlayCount[];
};

/** The hours of each day of the week, later ones fuller. */
const calendarOf = ({categories, series}: Graph): Graph => ({
	categories: ['0', '1', '2', '3', '4', '5', '6'].flatMap(day => categories.map(hour => `${day}-${hour}`)),
	series: series.map(({name, values}) => ({
		name,
		values: [0, 1, 2, 3, 4, 5, 6].flatMap(day => values.map(value => (value === null ? null : value + day))),
	})),
});

const graphFor = (graphs: FakePlays, {by, split}: PlaysQuery): Graph => {
	if (by === 'calendar') return calendarOf(graphs.hours);
	if (split === 'decision' || by === 'decision') return graphs.types;
	return by === 'hour' ? graphs.hours : graphs.days;
};

/** Answers `plays` from these graphs, whatever narrows. */
export const fakePlays =
	(graphs: FakePlays, coverage: Coverage): Sources['plays'] =>
	async (query): Promise<PlayCounts> => {
		const graph = graphFor(graphs, query);
		const all = rowsOf(graph);
		const total = all.reduce((sum, {plays}) => sum + plays, 0);
		const isTime = ['hour', 'weekday', 'date', 'week', 'month', 'calendar'].includes(query.by);
		const rows =
			query.by === 'decision'
				? merged(all, ({kind}) => kind)
				: isTime
					? query.split === 'nothing'
						? merged(all, ({key}) => key)
						: all
					: graphs.names.flatMap(row =>
							query.split === 'decision'
								? ['direct play', 'copy', 'transcode'].map((kind, index) => ({
										...row,
										kind,
										plays: Math.floor((row.plays + index) / 3),
									}))
								: [{...row, users: 3}],
						);
		return {
			rows,
			names: new Set(rows.map(({key}) => key)).size,
			total: {plays: total, playedSeconds: total * 5400, users: 9},
			axis: isTime ? graph.categories : null,
			span: {from: coverage.asOf - 30 * 86_400, to: coverage.asOf},
			mediaKinds: ['movie', 'episode', 'track'],
			coverage,
		};
	};

/** Peaks with our own beside them: the same numbers, each way to play as far as it goes. */
export const fakePeaks = (peaks: Peaks, coverage: Coverage): PeaksAnswer => {
	const [all, ...ways] = [concurrentSeries, 'Direct Play', 'Direct Stream', 'Transcode'].map(
		name => peaks.series.find(series => series.name === name)?.values ?? [],
	);
	const most = peaks.categories.map((_, day): AtOnce | null => {
		const count = all?.[day] ?? 0;
		if (count <= 0) return null;
		const parts = ways.map(values => values[day] ?? 0);
		const [transcode = 0, directStream = 0] = [Math.min(count, parts[2] ?? 0), parts[1]];
		const copies = Math.max(0, Math.min(count - transcode, directStream));
		const highest = peaks.highest?.[concurrentSeries];
		const at = highest?.count === count ? highest.startedAt : coverage.asOf - (peaks.categories.length - day) * 86_400;
		return {count, directPlay: count - transcode - copies, directStream: copies, transcode, at};
	});
	return {
		...peaks,
		own: {
			categories: peaks.categories,
			counts: peaks.categories.map((_, day) => all?.[day] ?? null),
			most,
			transcodes: most.map(moment =>
				moment && moment.transcode > 0 ? {count: moment.transcode, at: moment.at} : null,
			),
			hours: Array.from({length: 24}, (_, hour) =>
				hour < 18
					? null
					: {count: hour - 17, directPlay: 1, directStream: 0, transcode: hour - 18, at: coverage.asOf - hour * 3600},
			),
			usualHours: Array.from({length: 24}, (_, hour) => (hour < 18 ? 0 : hour - 17.5)),
			seconds: [0, 36_000, 7200, 600],
		},
		plays: 61,
		records: {
			usual: {weekday: 0, count: 2.5, days: 8},
			streams: {
				count: 5,
				at: coverage.asOf - 86_400,
				before: {count: 4, at: coverage.asOf - 90 * 86_400},
			},
			transcodes: null,
		},
		coverage,
	};
};
