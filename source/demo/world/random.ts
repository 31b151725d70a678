/** Numbers in [0, 1), the same ones for the same seed. */
export type Random = () => number;

/** A 32-bit hash of a few parts (FNV-1a with a finishing mix): the seed of everything in the demo world. */
export const hashOf = (...parts: readonly (number | string)[]): number => {
	let hash = 0x811c9dc5;
	for (const part of parts) {
		const text = String(part);
		for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
		hash = Math.imul(hash ^ 0xff, 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
};

/** The generator mulberry32, started from the hash of the parts. */
export const createRandom = (...parts: readonly (number | string)[]): Random => {
	let state = hashOf(...parts);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
	low + Math.floor(random() * (high - low + 1));

/** One of a list that is not empty. */
export const pickOne = <T>(random: Random, list: readonly T[]): T => {
	const found = list[Math.floor(random() * list.length)];
	if (found === undefined) throw new RangeError('pickOne needs a list that is not empty');
	return found;
};

/** One of a list, its early entries far more often: `steepness` 1 is even, 4 leaves the tail a quarter of the average. */
export const pickEarly = <T>(random: Random, list: readonly T[], steepness: number): T => {
	const found = list[Math.floor(random() ** steepness * list.length)];
	if (found === undefined) throw new RangeError('pickEarly needs a list that is not empty');
	return found;
};

/** The list in a new order. */
export const shuffled = <T>(random: Random, list: readonly T[]): T[] =>
	list
		.map(entry => ({entry, order: random()}))
		.sort((one, two) => one.order - two.order)
		.map(({entry}) => entry);

/** Lower-case hexadecimal digits. */
export const hexDigits = (random: Random, length: number): string =>
	Array.from({length}, () => Math.floor(random() * 16).toString(16)).join('');
