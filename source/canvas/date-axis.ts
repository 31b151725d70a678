import {type AxisLabel, axisRow} from './axis.ts';
import {formatCategory, formatCategoryMonth} from './clock.ts';
import type {Row} from './row.ts';
import {textWidth} from './widths.ts';

/** Cells that a label needs to breathe. */
const labelRoom = 10;

/** Of more dates than these a day of a month does not say which year it is of. */
const datesOfYear = 366;

/** Labels for dates over `width` cells: the first at the left end, the last (or its own name) at the right end, some between them. */
export const dateLabels = (dates: readonly string[], width: number, lastName?: string): AxisLabel[] => {
	const format = dates.length > datesOfYear ? formatCategoryMonth : formatCategory;
	const last = dates.length - 1;
	if (last < 0) return [];
	const count = Math.max(2, Math.min(8, dates.length, Math.floor(width / labelRoom)));
	return Array.from({length: count}, (_, place): AxisLabel => {
		const index = Math.round((place * last) / (count - 1));
		const text = index === last && lastName !== undefined ? lastName : format(dates[index] ?? '');
		const middle = Math.round(last === 0 ? 0 : (index * (width - 1)) / last);
		const start = place === 0 ? 0 : middle - Math.floor(textWidth(text) / 2);
		return {at: Math.max(0, Math.min(start, width - textWidth(text))), text};
	});
};

/** The row of labels under a chart whose plot begins at a cell. */
export const axisUnder = (labels: readonly AxisLabel[], plotAt: number, width: number): Row => [
	{text: ' '.repeat(Math.max(0, plotAt))},
	{text: axisRow(labels, width), role: 'dim'},
];
