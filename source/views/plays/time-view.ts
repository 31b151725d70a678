import type {AxisLabel} from '../../canvas/axis.ts';
import type {TimeGroup} from '../../domain/plays/plays.ts';
import {graphOf} from '../../stats/graph-of.ts';
import {type Graphed, type GraphPlan, graphView} from '../plan/graph-view.ts';
import type {Switch} from '../plan/own.ts';
import type {Asking, Step, View} from '../plan/view.ts';

/** A graph over a group of time, as it is written. */
export type TimePlan<Data extends Graphed> = Pick<
	GraphPlan<Data>,
	'labels' | 'when' | 'drawn' | 'draw' | 'line' | 'says'
> & {
	readonly name: string;
	readonly title: string;
	readonly short?: string;
	readonly summary: string;
	readonly by: TimeGroup;
	readonly axis: string;
	readonly at: string;
	readonly nameOf: (category: string) => string;
	readonly switches?: readonly Switch[];
	readonly enter: (key: string) => Step;
};

/** Plays by a group of time, a series a kind of media. */
export const askTime = async ({sources, query, signal}: Asking, by: TimeGroup): Promise<Graphed> => {
	const {window, where, measure} = query;
	// Users of several kinds do not add up.
	const split = measure === 'users' ? 'nothing' : 'media';
	const counts = await sources.plays({by, split, window, where, measure}, signal);
	const {plays, playedSeconds, users} = counts.total;
	return {
		graph: graphOf(counts, {by, split, measure}),
		keys: counts.axis ?? [],
		total: measure === 'plays' ? plays : measure === 'duration' ? playedSeconds : users,
		coverage: counts.coverage,
	};
};

/** The same by how they were played: the colours of the columns. People of several ways do not add up. */
const askWays = async ({sources, query, signal}: Asking, by: TimeGroup): Promise<Graphed['ways']> => {
	const {window, where, measure} = query;
	if (measure === 'users') return null;
	const counts = await sources.plays({by, split: 'decision', window, where, measure}, signal);
	return graphOf(counts, {by, split: 'decision', measure});
};

/** A view of plays over time. */
export const timeView = (plan: TimePlan<Graphed>): View => {
	const {by, enter, ...rest} = plan;
	return graphView<Graphed>({
		...rest,
		takes: {
			window: by === 'month' ? 'months' : 'any',
			past: true,
			measure: ['plays', 'duration', 'users'],
			narrowing: true,
		},
		ask: async asking => {
			const [graphed, ways] = await Promise.all([askTime(asking, by), askWays(asking, by)]);
			return {...graphed, ways};
		},
		enter: key => enter(key),
	});
};

/** Every label that has room, from the first on. */
export const spacedLabels =
	(nameOf: (category: string) => string, cells: number) =>
	(categories: readonly string[], step: number): readonly AxisLabel[] => {
		const every = Math.max(1, Math.ceil(cells / step));
		return categories.flatMap((category, index) =>
			index % every === 0 ? [{at: Math.floor(index * step), text: nameOf(category)}] : [],
		);
	};
