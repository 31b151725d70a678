import type {Glyphs} from '../draw/glyphs.ts';
import {fitRow, type Row, type Span} from '../draw/row.ts';
import {textWidth} from '../draw/widths.ts';

/** Words on a rule, from a cell on. */
export type RuleWord = {readonly at: number; readonly span: Span};

export type TitleRule = {
	readonly title: string;
	readonly focused: boolean;
	/** First come, first served: a word that would touch another is left out. */
	readonly words: readonly RuleWord[];
	readonly width: number;
	readonly glyphs: Glyphs;
	/** Corners of a box; absent: a bare rule. */
	readonly corners?: readonly [string, string];
};

type Placed = {readonly from: number; readonly to: number; readonly spans: Row};

const overlaps = (one: Placed, two: Placed): boolean => one.from <= two.to && two.from <= one.to;

const placed = ({at, span}: RuleWord): Placed => ({
	from: at - 1,
	to: at + textWidth(span.text),
	spans: [{text: ' '}, span, {text: ' '}],
});

const titlePiece = ({title, focused}: TitleRule): Placed => {
	const spans: Row = focused ? [{text: `[${title}]`, role: 'title'}] : [{text: ` ${title} `}];
	return {from: 1, to: textWidth(title) + 2, spans};
};

/**
 * The line over a pane: `━[1 Now playing]━━━ how ━━ ends` with the focus, `─ 2 Plays by hour ── 30 days ─` without.
 * Exactly `width` cells.
 */
export const titleRule = (rule: TitleRule): Row => {
	const {width, glyphs, focused, corners} = rule;
	const line = focused ? glyphs.box.heavyRule : glyphs.box.rule;
	const role = focused ? 'accent' : 'dim';
	const last = width - (corners ? 2 : 1);
	const pieces: Placed[] = [titlePiece(rule)];
	for (const word of rule.words) {
		const piece = placed(word);
		if (word.span.text !== '' && piece.to <= last && piece.from > 1 && !pieces.some(other => overlaps(other, piece))) {
			pieces.push(piece);
		}
	}
	const spans: Span[] = [];
	let at = 0;
	for (const {from, to, spans: own} of pieces.sort((one, two) => one.from - two.from)) {
		spans.push({text: line.repeat(Math.max(0, from - at)), role}, ...own);
		at = to + 1;
	}
	spans.push({text: line.repeat(Math.max(0, width - at)), role});
	if (!corners || width < 2) return fitRow(spans, width, glyphs.cut);
	const inner = fitRow(dropFirstCell(spans), width - 2, glyphs.cut);
	return [{text: corners[0], role}, ...inner, {text: corners[1], role}];
};

/** The corner stands where the first cell of the line stood. */
const dropFirstCell = ([first, ...others]: readonly Span[]): Row =>
	first ? [{...first, text: first.text.slice(1)}, ...others] : others;

/** A word whose last cell is `gap` cells before the right end of a rule of this width. */
export const atEnd = (span: Span, width: number, gap: number): RuleWord => ({
	at: width - gap - 1 - textWidth(span.text),
	span,
});
