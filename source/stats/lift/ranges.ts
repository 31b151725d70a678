import {type Cuts, partAt} from './cuts.ts';
import type {Stretch} from './input.ts';

/** The parts of the window that own starts are compared in: a block, or what a title counts for of it. */
export type Ranges = {
	/** The number of the range of each block, for a title that counts in this time. */
	readonly numbersOf: (counting: Stretch) => Int32Array;
	/** All that were asked for: parts from the first, and before the second. */
	readonly list: readonly Stretch[];
};

export const createRanges = ({edges, blocks}: Cuts): Ranges => {
	const parts = edges.length - 1;
	const list: Stretch[] = [];
	const numbers = new Map<number, number>();
	const numberOfRange = (from: number, to: number): number => {
		const name = from * (parts + 1) + to;
		const known = numbers.get(name) ?? list.length;
		if (known === list.length) {
			numbers.set(name, known);
			list.push({from, to});
		}
		return known;
	};
	return {
		list,
		numbersOf: counting => {
			const first = counting.from <= (edges[0] ?? 0) ? 0 : partAt(edges, counting.from);
			const end = counting.to >= (edges[parts] ?? 0) ? parts : partAt(edges, counting.to);
			return Int32Array.from(blocks, block => {
				const [from, to] = [Math.max(first, block.from), Math.min(end, block.to)];
				return from < to ? numberOfRange(from, to) : 0;
			});
		},
	};
};
