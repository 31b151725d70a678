/** The value in the middle, or half way between the two there; null: there is none. */
export const median = (values: readonly number[]): number | null => {
	const sorted = values.toSorted((one, two) => one - two);
	const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
	return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
};
