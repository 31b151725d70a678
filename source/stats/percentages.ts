/**
 * Parts of a whole as whole percentages that add up to 100: what rounding down leaves goes to the largest remainders, the first of
 * equals. A part below zero counts as nothing; of nothing all are 0.
 */
export const percentages = (parts: readonly number[]): readonly number[] => {
	const sizes = parts.map(part => Math.max(0, part));
	const whole = sizes.reduce((sum, size) => sum + size, 0);
	if (whole === 0) return parts.map(() => 0);
	const percents = sizes.map(size => Math.floor((100 * size) / whole));
	const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
	const remainder = (index: number): number => (100 * (sizes[index] ?? 0)) % whole;
	const largest = [...parts.keys()].sort((one, two) => remainder(two) - remainder(one) || one - two);
	const raised = new Set(largest.slice(0, missing));
	return percents.map((percent, index) => (raised.has(index) ? percent + 1 : percent));
};
