import {formatDay, formatWhen} from '../../canvas/clock.ts';
import {fitRow, type Row} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import type {Slot} from '../layout.ts';
import type {Body} from './body.ts';
import {keepMade} from './kept-rows.ts';
import {atEnd, type RuleWord, titleRule} from './title-rule.ts';

/** What the mirror does not know yet, before the note. */
export const coverageWords = (coverage: Coverage | null, {zone}: Pick<Canvas, 'zone'>): string => {
	if (!coverage) return '';
	const zoneWords = coverage.zoneProven ? '' : 'zone not proven, ';
	return coverage.knownFrom === null ? zoneWords : `${zoneWords}from ${formatDay(coverage.knownFrom, zone)}, `;
};

/** Cells that a note leaves to the title. */
const around = 7;

/** The note, without its first parts where there is no room for them: what stands last counts most. */
const fittingNote = (note: string, room: number): string => {
	const comma = note.indexOf(', ');
	return textWidth(note) <= room || comma < 0 ? note : fittingNote(note.slice(comma + 2), room);
};

/** A title, the way to it and what narrows it. */
export type FrameTitle = {readonly before: string; readonly title: string; readonly after: string};

const titleWidth = ({before, title, after}: FrameTitle): number =>
	textWidth(`${before}${title}${after}`) + (before === '' ? 0 : 1) + (after === '' ? 0 : 2);

/** Of when the values are; where columns leave it no room behind the title, their headings give way. */
const oldWord = (title: FrameTitle, asOf: number, {now, zone}: Canvas): RuleWord => ({
	at: titleWidth(title) + 5,
	span: {text: `as of ${formatWhen(asOf, now, zone)}`, role: 'bold'},
});

const ruleWords = (title: FrameTitle, body: Body, known: string, slot: Slot, canvas: Canvas): readonly RuleWord[] => {
	const {drawing, asOf} = body;
	const old = asOf === null ? null : oldWord(title, asOf, canvas);
	const taken = old ? textWidth(old.span.text) + 2 : 0;
	const words = fittingNote(`${known}${drawing.note}`, slot.width - titleWidth(title) - around - taken);
	return [
		...(old ? [old] : []),
		...(drawing.headings ?? []).map((heading): RuleWord => ({at: heading.at, span: {text: heading.text, role: 'dim'}})),
		atEnd({text: words, role: 'dim'}, slot.width, 1),
	];
};

const blank: Row = [];
const fitted = keepMade<Row>();

/** What stands in a frame: its title, its inside, and what the mirror does not know yet. */
export type Framed = {readonly title: FrameTitle; readonly body: Body; readonly known: string};

/** Exactly `height` rows, each exactly as wide as the slot. */
export const framed = ({title, body, known}: Framed, slot: Slot, height: number, canvas: Canvas): readonly Row[] => {
	const {glyphs, focused} = canvas;
	const {width} = slot;
	const inside = Array.from({length: canvas.height}, (_, index): Row => {
		const row = body.drawing.rows[index] ?? blank;
		return fitted(row, [width, glyphs.cut], () => fitRow(row, width, glyphs.cut));
	});
	if (slot.form === 'bare') return inside.slice(0, height);
	const rule = titleRule({...title, focused, words: ruleWords(title, body, known, slot, canvas), width, glyphs});
	return [rule, ...inside].slice(0, height);
};
