import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';

/** Letters of the West, box drawing, blocks and our own marks: one UTF-16 unit, one cell. Measuring them is most of drawing. */
const oneCellEach =
	/^[ -~\u00A1-\u00AC\u00AE-\u00FF\u2009\u2013\u2016\u2018-\u201D\u2026\u203A\u2190-\u2193\u21B5\u2212\u2302\u232B\u2500-\u259F\u25AC\u25B2\u25B6\u25BC\u25BE\u25CB\u25CF\u2715]*$/;

/** True where each UTF-16 unit of a text surely takes one cell. */
export const isOneCellEach = (text: string): boolean => oneCellEach.test(text);

/** How many terminal cells a text takes: Ink measures with the same function. */
export const textWidth = (text: string): number => (isOneCellEach(text) ? text.length : stringWidth(text));

/** More UTF-16 units than any title fills on a screen; a longer text is cut here first, since measuring takes time by length. */
const longest = 4_000;

/**
 * Cuts a text to at most `width` cells, with the cut mark at its end where something is lost. A wide character that does
 * not fit goes whole, and so does a blank before the mark: the result can be narrower.
 */
export const truncate = (text: string, width: number, mark: string): string => {
	if (width < 1) return '';
	const bounded = text.length > longest ? `${text.slice(0, longest).toWellFormed()}${mark}` : text;
	if (textWidth(bounded) <= width) return bounded;
	const cut = cliTruncate(bounded, width, {truncationCharacter: mark});
	return cut.slice(0, -mark.length).trimEnd() + mark;
};

/** As many of the parts as have room whole, the first one at least: a half of a number or a date would be another one. */
export const joinWhole = (parts: readonly string[], between: string, width: number): string => {
	const [first = '', ...others] = parts.filter(Boolean);
	let joined = first;
	for (const part of others) {
		const longer = joined + between + part;
		if (textWidth(longer) > width) break;
		joined = longer;
	}
	return joined;
};

/** The text on the left of exactly `width` cells. */
export const padEnd = (text: string, width: number, mark: string): string => {
	const cut = truncate(text, width, mark);
	return cut + ' '.repeat(Math.max(0, width - textWidth(cut)));
};

/** The text on the right of exactly `width` cells. */
export const padStart = (text: string, width: number, mark: string): string => {
	const cut = truncate(text, width, mark);
	return ' '.repeat(Math.max(0, width - textWidth(cut))) + cut;
};
