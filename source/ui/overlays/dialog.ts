import type {Glyphs} from '../../canvas/glyphs.ts';
import {fitRow, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import {textWidth, truncate} from '../../canvas/widths.ts';

/** A box that something is asked in: its title, what stands at the right end of that, and its inside. */
export type Dialog = {
	readonly title: string;
	readonly note: string;
	readonly rows: readonly Row[];
	/** Cells that it likes to have, frame included; narrower terminals give it all they have. */
	readonly width: number;
	/** Rows of the tallest box that it may become, frame included: its top stays while it changes. */
	readonly tallest: number;
};

const edge = (text: string): Span => ({text, role: 'accent'});

const boxRows = ({title, note, rows, width}: Dialog, glyphs: Glyphs): readonly Row[] => {
	const {heavyRule, heavySide, heavyCorners} = glyphs.box;
	const [topLeft, topRight, bottomLeft, bottomRight] = heavyCorners;
	const words = truncate(title, Math.max(0, width - textWidth(note) - 10), glyphs.cut);
	const end = note === '' ? '' : ` ${note} ${heavyRule}`;
	const line = Math.max(0, width - textWidth(words) - textWidth(end) - 5);
	const top: Row = [
		edge(`${topLeft}${heavyRule} `),
		{text: words, role: 'bold'},
		edge(` ${heavyRule.repeat(line)}${end}${topRight}`),
	];
	return [
		top,
		...rows.map((row): Row => [edge(heavySide), ...fitRow(row, width - 2, glyphs.cut), edge(heavySide)]),
		[edge(`${bottomLeft}${heavyRule.repeat(Math.max(0, width - 2))}${bottomRight}`)],
	].map(row => fitRow(row, width, glyphs.cut));
};

/** What is left of a row behind its first cells; a sign that is cut in the middle is a blank. */
const behind = (row: Row, cells: number): Row => {
	let left = cells;
	const kept: Span[] = [];
	for (const span of row) {
		const width = textWidth(span.text);
		if (left <= 0) kept.push(span);
		else if (width > left) {
			const rest = fromEnd(span.text, width - left);
			kept.push({...span, text: `${' '.repeat(width - left - textWidth(rest))}${rest}`});
		}
		left -= width;
	}
	return kept;
};

/** The last signs of a text that fit into so many cells. */
const fromEnd = (text: string, cells: number): string => {
	const signs = [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)].map(({segment}) => segment);
	let kept = '';
	for (const sign of signs.reverse()) {
		if (textWidth(sign + kept) > cells) break;
		kept = sign + kept;
	}
	return kept;
};

/** A dialog in the middle over rows that are `columns` wide. */
export const laidOver = (under: readonly Row[], dialog: Dialog, columns: number, glyphs: Glyphs): readonly Row[] => {
	const width = Math.min(columns, dialog.width);
	const box = boxRows({...dialog, width}, glyphs);
	const first = Math.max(0, Math.floor((under.length - dialog.tallest) / 2));
	const at = Math.floor((columns - width) / 2);
	return under.map((row, index): Row => {
		const inside = box[index - first];
		if (!inside) return row;
		const whole = fitRow(row, columns, glyphs.cut);
		const start = fitRow(whole, at, ' ');
		const rest = behind(whole, at + width);
		return [...start, ...inside, {text: ' '.repeat(Math.max(0, columns - at - width - rowWidth(rest)))}, ...rest];
	});
};
