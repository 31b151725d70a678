/** Chance with a seed: the same numbers every time. */
export type Chance = {
	/** From 0 up to 1. */
	readonly next: () => number;
	/** A whole number from 0 up to `end`. */
	readonly below: (end: number) => number;
	readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
};

export const chanceFrom = (seed: number): Chance => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		below: end => Math.floor(next() * end),
		pick: values => values[Math.floor(next() * values.length)] ?? values[0],
	};
};
