import type {AxisLabel} from '../../canvas/axis.ts';
import {drawColumns} from '../../canvas/columns.ts';
import {axisUnder} from '../../canvas/date-axis.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {type Point, squeeze} from '../../canvas/resample.ts';
import type {Role, Row} from '../../canvas/row.ts';
import {padStart} from '../../canvas/widths.ts';
import {blank} from './cells.ts';

export type ColumnChart = {
	readonly values: readonly Point[];
	/** What stands under the columns: `step` cells from one to the next, `width` cells in all. */
	readonly labels: (step: number, width: number) => readonly AxisLabel[];
	/** Cells in all, labels included. */
	readonly width: number;
	/** Rows of columns, without the axis. */
	readonly height: number;
	/** The value of a full column. */
	readonly max: number;
	/** Words of the top and of the bottom of the scale. */
	readonly top: string;
	readonly bottom: string;
	/** The row that `top` stands at, counted from the top; absent: the first. */
	readonly topAt?: number;
	/** Cells of those words. */
	readonly gutter: number;
	readonly glyphs: Glyphs;
	readonly role?: Role;
	/** Index of a column that stands out. */
	readonly selected?: number;
};

/** Cells from one column to the next: as wide as fits, at most four, the last of them blank where there are two or more. */
const stepFor = (count: number, room: number): number =>
	Math.max(1, Math.min(4, Math.floor((room + 1) / Math.max(1, count))));

/** The row with one place of it in the accent. */
const lit = (text: string, from: number, width: number, role: Role): Row =>
	from < 0
		? [{text, role}]
		: [
				{text: text.slice(0, from), role},
				{text: text.slice(from, from + width), role: 'accent'},
				{text: text.slice(from + width), role},
			];

/** Counts as columns from zero, with the scale on the left: `height` rows from the top, then the axis row. */
export const columnChart = (
	chart: ColumnChart,
): {readonly rows: readonly Row[]; readonly axis: Row; readonly width: number} => {
	const {glyphs, gutter, height, role = 'plain', selected = -1, topAt = 0} = chart;
	const plotAt = gutter + 1;
	const room = Math.max(1, chart.width - plotAt);
	const squeezed = chart.values.length > room;
	const values = squeezed ? squeeze(chart.values, room) : chart.values;
	const step = stepFor(values.length, room);
	const bar = Math.max(1, step - 1);
	const rows = drawColumns({values, height: Math.max(0, height), max: chart.max, glyphs}).map((line, index): Row => {
		const cells = [...line].map(cell => cell.repeat(bar) + ' '.repeat(step - bar)).join('');
		const label = index === topAt ? chart.top : index === height - 1 ? chart.bottom : '';
		const at = squeezed || selected < 0 ? -1 : selected * step;
		return [{text: padStart(label, gutter, glyphs.cut), role: 'dim'}, blank(1), ...lit(cells, at, bar, role)];
	});
	const width = values.length * step - (step - bar);
	const axis = axisUnder(chart.labels(squeezed ? room / chart.values.length : step, width), plotAt, width);
	return {rows, axis, width: plotAt + width};
};
