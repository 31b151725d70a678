import type {HistoryRow} from '../world/history.ts';
import {dateText} from '../world/zone.ts';
import {type Cell, cellsOf} from './cells.ts';
import type {Context} from './context.ts';
import {countOf, groupingOf, listOf, type Params, wholeNumber} from './params.ts';
import {windowStart} from './tally.ts';

/** What all graph commands answer. */
export type Graph = {
	readonly categories: readonly string[];
	readonly series: readonly {readonly name: string; readonly data: readonly number[]}[];
};

/** The series of a graph: its names, and which one a play belongs to. */
export type Split = {readonly names: readonly string[]; readonly of: (row: HistoryRow) => string};

const mediaNames: Readonly<Record<string, string>> = {episode: 'TV', movie: 'Movies', track: 'Music'};

/** One series for each kind of library that this server has; it has no live TV. */
export const byMedia: Split = {
	names: ['TV', 'Movies', 'Music'],
	of: row => mediaNames[row.plan.item.type] ?? '',
};

const streamNames = {'direct play': 'Direct Play', copy: 'Direct Stream', transcode: 'Transcode'} as const;

/** One series for each way of streaming. */
export const byStreamType: Split = {
	names: ['Direct Play', 'Direct Stream', 'Transcode'],
	of: row => streamNames[row.plan.decision],
};

/** `user_id` is a list of numbers; one that is none drops the filter. */
const ofUsers = (params: Params, rows: readonly HistoryRow[]): readonly HistoryRow[] => {
	const wanted = listOf(params, 'user_id')?.map(wholeNumber);
	if (!wanted || wanted.includes(null)) return rows;
	return rows.filter(row => wanted.includes(row.plan.user.userId));
};

/** The rows that a graph counts since a moment. */
export const graphRowsSince = ({world}: Context, params: Params, at: number): readonly HistoryRow[] =>
	ofUsers(params, world.history.since(at));

/** Days of the window: 30 unless asked otherwise. */
export const graphDays = (params: Params): number => countOf(params, 'time_range', 30);

/** The rows that a graph of days counts: those that stopped within the window. */
export const graphRows = (context: Context, params: Params): readonly HistoryRow[] =>
	graphRowsSince(context, params, windowStart(context.now, graphDays(params)));

/** What a play adds: 1, or its seconds; anything but `plays` means seconds. */
export const amountOf = (params: Params): ((cell: Cell) => number) =>
	(params.get('y_axis') ?? 'plays') === 'plays' ? () => 1 : cell => cell.seconds;

/** Local dates, oldest first, the last one today. */
export const lastDates = ({world, now}: Context, days: number): string[] => {
	const today = world.zone.dayOf(now);
	return Array.from({length: Math.max(0, days)}, (_, index) => dateText(today - days + 1 + index));
};

/** Rows per bucket, each bucket's plays counted for themselves: a group resumed in another bucket counts in both. */
export const cellsByBucket = (
	rows: readonly HistoryRow[],
	params: Params,
	bucketOf: (row: HistoryRow) => string,
): ReadonlyMap<string, readonly Cell[]> => {
	const buckets = new Map<string, HistoryRow[]>();
	for (const row of rows) {
		const bucket = bucketOf(row);
		const list = buckets.get(bucket);
		if (list) list.push(row);
		else buckets.set(bucket, [row]);
	}
	const grouping = groupingOf(params);
	return new Map([...buckets].map(([bucket, own]) => [bucket, cellsOf(own, grouping)]));
};

/** The graph over given categories; a play is in the series of its first row in the bucket. */
export const splitGraph = (
	categories: readonly string[],
	buckets: ReadonlyMap<string, readonly Cell[]>,
	split: Split,
	amount: (cell: Cell) => number,
): Graph => {
	const sums = categories.map(category => {
		const own = new Map<string, number>();
		for (const cell of buckets.get(category) ?? []) {
			const name = split.of(cell.row);
			own.set(name, (own.get(name) ?? 0) + amount(cell));
		}
		return own;
	});
	return {
		categories,
		series: split.names.map(name => ({name, data: sums.map(own => own.get(name) ?? 0)})),
	};
};
