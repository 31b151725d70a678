import type {Window} from '../period.ts';
import type {AtOnce, PeakRecord, Since, Usual} from './at-once.ts';
import type {Narrowing} from './narrowing.ts';
import type {Coverage} from './plays.ts';

/** A value of a graph; null: not known, since what the server sent is no number. Sums of seconds can be below zero. */
export type Value = number | null;

/** One named row of values, as long as the graph's categories. Plays, streams, or seconds. */
export type Series = {readonly name: string; readonly values: readonly Value[]};

/** What Tautulli's graph commands answer: dates, hours or names, zero-filled. Read series by name, never by index. */
export type Graph = {readonly categories: readonly string[]; readonly series: readonly Series[]};

/** Tautulli's name of the concurrent graph's maximum, and the name under which tautop prints it. */
export const concurrentSeries = 'Concurrent Streams';

/** The values of one series, or zeros where the server has no library of that kind. */
export const seriesValues = (graph: Graph, name: string): readonly Value[] =>
	graph.series.find(series => series.name === name)?.values ?? graph.categories.map(() => 0);

/** Tautulli's sum of all media types; part of the date graph only, so sums over series leave it out. */
export const totalSeries = 'Total';

const plus = (sum: Value, value: Value): Value => (sum === null || value === null ? null : sum + value);

/** Sum over all series (but Tautulli's own total) for each category; not known where one of them is not. */
export const sumSeries = (graph: Graph): Value[] =>
	graph.categories.map((_, index) =>
		graph.series.reduce<Value>(
			(sum, series) => (series.name === totalSeries ? sum : plus(sum, series.values[index] ?? null)),
			0,
		),
	);

/** Sum of the values that are known. */
export const sumOf = (values: readonly Value[]): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** True where every value is 0: sums that are below zero, cancel each other out, or are not known, are not nothing. */
export const isNothing = ({series}: Graph): boolean => series.every(({values}) => values.every(value => value === 0));

/** The most streams at once that Tautulli knows of in a window; unlike the daily graph this crosses midnight. */
export type Highest = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** Most streams at once a day (a graph), and the highest of the window by series name; null: not known. */
export type Peaks = Graph & {readonly highest: Readonly<Record<string, Highest>> | null};

/**
 * tautop's own peaks by date: how many streams there really were at once, where one across midnight counts on both days.
 * The lists of days are as long as the categories, those of hours (0 to 23, of all these days together) have 24.
 */
export type TruePeakDays = {
	/** Dates as in Tautulli's graphs. */
	readonly categories: readonly string[];
	/** Null: a day that the mirror has not come to yet. */
	readonly counts: ReadonlyArray<number | null>;
	/** The first moment with so many; null: no stream that day. */
	readonly most: ReadonlyArray<AtOnce | null>;
	/** The most transcodes of each day; null: none. */
	readonly transcodes: ReadonlyArray<Since | null>;
	/** The most in each hour of day; null: never a stream. */
	readonly hours: ReadonlyArray<AtOnce | null>;
	/** The median of what each of these days had at most in an hour; null: too few days. */
	readonly usualHours: ReadonlyArray<number | null>;
	/** Seconds with so many streams at once, by their number. */
	readonly seconds: readonly number[];
};

/** What the peaks of a window are held against: all days that are known. Null: too few of them. */
export type PeakRecords = {
	/** The weekday of the last day of the window. */
	readonly usual: Usual | null;
	readonly streams: PeakRecord | null;
	readonly transcodes: PeakRecord | null;
};

/** Which streams are looked at: a window by their stop, and what narrows them. */
export type PeaksQuery = {readonly window: Window; readonly where: Narrowing};

/** Tautulli's peaks with our own beside them. */
export type PeaksAnswer = Peaks & {
	readonly own: TruePeakDays;
	readonly records: PeakRecords;
	/** Plays that stopped in the window: of a handful nothing is the most. */
	readonly plays: number;
	readonly coverage: Coverage;
};
