import {formatDay, formatWhen} from '../../canvas/clock.ts';
import {fitRow, type Row, type Span} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import type {Slot} from '../layout.ts';
import type {Body} from './body.ts';
import {insets} from './canvas.ts';
import {atEnd, type RuleWord, titleRule} from './title-rule.ts';

/** What the mirror does not know yet, before the note. */
export const coverageWords = (coverage: Coverage | null, {zone}: Pick<Canvas, 'zone'>): string => {
	if (!coverage) return '';
	const zoneWords = coverage.zoneProven ? '' : 'zone not proven, ';
	return coverage.knownFrom === null ? zoneWords : `${zoneWords}from ${formatDay(coverage.knownFrom, zone)}, `;
};

/** Cells that a note leaves to the title. */
const around = 8;

/** The note, without its first parts where there is no room for them: what stands last counts most. */
const fittingNote = (note: string, room: number): string => {
	const comma = note.indexOf(', ');
	return textWidth(note) <= room || comma < 0 ? note : fittingNote(note.slice(comma + 2), room);
};

const ruleWords = (title: FrameTitle, body: Body, known: string, slot: Slot, canvas: Canvas): readonly RuleWord[] => {
	const {drawing, asOf} = body;
	const {at} = insets[slot.form];
	const headings = (drawing.headings ?? []).map(
		(heading): RuleWord => ({at: heading.at + at, span: {text: heading.text, role: 'dim'}}),
	);
	const words = fittingNote(`${known}${drawing.note}`, slot.width - titleWidth(title) - around);
	const note = atEnd({text: words, role: 'dim'}, slot.width, slot.form === 'box' ? 2 : 1);
	if (asOf === null) return [...headings, note];
	const old: Span = {text: `as of ${formatWhen(asOf, canvas.now, canvas.zone)}`, role: 'bold'};
	return [{at: titleWidth(title) + 6, span: old}, ...headings, note];
};

const side = (text: string): Span => ({text, role: 'dim'});

/** A title, the way to it and what narrows it. */
export type FrameTitle = {readonly before: string; readonly title: string; readonly after: string};

const titleWidth = ({before, title, after}: FrameTitle): number =>
	textWidth(`${before}${title}${after}`) + (before === '' ? 0 : 1) + (after === '' ? 0 : 2);

/** What stands in a frame: its title, its inside, and what the mirror does not know yet. */
export type Framed = {readonly title: FrameTitle; readonly body: Body; readonly known: string};

/** Exactly `height` rows, each exactly as wide as the slot. */
export const framed = ({title, body, known}: Framed, slot: Slot, height: number, canvas: Canvas): readonly Row[] => {
	const {glyphs} = canvas;
	const {box} = glyphs;
	const isBox = slot.form === 'box';
	const [topLeft, topRight] = canvas.focused ? box.focusCorners : box.corners;
	const rule = titleRule({
		...title,
		focused: canvas.focused,
		words: ruleWords(title, body, known, slot, canvas),
		width: slot.width,
		glyphs,
		...(isBox ? {corners: [topLeft, topRight] as const} : {}),
	});
	const inside = Array.from({length: canvas.height}, (_, index): Row => {
		const row = fitRow(body.drawing.rows[index] ?? [], canvas.width, glyphs.cut);
		return isBox ? [side(`${box.side} `), ...row, side(` ${box.side}`)] : row;
	});
	const [, , bottomLeft, bottomRight] = box.corners;
	const bottom: Row = [side(`${bottomLeft}${box.rule.repeat(Math.max(0, slot.width - 2))}${bottomRight}`)];
	return [rule, ...inside, ...(isBox ? [bottom] : [])].slice(0, height);
};
