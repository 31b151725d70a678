import asciichart from 'asciichart';
import type {Glyphs} from './glyphs.ts';
import {maxOf, type Point, resample} from './resample.ts';
import type {Role, Row, Span} from './row.ts';
import {padStart, textWidth} from './widths.ts';

type Line = {readonly values: readonly Point[]; readonly role?: Role | undefined};

export type LineChartOptions = {
	/** Where lines cross, the one named first is on top. */
	readonly series: readonly Line[];
	/** Cells of the whole chart, labels included. */
	readonly width: number;
	/** Rows of the chart, at least 2. */
	readonly height: number;
	readonly glyphs: Glyphs;
	/** The value of the top row, for charts that share a scale; default: the largest value. */
	readonly max?: number | undefined;
	/** How a value reads at the axis; default: the integer. */
	readonly label?: ((value: number) => string) | undefined;
	readonly between?: 'linear' | 'step' | undefined;
	/** Cells of the scale at least. */
	readonly gutter?: number | undefined;
	/** The cells of the plot that the cursor is on. */
	readonly selected?: Stretch | null | undefined;
};

/** Some cells of a plot, from one on. */
export type Stretch = {readonly at: number; readonly width: number};

/** A drawn chart: its rows from the top, and where the plot begins, for the labels below it. */
export type LineChart = {readonly rows: readonly Row[]; readonly plotAt: number; readonly plotWidth: number};

type Cell = {readonly text: string; readonly role: Role};

/** The neighbouring finite values as runs with their places: asciichart can draw neither gaps nor nothing. */
const runsOf = (points: readonly Point[]): {at: number; values: number[]}[] => {
	const runs: {at: number; values: number[]}[] = [];
	points.forEach((point, at) => {
		if (point === null || !Number.isFinite(point)) return;
		const last = runs.at(-1);
		if (last && last.at + last.values.length === at) last.values.push(Math.max(0, point));
		else runs.push({at, values: [Math.max(0, point)]});
	});
	return runs;
};

/** Draws one run; asciichart's own axis (its first column) is cut off, so the first value is given twice. */
const plotRun = (values: readonly number[], max: number, height: number, glyphs: Glyphs): string[][] => {
	const picture = asciichart.plot([values[0] ?? 0, ...values], {
		min: 0,
		max,
		height: height - 1,
		offset: 1,
		symbols: [...glyphs.line],
		format: () => ' ',
	});
	return picture.split('\n').map(line => [...line].slice(1, values.length + 1));
};

const mergeRows = (cells: readonly Cell[]): Span[] => {
	const spans: {text: string; role: Role}[] = [];
	for (const {text, role} of cells) {
		const last = spans.at(-1);
		if (last && (last.role === role || text === ' ')) last.text += text;
		else spans.push({text, role});
	}
	return spans;
};

/** The labels of the axis: the top, the middle where it is a whole number on a row, and zero. */
const axisValues = (max: number, height: number): Map<number, number> => {
	const labels = new Map([[height - 1, 0]]);
	if (height >= 5 && height % 2 === 1 && max % 2 === 0) labels.set((height - 1) / 2, max / 2);
	labels.set(0, max);
	return labels;
};

/** Lines over time, drawn by asciichart: from zero, exactly `height` rows of `width` cells; gaps stay gaps. */
export const lineChart = (options: LineChartOptions): LineChart => {
	const {series, width, glyphs, between = 'linear', label = String, selected = null} = options;
	const height = Math.max(2, options.height);
	const top = Math.max(1, Math.ceil(options.max ?? maxOf(...series.map(({values}) => values))));
	const labels = new Map([...axisValues(top, height)].map(([row, value]) => [row, label(value)]));
	const gutter = Math.max(options.gutter ?? 0, ...[...labels.values()].map(textWidth));
	const plotWidth = Math.max(0, width - gutter - 2);

	const isLit = (column: number): boolean =>
		selected !== null && column >= selected.at && column < selected.at + selected.width;
	const grid = Array.from({length: height}, () =>
		Array.from({length: plotWidth}, (): Cell => ({text: ' ', role: 'plain'})),
	);
	for (const {values, role = 'plain'} of series.toReversed()) {
		const points = resample(values, plotWidth, between).map(point => (point === null ? null : Math.min(top, point)));
		for (const run of runsOf(points)) {
			plotRun(run.values, top, height, glyphs).forEach((cells, row) => {
				cells.forEach((text, column) => {
					if (text === ' ') return;
					const at = run.at + column;
					grid[row]?.splice(at, 1, {text, role: isLit(at) ? 'accent' : role});
				});
			});
		}
	}
	const rows = grid.map((cells, row) => [
		{text: `${padStart(labels.get(row) ?? '', gutter, glyphs.cut)} ${glyphs.line[1]}`, role: 'dim' as const},
		...mergeRows(cells),
	]);
	return {rows, plotAt: gutter + 2, plotWidth};
};
