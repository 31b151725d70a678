import type {Graph, Peaks, PeaksAnswer} from '../../source/domain/plays/graph.ts';
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

const graphFor = (graphs: FakePlays, {by, split}: PlaysQuery): Graph => {
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
			mediaKinds: ['movie', 'episode', 'track'],
			coverage,
		};
	};

/** Peaks with our own beside them: the same numbers. */
export const fakePeaks = (peaks: Peaks, coverage: Coverage): PeaksAnswer => ({
	...peaks,
	own: {
		categories: peaks.categories,
		counts: peaks.series[0]?.values ?? [],
		at: peaks.categories.map((_, day) => coverage.asOf - (peaks.categories.length - day) * 86_400),
		hours: Array.from({length: 24}, (_, hour) =>
			hour < 18 ? null : {count: hour - 17, at: coverage.asOf - hour * 3600},
		),
	},
	coverage,
});
