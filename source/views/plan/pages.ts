import type {Own} from './own.ts';

/** Rows from one page to the next, and rows that are asked for: a screen on either side of the cursor is always there. */
const step = 200;
const rows = 3 * step;

/** The part of a long list that the screen asks for: what lies around the cursor. */
export type ListPage = {readonly start: number; readonly limit: number};

export const pageAround = ({selection}: Pick<Own, 'selection'>): ListPage => ({
	start: Math.max(0, (Math.floor((selection?.index ?? 0) / step) - 1) * step),
	limit: rows,
});

/** The last page of so many rows: where the cursor stood behind the end. */
export const lastPage = (total: number): ListPage => ({start: Math.max(0, total - rows), limit: rows});

const placeholders: string[] = [];

/** Keys of rows that are not here yet, by their place: the cursor can go there, and then they are asked for. */
const keysOf = (from: number, to: number): readonly string[] => {
	for (let at = placeholders.length; at < to; at++) placeholders.push(`row ${at}`);
	return placeholders.slice(from, to);
};

/** The keys of the rows that are here. */
export const keysHere = (keys: readonly string[]): readonly string[] => keys.filter(key => !/^row \d+$/.test(key));

/** The keys of a list of `total` rows, of which those from `start` on are here. */
export const keysAround = (here: readonly string[], start: number, total: number): readonly string[] =>
	here.length >= total ? here : [...keysOf(0, start), ...here, ...keysOf(start + here.length, total)];
