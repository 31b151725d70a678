import {type AxisLabel, axisWithCursor} from './axis.ts';
import {drawColumns} from './columns.ts';
import type {Glyphs} from './glyphs.ts';
import {maxOf, type Point, squeeze, squeezeWith} from './resample.ts';
import type {Role, Row} from './row.ts';
import {drawStacks, type Stack} from './stacks.ts';
import {padStart, textWidth} from './widths.ts';

/** Columns from zero over an axis. */
export type Chart = {
	readonly values: readonly Point[];
	/** What each value is made of; absent: nothing. */
	readonly parts?: readonly Stack[] | undefined;
	/** What stands under the columns: `step` cells from one to the next, `width` cells in all. */
	readonly labels: (step: number, width: number) => readonly AxisLabel[];
	/** Cells in all. */
	readonly width: number;
	/** Rows in all, the axis included. */
	readonly height: number;
	/** The value of a full column; absent: the largest. Several charts of one `max` share a scale. */
	readonly max?: number | undefined;
	/** How a value reads at the scale. */
	readonly label: (value: number) => string;
	readonly glyphs: Glyphs;
	readonly role?: Role | undefined;
	/** Index of the value that the cursor is on; -1: none. */
	readonly selected?: number | undefined;
	/** What that value is called, beside the cursor's sign on the axis. */
	readonly selectedName?: string | undefined;
	/** Cells of the scale at least, so that charts one below the other line up. */
	readonly gutter?: number | undefined;
	/** Cells from one column to the next at most; absent: as many as a small chart has. */
	readonly widest?: number | undefined;
};

/** Columns wider than this look like blocks. */
const widestStep = 8;

/** Cells from one column to the next. Narrow ones touch; only where there is ample room a blank stands between them. */
const spacing = (count: number, room: number, widest: number): {readonly step: number; readonly gap: number} => {
	const step = Math.max(1, Math.min(widest, Math.floor((room + 1) / Math.max(1, count))));
	const gap = step >= 3 || (step === 2 && count * step > room) ? Math.ceil(step / 8) : 0;
	return {step, gap};
};

/** A drawn chart: the columns begin at `plotAt`, and stand `step` cells apart. */
type DrawnChart = {
	readonly rows: readonly Row[];
	readonly width: number;
	readonly plotAt: number;
	readonly step: number;
};

/** The row with one column of it in the accent. */
const lit = (text: string, from: number, width: number, role: Role): Row =>
	from < 0
		? [{text, role}]
		: [
				{text: text.slice(0, from), role},
				{text: text.slice(from, from + width), role: 'accent'},
				{text: text.slice(from + width), role},
			];

/**
 * Counts as columns from zero with the maximum and 0 at their left, at most `height` rows; more values than cells are squeezed, and
 * no peak is lost. `width` is what it really takes.
 */
export const drawChart = (chart: Chart): DrawnChart => {
	const {values, width, height, glyphs, label, role = 'plain', selected = -1} = chart;
	const max = chart.max ?? maxOf(values);
	const gutter = Math.max(chart.gutter ?? 0, textWidth(label(max)), textWidth(label(0))) + 1;
	const room = Math.max(1, width - gutter);
	const isSqueezed = values.length > room;
	const squeezed = isSqueezed ? squeeze(values, room) : values;
	const parts = chart.parts && (isSqueezed ? squeezeWith(values, chart.parts, room) : chart.parts);
	const {step, gap} = spacing(squeezed.length, room, chart.widest ?? widestStep);
	const thickness = step - gap;
	const plot = Math.max(1, height - 1);
	const taken = squeezed.length * step - gap;
	const perValue = isSqueezed ? room / values.length : step;
	const at = selected < 0 ? -1 : Math.floor(selected * perValue);
	const size = {height: plot, max, glyphs, gap, thickness};
	// The colours of parts mean something, so the cursor stands on the axis alone.
	const columns = parts
		? drawStacks({stacks: parts, ...size})
		: drawColumns({values: squeezed, ...size}).map(text => lit(text, at, thickness, role));
	const rows = columns.map((column, row): Row => {
		const mark = row === 0 ? label(max) : row === plot - 1 ? label(0) : '';
		return [{text: `${padStart(mark, gutter - 1, glyphs.cut)} `, role: 'dim'}, ...column];
	});
	const cursor = {
		at: at + Math.floor((thickness - 1) / 2),
		sign: glyphs.cursor,
		name: chart.selectedName ?? '',
	};
	const labels = axisWithCursor(chart.labels(perValue, taken), taken, at < 0 ? null : cursor);
	const axis: Row = [{text: ' '.repeat(gutter)}, ...labels];
	return {rows: [...rows, axis].slice(0, height), width: gutter + taken, plotAt: gutter, step: perValue};
};
