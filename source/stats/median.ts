/** The middle one; between the two middle ones of an even number. Null: there is none. */
export const median = (values: readonly number[]): number | null => {
	const sorted = values.toSorted((one, two) => one - two);
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
};
