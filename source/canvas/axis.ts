import type {Row} from './row.ts';
import {textWidth} from './widths.ts';

/** A label under a chart: the cell that it starts at, counted from 0. */
export type AxisLabel = {readonly at: number; readonly text: string};

/**
 * One line of labels of at most `width` cells. One that would touch its left neighbour is left out, one that would stand
 * over the right end moves left.
 */
export const axisRow = (labels: readonly AxisLabel[], width: number): string => {
	let line = '';
	for (const {at, text} of labels) {
		const cells = textWidth(text);
		const start = Math.min(at, width - cells);
		const used = textWidth(line);
		if (start < 0 || (used > 0 && start <= used)) continue;
		line += ' '.repeat(start - used) + text;
	}
	return line;
};

/** Where the cursor of a chart stands: the cell of its sign, and what stands there in words. */
export type AxisCursor = {readonly at: number; readonly sign: string; readonly name: string};

/** The sign with its name behind it, before it where there is no room, alone where there is none at all. */
const cursorText = ({at, sign, name}: AxisCursor, width: number): AxisLabel => {
	const cells = textWidth(name);
	if (at + 1 + cells <= width) return {at, text: `${sign}${name}`};
	return at >= cells ? {at: at - cells, text: `${name}${sign}`} : {at, text: sign};
};

/** The labels as a row, with the cursor among them: those that would touch it are left out. */
export const axisWithCursor = (labels: readonly AxisLabel[], width: number, cursor: AxisCursor | null): Row => {
	if (!cursor || cursor.at >= width) return [{text: axisRow(labels, width), role: 'dim'}];
	const {at, text} = cursorText(cursor, width);
	const end = at + textWidth(text);
	const before = axisRow(
		labels.filter(label => label.at + textWidth(label.text) < at),
		width,
	);
	const after = labels
		.map(label => ({...label, at: Math.min(label.at, width - textWidth(label.text))}))
		.filter(label => label.at > end);
	return [
		{text: before + ' '.repeat(Math.max(0, at - textWidth(before))), role: 'dim'},
		{text, role: 'accent'},
		{
			text: axisRow(
				after.map(label => ({...label, at: label.at - end})),
				width - end,
			),
			role: 'dim',
		},
	];
};
