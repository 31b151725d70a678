import {steadyText} from './steady.ts';
import {textWidth, truncate} from './widths.ts';

/**
 * What a piece of text means; themes and the headless painter give each its look. `copy` and `transcode` colour how a stream is
 * played and nothing else (direct play is plain), `accent` is where the focus is and nothing else, `bad` is trouble.
 * `title` is inverse where it has the focus; `inverse` says that this is not the live home.
 */
export type Role =
	| 'plain'
	| 'inverse'
	| 'dim'
	| 'bold'
	| 'accent'
	| 'copy'
	| 'transcode'
	| 'bad'
	| 'title'
	| 'selected';

/** A piece of text of one look. `over`: the colour of what lies above it in the same cells, for charts; only with colours. */
export type Span = {readonly text: string; readonly role?: Role; readonly over?: Role};

/** One line of the screen. */
export type Row = readonly Span[];

/** The text of a row without its looks. */
export const rowText = (row: Row): string => row.map(span => span.text).join('');

/** Cells of a row. Measured as one text, since signs of two spans can join to one. */
export const rowWidth = (row: Row): number => textWidth(rowText(row));

/**
 * Cuts a row to at most `width` cells, with the mark where something is lost. The text is cut as one and then dealt out to
 * the spans again: signs of two spans can join to one.
 */
export const cutRow = (row: Row, width: number, mark: string): Row => {
	const text = rowText(row);
	const cut = truncate(text, width, mark);
	if (cut === text) return row;
	const kept: Span[] = [];
	let left = cut.length - mark.length;
	for (const span of row) {
		if (span.text.length > left) return [...kept, {...span, text: `${span.text.slice(0, left)}${mark}`}];
		kept.push(span);
		left -= span.text.length;
	}
	return kept;
};

const steadyRow = (row: Row): Row => row.map(span => ({...span, text: steadyText(span.text)}));

/** The row in exactly `width` cells of any terminal: cut with the mark, or filled with blanks. */
export const fitRow = (row: Row, width: number, mark = '…'): Row => {
	if (width <= 0) return [];
	const cut = cutRow(steadyRow(row), width, mark);
	const missing = width - rowWidth(cut);
	return missing > 0 ? [...cut, {text: ' '.repeat(missing)}] : cut;
};

/** Two rows at the two ends of one, a blank between them. The left one is cut; where it had no room at all, it has all of it. */
export const spreadRow = (left: Row, right: Row, width: number, mark = '…'): Row => {
	const room = width - rowWidth(right);
	if (room <= 1) return fitRow(left, width, mark);
	return fitRow([...fitRow(left, room - 1, mark), {text: ' '}, ...right], width, mark);
};
