import type {HistoryRow} from '../world/history.ts';
import {groupKey} from './tally.ts';

/** What graphs and home cards count: a play with the seconds of all its rows. */
export type Cell = {
	/** The row with the lowest id: it lends its labels to the play. */
	readonly row: HistoryRow;
	rows: number;
	seconds: number;
	/** Start of its newest row. */
	lastStartedAt: number;
};

/** The plays among rows, which come in the order of their ids. */
export const cellsOf = (rows: readonly HistoryRow[], grouping: boolean): readonly Cell[] => {
	const cells = new Map<number, Cell>();
	for (const row of rows) {
		const cell = cells.get(groupKey(row, grouping));
		if (cell) {
			cell.rows += 1;
			cell.seconds += row.playedSeconds;
			cell.lastStartedAt = Math.max(cell.lastStartedAt, row.startedAt);
		} else {
			cells.set(groupKey(row, grouping), {row, rows: 1, seconds: row.playedSeconds, lastStartedAt: row.startedAt});
		}
	}
	return [...cells.values()];
};

/** Entries in lists by a key, in the order in which the keys first appear. */
export const listsBy = <T, K>(entries: readonly T[], keyOf: (entry: T) => K): Map<K, T[]> => {
	const lists = new Map<K, T[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const list = lists.get(key);
		if (list) list.push(entry);
		else lists.set(key, [entry]);
	}
	return lists;
};
