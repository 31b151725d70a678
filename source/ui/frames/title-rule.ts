import type {Glyphs} from '../../canvas/glyphs.ts';
import {fitRow, type Row, type Span} from '../../canvas/row.ts';
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
};

/** Words, and the cells that they take; a blank stands on either side of them. */
type Placed = {readonly from: number; readonly to: number; readonly span: Span};

/** The blank between two words can be one for both. */
const touches = (one: Placed, two: Placed): boolean => one.from <= two.to && two.from <= one.to;

const placed = ({at, span}: RuleWord): Placed => ({from: at, to: at + textWidth(span.text), span});

/** The way, the title and what narrows it: ` home ›[collections] (marta) `. */
const titlePieces = ({title, focused, before = '', after = ''}: TitleRule): readonly Placed[] => {
	const way: readonly Placed[] = before === '' ? [] : [placed({at: 2, span: {text: before}})];
	const at = way[0]?.to ?? 1;
	const named = focused
		? placed({at, span: {text: `[${title}]`, role: 'title'}})
		: placed({at: at + 1, span: {text: title}});
	const narrowed = after.trimStart();
	return [...way, named, ...(narrowed === '' ? [] : [placed({at: named.to + 1, span: {text: narrowed}})])];
};

const piecesOf = (rule: TitleRule): readonly Placed[] => {
	const pieces = [...titlePieces(rule)];
	for (const word of rule.words) {
		const piece = placed(word);
		const fits = piece.from > 1 && piece.to <= rule.width && !pieces.some(other => touches(other, piece));
		if (word.span.text !== '' && fits) pieces.push(piece);
	}
	return pieces.sort((one, two) => one.from - two.from);
};

/**
 * The line over a pane: `━[1 Now playing]━━━ how ━━ ends` with the focus, `─ 2 Plays by hour ── 30 days ─` without.
 * Exactly `width` cells.
 */
export const titleRule = (rule: TitleRule): Row => {
	const {width, glyphs, focused} = rule;
	const line = focused ? glyphs.box.heavyRule : glyphs.box.rule;
	const role = focused ? 'accent' : 'dim';
	const spans: Span[] = [];
	let at = 0;
	/** The rule up to a cell, with a blank behind the words before it. */
	const lineTo = (cell: number, isWordNext: boolean): void => {
		if (cell === at) return;
		const before = at === 0 || spans.at(-1)?.role === 'title' ? '' : ' ';
		const after = isWordNext && cell - at > before.length ? ' ' : '';
		spans.push({text: `${before}${line.repeat(Math.max(0, cell - at - before.length - after.length))}${after}`, role});
		at = cell;
	};
	for (const {from, to, span} of piecesOf(rule)) {
		lineTo(from, span.role !== 'title');
		spans.push(span);
		at = to;
	}
	if (at < width) lineTo(width, false);
	return fitRow(spans, width, glyphs.cut);
};

/** A word whose last cell is `gap` cells before the right end of a rule of this width. */
export const atEnd = (span: Span, width: number, gap: number): RuleWord => ({
	at: width - gap - 1 - textWidth(span.text),
	span,
});
