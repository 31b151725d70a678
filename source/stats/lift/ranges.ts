import {type Cuts, partAt} from './cuts.ts';
import type {Stretch} from './input.ts';

/** The parts of the window that own starts are compared in: a block, or what a title counts for of it. */
export type Ranges = {
	/** The number of the range of a part, for a title that counts in this time. */
	readonly numberOf: (counting: Stretch) => (part: number) => number;
	/** All that were asked for: parts from the first, and before the second. */
	readonly list: readonly Stretch[];
};

/** `made` is called for each new range. */
export const createRanges = ({edges, blocks, blockOf}: Cuts, made: () => void): Ranges => {
	const parts = edges.length - 1;
	const list: Stretch[] = [];
	const numbers = new Map<number, number>();
	const numberOfRange = (from: number, to: number): number => {
		const name = from * (parts + 1) + to;
		const known = numbers.get(name);
		if (known !== undefined) return known;
		numbers.set(name, list.length);
		made();
		return list.push({from, to}) - 1;
	};
	return {
		list,
		numberOf: counting => {
			const first = counting.from <= (edges[0] ?? 0) ? 0 : partAt(edges, counting.from);
			const end = counting.to >= (edges[parts] ?? 0) ? parts : partAt(edges, counting.to);
			const ofBlock: Array<number | undefined> = [];
			return part => {
				const number = blockOf[part] ?? 0;
				const known = ofBlock[number];
				if (known !== undefined) return known;
				const block = blocks[number] ?? {from: 0, to: parts};
				const range = numberOfRange(Math.max(first, block.from), Math.min(end, block.to));
				ofBlock[number] = range;
				return range;
			};
		},
	};
};
