import type {Glyphs} from '../../canvas/glyphs.ts';
import {fitRow, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';

/** Words on a rule, from a cell on. */
export type RuleWord = {readonly at: number; readonly span: Span};

export type TitleRule = {
	readonly title: string;
	/** The way to it, before the title, and what narrows it, behind; '' or absent: nothing. */
	readonly before?: string;
	readonly after?: string;
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

const titlePiece = ({title, focused, corners, before = '', after = ''}: TitleRule): Placed => {
	const spans: Row = [
		...(before === '' ? [] : [{text: ` ${before}`}]),
		...(focused ? [{text: `[${title}]`, role: 'title'} as const] : [{text: ` ${title} `}]),
		...(after === '' ? [] : [{text: `${after.startsWith(' ') ? '' : ' '}${after} `}]),
	];
	const from = corners ? 2 : 1;
	return {from, to: from + rowWidth(spans) - 1, spans};
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
	const whole = fitRow(spans, width, glyphs.cut);
	return corners && width > 4 ? [{text: corners[0], role}, ...withoutEnds(whole), {text: corners[1], role}] : whole;
};

/** The corners stand where the first and the last cell of the line stood. */
const withoutEnds = (row: Row): Row => {
	const first = row.findIndex(({text}) => text !== '');
	const last = row.findLastIndex(({text}) => text !== '');
	return row.map((span, index): Span => {
		const text = index === first ? span.text.slice(1) : span.text;
		return {...span, text: index === last ? text.slice(0, -1) : text};
	});
};

/** A word whose last cell is `gap` cells before the right end of a rule of this width. */
export const atEnd = (span: Span, width: number, gap: number): RuleWord => ({
	at: width - gap - 1 - textWidth(span.text),
	span,
});
