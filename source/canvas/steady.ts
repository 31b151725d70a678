import {textWidth} from './widths.ts';

/** What makes one picture of several characters: joiner, emoji selector, keycap, skin tones, letters of a tag. */
const joining = /[\u200D\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]/u;
const startsPicture = /^[\p{Extended_Pictographic}#*0-9]/u;

let graphemes: Intl.Segmenter | undefined;

/** Made when first needed: few screens have joined emoji, and the first frame waits for nothing. */
const segmentsOf = (text: string): Intl.Segments => {
	graphemes ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
	return graphemes.segment(text);
};

const steadyGrapheme = (grapheme: string): string => {
	if (!joining.test(grapheme) || !startsPicture.test(grapheme)) return grapheme;
	const [first = ''] = grapheme;
	return first + ' '.repeat(Math.max(0, textWidth(grapheme) - textWidth(first)));
};

/**
 * The text with every joined emoji reduced to its first character, in as many cells. Terminals do not agree on joined ones:
 * many show a family as four people and a red heart in one cell, and a row that is longer than it seems wraps and moves
 * all rows below. Only for the screen: names that are compared, kept or exported stay as they are.
 */
export const steadyText = (text: string): string =>
	joining.test(text) ? Array.from(segmentsOf(text), ({segment}) => steadyGrapheme(segment)).join('') : text;
