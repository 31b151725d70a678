import type {LiftMember, Stretch} from './input.ts';
import {countingTime, overlap} from './member-time.ts';

/** A window, cut wherever a block begins or a title of the collection begins or ends to count. */
export type Cuts = {
	/** Where each part begins, and where the last one ends. */
	readonly edges: readonly number[];
	/** The parts that each block has: from the first, and before the second. */
	readonly blocks: readonly Stretch[];
	/** The block of each part. */
	readonly blockOf: readonly number[];
};

/** The part that a time is in. */
export const partAt = (edges: readonly number[], at: number): number => {
	let [low, high] = [0, edges.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((edges[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
};

export const cutsOf = (blocks: readonly Stretch[], members: readonly LiftMember[]): Cuts => {
	const [first, last] = [blocks[0], blocks.at(-1)];
	if (!first || !last) return {edges: [], blocks: [], blockOf: []};
	const window = {from: first.from, to: last.to};
	const times = new Set([window.to, ...blocks.map(({from}) => from)]);
	for (const member of members) {
		const counting = overlap(countingTime(member), window);
		if (counting) times.add(counting.from).add(counting.to);
	}
	const edges = [...times].sort((one, two) => one - two);
	const inParts = blocks.map(({from, to}) => ({from: edges.indexOf(from), to: edges.indexOf(to)}));
	return {
		edges,
		blocks: inParts,
		blockOf: inParts.flatMap(({from, to}, block) => Array.from({length: to - from}, () => block)),
	};
};
