import type {Measure} from '../domain/media.ts';
import {type Graph, sumSeries, totalSeries} from '../domain/plays/graph.ts';
import type {PlayCount, PlayCounts, PlaysQuery} from '../domain/plays/plays.ts';
import {mediaSeries, type SeriesKind, streamSeries} from './series.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A key of an axis in Tautulli's words: weekdays and months by name, all else as it is. */
const categoryOf = (by: PlaysQuery['by'], key: string): string => {
	if (by === 'weekday') return weekdays[Number(key)] ?? key;
	if (by !== 'month') return key;
	const [year = '', month = ''] = key.split('-');
	return `${months[Number(month) - 1] ?? month} ${year}`;
};

/** What is counted of a row. */
export const measured = ({plays, playedSeconds, users}: PlayCount, measure: Measure): number =>
	measure === 'plays' ? plays : measure === 'duration' ? playedSeconds : (users ?? 0);

const seriesOf = (
	{mediaKinds}: PlayCounts,
	{split, measure}: Pick<PlaysQuery, 'split' | 'measure'>,
): readonly SeriesKind[] => {
	if (split === 'decision') return streamSeries;
	return split === 'media'
		? mediaSeries.filter(({kind}) => mediaKinds.includes(kind))
		: [{kind: '', name: measure === 'users' ? 'Users' : 'Plays'}];
};

/** Counts by a group of time as the graph that Tautulli draws: zeros where there is nothing, its own names. */
export const graphOf = (
	counts: PlayCounts,
	{by, split, measure}: Pick<PlaysQuery, 'by' | 'split' | 'measure'>,
): Graph => {
	const axis = counts.axis ?? [];
	const values = new Map(counts.rows.map(row => [`${row.key}/${row.kind}`, measured(row, measure)]));
	const graph: Graph = {
		categories: axis.map(key => categoryOf(by, key)),
		series: seriesOf(counts, {split, measure}).map(({kind, name}) => ({
			name,
			values: axis.map(key => values.get(`${key}/${kind}`) ?? 0),
		})),
	};
	// Tautulli's graph by date has its sum beside it.
	if (by !== 'date' || split !== 'media') return graph;
	return {...graph, series: [...graph.series, {name: totalSeries, values: sumSeries(graph)}]};
};
