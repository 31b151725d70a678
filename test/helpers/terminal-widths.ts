import type {IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';

const known = new Map<number, 0 | 1 | 2>();

const measure = (codepoint: number): 0 | 1 | 2 => {
	const width = stringWidth(String.fromCodePoint(codepoint));
	return width === 0 ? 0 : width === 1 ? 1 : 2;
};

const widthOf = (codepoint: number): 0 | 1 | 2 => {
	const width = known.get(codepoint) ?? measure(codepoint);
	known.set(codepoint, width);
	return width;
};

/**
 * How wide characters are in most terminals: every code point by itself, as wcwidth() has it, emoji two cells wide. They
 * do not join what belongs together: a family is as wide as its members. xterm.js alone would give an emoji one cell.
 */
export const codepointWidths: IUnicodeVersionProvider = {
	version: 'codepoints',
	wcwidth: widthOf,
	// A character without width joins the one before, which keeps its own: (state << 3) | (width << 1) | joins.
	charProperties: (codepoint, preceding) => {
		const width = widthOf(codepoint);
		const before = (preceding >> 1) & 3;
		return width === 0 && before > 0 ? (before << 1) | 1 : width << 1;
	},
};
