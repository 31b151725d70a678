/**
 * Parts of a whole as whole percentages that add up to 100, or to as many cells of a bar: what rounding down leaves goes to the largest remainders, the first of
 * equals. A part below zero counts as nothing; of nothing all are 0.
 */
export const percentages = (parts: readonly number[], all = 100): readonly number[] => {
	const sizes = parts.map(part => Math.max(0, part));
	const whole = sizes.reduce((sum, size) => sum + size, 0);
	if (whole === 0) return parts.map(() => 0);
	const percents = sizes.map(size => Math.floor((all * size) / whole));
	const missing = all - percents.reduce((sum, percent) => sum + percent, 0);
	const remainder = (index: number): number => (all * (sizes[index] ?? 0)) % whole;
	const largest = [...parts.keys()].sort((one, two) => remainder(two) - remainder(one) || one - two);
	const raised = new Set(largest.slice(0, missing));
	return percents.map((percent, index) => (raised.has(index) ? percent + 1 : percent));
};
