/** Smaller texts cannot hold enough to matter. */
const harmless = 1_000_000;

/** Objects and lists cost far more memory than their two brackets; the largest honest answers have a tenth of this of each. */
const mostParts = 500_000;

/** Values of honest answers have names, and twice as many bytes as this each. */
const bytesPerValue = 10;
const leastMostValues = 1_000_000;

/** True where the text has more of these marks than that; looks no further then. */
const hasMore = (text: string, mark: string, most: number): boolean => {
	let at = text.indexOf(mark);
	for (let left = most; at !== -1; left -= 1) {
		if (left <= 0) return true;
		at = text.indexOf(mark, at + 1);
	}
	return false;
};

/**
 * True for JSON of more parts than any honest answer has: parsed, it would take many times the memory of its text. Looks
 * at the text alone.
 */
export const isBeyondMeasure = (text: string): boolean => {
	if (text.length < harmless) return false;
	const mostValues = Math.max(leastMostValues, text.length / bytesPerValue);
	return hasMore(text, '{', mostParts) || hasMore(text, '[', mostParts) || hasMore(text, ',', mostValues);
};
