import type {Random} from './random.ts';

/** A list from which some are taken more often than others. */
export type Weighted<T> = {
	readonly pick: (random: Random) => T;
	/** Which part of all is taken from these. */
	readonly shareOf: (some: readonly T[]) => number;
	readonly weightOf: (one: T) => number;
};

/** Throws where there is nothing to take. */
export const createWeighted = <T>(list: readonly T[], weight: (one: T, rank: number) => number): Weighted<T> => {
	const weights = new Map(list.map((one, rank) => [one, weight(one, rank)]));
	const sums: number[] = [];
	let total = 0;
	for (const one of list) {
		total += weights.get(one) ?? 0;
		sums.push(total);
	}
	const weightOf = (one: T): number => weights.get(one) ?? 0;
	return {
		weightOf,
		shareOf: some => some.reduce((sum, one) => sum + weightOf(one), 0) / total,
		pick: random => {
			const wanted = random() * total;
			let [low, high] = [0, sums.length - 1];
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
				else high = middle;
			}
			const found = list[low];
			if (found === undefined) throw new RangeError('createWeighted needs a list that is not empty');
			return found;
		},
	};
};

/** A few are wanted by everybody, the last fifth by hardly anyone. */
export const popularity = (count: number) => (_: unknown, rank: number) =>
	(rank + 10) ** -1.2 * (rank > count * 0.8 ? 0.12 : 1);
