import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';

/** Which rows of history are wanted. */
type HistoryWanted = {
	readonly from: number;
	readonly to: number;
	readonly conditions: readonly IsWanted[];
	/** True: rows that Tautulli joined are one. Conditions count before that. */
	readonly grouping: boolean;
};

/** The same, and in which order. */
export type HistoryOrder = HistoryWanted & {
	/** What a row is sorted by, by the places of its members: a whole number of 32 bits. */
	readonly rankOf: (members: readonly number[]) => number;
	readonly reverse: boolean;
	readonly start: number;
	readonly limit: number;
};

/** A page of history: the members of each row by their places in the columns, lowest row id first. */
export type HistoryPlaces = {readonly filtered: number; readonly rows: ReadonlyArray<readonly number[]>};

/** More rows than any history has: sort values and places share one number. */
const mostRows = 2 ** 21;

const wantedRows = (columns: PlayColumns, {from, to, conditions, grouping}: HistoryWanted): number[][] => {
	const {count, stoppedAt, groups, groupsOfSeveral} = columns;
	const rows: number[][] = [];
	const joined = new Map<number, number[]>();
	places: for (let at = 0; at < count; at++) {
		const stop = stoppedAt[at] ?? nothing;
		if (stop < from || stop >= to) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue places;
		const group = groups[at] ?? nothing;
		if (!grouping || group === nothing || group >= groupsOfSeveral) {
			rows.push([at]);
			continue;
		}
		const known = joined.get(group);
		if (known) known.push(at);
		else {
			const members = [at];
			joined.set(group, members);
			rows.push(members);
		}
	}
	return rows;
};

/** How many rows there are. */
export const countHistory = (columns: PlayColumns, wanted: HistoryWanted): number => wantedRows(columns, wanted).length;

/** The rows of history from the highest value down, ties by the newest row; numbers alone are sorted, since there are many. */
export const historyPlaces = (columns: PlayColumns, order: HistoryOrder): HistoryPlaces => {
	const {rankOf, reverse, start, limit} = order;
	const rows = wantedRows(columns, order);
	const values = Float64Array.from(rows, (members, place) => (rankOf(members) - nothing) * mostRows + place).sort();
	const wanted = reverse ? values.subarray(start, start + limit) : values.toReversed().subarray(start, start + limit);
	return {filtered: rows.length, rows: Array.from(wanted, value => rows[value % mostRows] ?? [])};
};
