/** A name as it is compared: without case, dashes, underscores and blanks. */
export const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '');

/**
 * Insertions, deletions, substitutions and swapped neighbours between two words (optimal string alignment). Libraries such
 * as fastest-levenshtein count a swap, the commonest slip, as two: then `dyas` is as far from `days` as `keys` is.
 */
export const editDistance = (one: string, two: string): number => {
	let beforeLast: number[] = [];
	let last = Array.from({length: two.length + 1}, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= two.length; column++) {
			const same = one[row - 1] === two[column - 1];
			const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
			current[column] = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		beforeLast = last;
		last = current;
	}
	return last[two.length] ?? 0;
};

const holds = (one: string, two: string): boolean => one.length > 2 && two.includes(one);

/** The known name that somebody most likely meant, or null when none is close. Case, dashes and underscores do not count. */
export const nearest = (name: string, known: readonly string[]): string | null => {
	const wanted = plain(name).slice(0, 60);
	const ranked = known
		.map(candidate => ({candidate, distance: editDistance(wanted, plain(candidate))}))
		.sort((one, two) => one.distance - two.distance);
	const best = ranked[0];
	if (best && best.distance <= Math.max(wanted.length, best.candidate.length) / 2.5) return best.candidate;
	return known.find(candidate => holds(wanted, plain(candidate)) || holds(plain(candidate), wanted)) ?? null;
};

/** The question that stands in a hint; '' where none of the names is close. */
export const didYouMean = (typed: string, known: readonly string[], show = (name: string): string => name): string => {
	const near = nearest(typed, known);
	return near === null ? '' : `Did you mean ${show(near)}?`;
};

/** A name as a sentence quotes it. */
export const quotes = (name: string): string => `"${name}"`;
