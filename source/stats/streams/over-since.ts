/** Where the minutes at the end that are all over a mark begin; null: the last one is not, or nobody looked. */
export const overSince = (minutes: readonly (number | null)[], mark: number): number | null => {
	let first: number | null = null;
	for (let index = minutes.length - 1; index >= 0; index--) {
		const value = minutes[index] ?? null;
		if (value === null || value <= mark) break;
		first = index;
	}
	return first;
};
