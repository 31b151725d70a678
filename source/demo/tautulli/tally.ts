import type {History, HistoryRow} from '../world/history.ts';
import {rowsSince} from '../world/history.ts';

const secondsPerDay = 86_400;

/** The moment from which a window of days counts; rows are in it by when they stopped. 0 days are all time. */
export const windowStart = (now: number, days: number): number =>
	days === 0 ? Number.NEGATIVE_INFINITY : now - days * secondsPerDay;

/** The rows of the whole history in a window. */
export const windowRows = (history: History, now: number, days: number): readonly HistoryRow[] =>
	days === 0 ? history.rows : history.since(windowStart(now, days));

/** Seconds played, pauses left out. */
export const secondsOf = (rows: readonly HistoryRow[]): number => rows.reduce((sum, row) => sum + row.playedSeconds, 0);

/** What a play counts by: its group, or itself. */
export const groupKey = (row: HistoryRow, grouping: boolean): number => (grouping ? row.referenceId : row.rowId);

/** Plays: distinct groups, or rows. */
export const playsOf = (rows: readonly HistoryRow[], grouping: boolean): number =>
	grouping ? new Set(rows.map(row => row.referenceId)).size : rows.length;

/** The shape of all `…_watch_time_stats`. A sum of no seconds makes the plays 0 too, as Tautulli has it. */
export const watchTimeStats = (
	rows: readonly HistoryRow[],
	now: number,
	windows: readonly number[],
	grouping: boolean,
): {query_days: number; total_time: number; total_plays: number}[] =>
	windows.map(days => {
		const inside = rowsSince(rows, windowStart(now, days));
		const seconds = secondsOf(inside);
		return {query_days: days, total_time: seconds, total_plays: seconds === 0 ? 0 : playsOf(inside, grouping)};
	});

/** `query_days`: windows in the order asked; what is not a number counts as all time. */
export const queryDays = (text: string | undefined): readonly number[] =>
	text === undefined || text === ''
		? [1, 7, 30, 0]
		: text.split(',').map(part => Math.max(0, Number.parseInt(part, 10) || 0));
