import {axisLabels, axisRow} from './axis.ts';
import {drawColumns} from './columns.ts';
import type {Glyphs} from './glyphs.ts';
import {maxOf, type Point, squeeze} from './resample.ts';
import type {Role, Row} from './row.ts';
import {padStart, textWidth} from './widths.ts';

export type ColumnChartOptions = {
	readonly values: readonly Point[];
	/** One a value, already in words. */
	readonly categories: readonly string[];
	readonly width: number;
	/** Rows of columns; the labels below are one more. */
	readonly height: number;
	readonly glyphs: Glyphs;
	/** The value of a full column; default: the largest. */
	readonly max?: number | undefined;
	/** How a value reads at the axis. */
	readonly label: (value: number) => string;
	/** A label under every so many columns. */
	readonly every: number;
	readonly role?: Role | undefined;
};

/** Columns wider than this look like blocks. */
const widestStep = 4;

/** Columns from zero with the maximum and 0 at their left and categories below, at most `width` cells wide. */
export const columnChart = (options: ColumnChartOptions): Row[] => {
	const {values, categories, width, height, glyphs, label, every, role = 'plain'} = options;
	const max = options.max ?? maxOf(values);
	const gutter = Math.max(textWidth(label(max)), textWidth(label(0))) + 1;
	const room = Math.max(1, width - gutter);
	const squeezed = squeeze(values, room);
	const step = Math.min(widestStep, Math.max(1, Math.floor((room + 1) / Math.max(1, squeezed.length))));
	const gap = step > 1 ? 1 : 0;
	const columns = drawColumns({values: squeezed, height, max, glyphs, gap, thickness: step - gap});
	const rows = columns.map((text, row): Row => {
		const mark = row === 0 ? label(max) : row === height - 1 ? label(0) : '';
		return [
			{text: `${padStart(mark, gutter - 1, glyphs.cut)} `, role: 'dim'},
			{text, role},
		];
	});
	const at = squeezed.length / Math.max(1, values.length);
	const labels = axisLabels(categories, every).map(({at: place, text}) => ({at: Math.floor(place * at) * step, text}));
	return [...rows, [{text: ' '.repeat(gutter) + axisRow(labels, room), role: 'dim'}]];
};
