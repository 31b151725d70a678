import {streamTypes} from '../domain/media.ts';
import {type Graph, seriesValues, sumOf, type Value} from '../domain/plays/graph.ts';

/** A day's share of transcodes, 0 to 1; `none` where nothing was played, null where it is not known. */
export type DayShare = Value | 'none';

const shareOf = (values: readonly Value[], transcodes: Value): DayShare => {
	if (values.includes(null) || transcodes === null) return null;
	const all = sumOf(values.map(value => Math.max(0, value ?? 0)));
	return all === 0 ? 'none' : Math.max(0, transcodes) / all;
};

/** The share of transcodes for each category. */
export const transcodeShares = (graph: Graph): DayShare[] => {
	const rows = streamTypes.map(name => seriesValues(graph, name));
	const transcodes = seriesValues(graph, 'Transcode');
	return graph.categories.map((_, day) =>
		shareOf(
			rows.map(values => values[day] ?? null),
			transcodes[day] ?? null,
		),
	);
};

/** Shares that can be drawn: no column where nothing was played, or nobody knows. */
export const drawnShares = (shares: readonly DayShare[]): Value[] =>
	shares.map(share => (share === 'none' ? null : share));
