import {formatWhen} from '../../canvas/clock.ts';
import {fitRow, type Row, type Span} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {Frame} from '../components/pane.ts';
import type {Slot} from '../layout.ts';
import type {Body} from './body.ts';
import {insets} from './frame.ts';
import {atEnd, type RuleWord, titleRule} from './title-rule.ts';

const ruleWords = (title: string, {model, asOf}: Body, slot: Slot, frame: Frame): readonly RuleWord[] => {
	const {at} = insets[slot.form];
	const headings = model.headings.map(
		(heading): RuleWord => ({at: heading.at + at, span: {text: heading.text, role: 'dim'}}),
	);
	const note = atEnd({text: model.note, role: 'dim'}, slot.width, slot.form === 'box' ? 2 : 1);
	if (asOf === null) return [...headings, note];
	const old: Span = {text: `as of ${formatWhen(asOf, frame.now, frame.zone)}`, role: 'warn'};
	return [{at: textWidth(title) + 6, span: old}, ...headings, note];
};

const side = (text: string): Span => ({text, role: 'dim'});

/** Exactly `height` rows, each exactly as wide as the slot. */
export const framed = (title: string, body: Body, slot: Slot, height: number, frame: Frame): readonly Row[] => {
	const {glyphs} = frame;
	const {box} = glyphs;
	const isBox = slot.form === 'box';
	const [topLeft, topRight] = frame.focused ? box.focusCorners : box.corners;
	const rule = titleRule({
		title,
		focused: frame.focused,
		words: ruleWords(title, body, slot, frame),
		width: slot.width,
		glyphs,
		...(isBox ? {corners: [topLeft, topRight] as const} : {}),
	});
	const inside = Array.from({length: frame.height}, (_, index): Row => {
		const row = fitRow(body.model.rows[index] ?? [], frame.width, glyphs.cut);
		return isBox ? [side(`${box.side} `), ...row, side(` ${box.side}`)] : row;
	});
	const [, , bottomLeft, bottomRight] = box.corners;
	const bottom: Row = [side(`${bottomLeft}${box.rule.repeat(Math.max(0, slot.width - 2))}${bottomRight}`)];
	return [rule, ...inside, ...(isBox ? [bottom] : [])].slice(0, height);
};
