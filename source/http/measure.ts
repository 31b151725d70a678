/** Smaller texts cannot hold enough to matter. */
const harmless = 1_000_000;

/** Objects and lists cost far more memory than their two brackets; the largest honest answers have a tenth of this. */
const mostParts = 500_000;

/** Values of honest answers have names, and twice as many bytes as this each. */
const bytesPerValue = 10;
const leastMostValues = 1_000_000;

const comma = ','.charCodeAt(0);
const brace = '{'.charCodeAt(0);
const bracket = '['.charCodeAt(0);

/**
 * True for JSON of more parts than any honest answer has: parsed, it would take many times the memory of its text. Looks
 * at the text alone, and stops where it knows.
 */
export const isBeyondMeasure = (text: string): boolean => {
	if (text.length < harmless) return false;
	const mostValues = Math.max(leastMostValues, text.length / bytesPerValue);
	let parts = 0;
	let values = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === comma) values += 1;
		else if (code === brace || code === bracket) parts += 1;
		else continue;
		if (parts > mostParts || values > mostValues) return true;
	}
	return false;
};
