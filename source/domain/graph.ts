/** One named row of numbers, as long as the graph's categories. Plays, streams, or seconds. */
export type Series = {readonly name: string; readonly values: readonly number[]};

/** What Tautulli's graph commands answer: dates, hours or names, zero-filled. Read series by name, never by index. */
export type Graph = {readonly categories: readonly string[]; readonly series: readonly Series[]};

/** Tautulli's name of the concurrent graph's maximum, and the name under which tautop prints it. */
export const concurrentSeries = 'Concurrent Streams';

/** The values of one series, or zeros where the server has no library of that kind. */
export const seriesValues = (graph: Graph, name: string): readonly number[] =>
	graph.series.find(series => series.name === name)?.values ?? graph.categories.map(() => 0);

/** Tautulli's sum of all media types; part of the date graph only, so sums over series leave it out. */
export const totalSeries = 'Total';

/** Sum over all series (but Tautulli's own total) for each category. */
export const sumSeries = (graph: Graph): number[] =>
	graph.categories.map((_, index) =>
		graph.series.reduce((sum, series) => (series.name === totalSeries ? sum : sum + (series.values[index] ?? 0)), 0),
	);

/** The most streams at once that Tautulli knows of in a window; unlike the daily graph this crosses midnight. */
export type Highest = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** Most streams at once a day (a graph), and the highest of the window by series name. */
export type Peaks = Graph & {readonly highest: Readonly<Record<string, Highest>>};

/**
 * tautop's own peaks by date: how many streams there really were at once, where one across midnight counts on both days.
 * All lists but the hours are as long as the categories.
 */
export type TruePeakDays = {
	/** Dates as in Tautulli's graphs. */
	readonly categories: readonly string[];
	/** Null: a day that the mirror has not come to yet. */
	readonly counts: ReadonlyArray<number | null>;
	/** Unix seconds from which there were so many; null: no stream that day. */
	readonly at: ReadonlyArray<number | null>;
	/** The most in each hour of day (0 to 23) of these days, and since when (Unix seconds); null: never a stream. */
	readonly hours: ReadonlyArray<{readonly count: number; readonly at: number} | null>;
};
