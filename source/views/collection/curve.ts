import {type AxisLabel, axisRow} from '../../canvas/axis.ts';
import {formatCategory} from '../../canvas/clock.ts';
import {drawColumns} from '../../canvas/columns.ts';
import {maxOf, squeeze} from '../../canvas/resample.ts';
import type {Row, Span} from '../../canvas/row.ts';
import {padStart, textWidth} from '../../canvas/widths.ts';
import type {YAxis} from '../../domain/media.ts';
import type {Canvas} from '../plan/scene.ts';
import {amount} from '../plan/words.ts';
import {type Mark, signOf} from './marks.ts';

/** Plays or seconds of a collection day by day, and what was done with it. */
export type Curve = {
	readonly days: readonly string[];
	readonly values: readonly number[];
	readonly marks: readonly Mark[];
	readonly yAxis: YAxis;
};

/** Columns wider than this are blocks. */
const thickest = 4;

/** How the days lie in some cells: so many places, each so thick. */
const placesIn = ({days, marks}: Curve, width: number): {readonly places: number; readonly thickness: number} => {
	const room = Math.max(1, width - marks.length);
	const places = Math.min(days.length, room);
	return {places, thickness: Math.max(1, Math.min(thickest, Math.floor(room / Math.max(1, places))))};
};

/** A row of the chart with the lines in it; each takes a cell of its own before its day. */
const withMarks = (cells: string, marks: ReadonlyArray<{readonly at: number; readonly sign: string}>): Row => {
	const spans: Span[] = [];
	let from = 0;
	for (const {at, sign} of marks) {
		spans.push({text: cells.slice(from, at)}, {text: sign, role: 'dim'});
		from = at;
	}
	return [...spans, {text: cells.slice(from)}];
};

/** Dates of the lines, and of the ends where these leave them room. */
const labelsOf = ({days}: Curve, lines: readonly AxisLabel[], width: number): readonly AxisLabel[] => {
	const first = {at: 0, text: formatCategory(days[0] ?? '')};
	const last = {at: width - textWidth(formatCategory(days.at(-1) ?? '')), text: formatCategory(days.at(-1) ?? '')};
	const isFree = ({at, text}: AxisLabel): boolean =>
		lines.every(line => at + textWidth(text) < line.at || line.at + textWidth(line.text) < at);
	return [...(isFree(first) ? [first] : []), ...lines, ...(isFree(last) ? [last] : [])];
};

/** The curve in `height` rows with its dates, at most `width` cells; a line stands before the day of each mark. */
export const curveRows = (curve: Curve, width: number, height: number, canvas: Canvas): readonly Row[] => {
	const {glyphs} = canvas;
	const max = maxOf(curve.values);
	const top = amount(max, curve.yAxis, glyphs);
	const lead = Math.max(3, textWidth(top) + 1);
	const {places, thickness} = placesIn(curve, width - lead - 1);
	const values = squeeze(curve.values, places);
	const rows = drawColumns({values, height: height - 1, max, glyphs, thickness});
	const marks = curve.marks.map(mark => ({
		at: Math.floor((mark.day * places) / Math.max(1, curve.days.length)) * thickness,
		sign: signOf(mark, glyphs),
	}));
	const cells = places * thickness + marks.length;
	const lines = marks.map(({at}, index): AxisLabel => ({at: at + index, text: curve.marks[index]?.date ?? ''}));
	const label = (row: number): string => (row === 0 ? top : row === height - 2 ? '0' : '');
	return [
		...rows.map(
			(text, row): Row => [
				{text: `${padStart(label(row), lead, glyphs.cut)} `, role: 'dim'},
				...withMarks(text, marks),
			],
		),
		[{text: ' '.repeat(lead + 1)}, {text: axisRow(labelsOf(curve, lines, cells), cells), role: 'dim'}],
	];
};

/** Cells that the curve takes of at most `width`. */
export const curveCells = (curve: Curve, width: number, {glyphs}: Canvas): number => {
	const lead = Math.max(3, textWidth(amount(maxOf(curve.values), curve.yAxis, glyphs)) + 1) + 1;
	const {places, thickness} = placesIn(curve, width - lead);
	return lead + places * thickness + curve.marks.length;
};
