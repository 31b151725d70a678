import {axisWithCursor} from '../../canvas/axis.ts';
import {drawColumns} from '../../canvas/columns.ts';
import {dateLabels} from '../../canvas/date-axis.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Role, Row, Span} from '../../canvas/row.ts';
import {drawStacks} from '../../canvas/stacks.ts';
import {padStart} from '../../canvas/widths.ts';
import {type ShareColumn, type ShareDays, shareColumns} from '../../stats/stream-shares.ts';
import {liveOf} from '../peaks/words.ts';
import type {Canvas} from '../plan/scene.ts';

/** Cells of the scale: "100 % ". */
export const scaleCells = 7;

const widest = 40;

/** How the days lie on some cells: which of them stand together, and how wide a column is. */
export type DaysPlan = {readonly columns: readonly ShareColumn[]; readonly step: number};

export const planDays = (days: ShareDays, cells: number): DaysPlan => {
	const room = Math.max(1, cells - scaleCells);
	const columns = shareColumns(days, room);
	return {columns, step: Math.max(1, Math.min(widest, Math.floor((room + 1) / Math.max(1, columns.length))))};
};

/** A day as a key of the cursor; several of them as "2026-11-01/2026-11-07". */
export const keyOf = ({from, to}: ShareColumn): string => (from === to ? from : `${from}/${to}`);

/** Signs of one cell each, put over a row from a cell on. */
const over = (row: Row, at: number, put: Span): Row => {
	const cut: Span[] = [];
	let from = 0;
	for (const span of row) {
		const to = from + span.text.length;
		const [start, end] = [Math.max(0, at - from), Math.max(0, at + put.text.length - from)];
		if (start > 0 && from < at) cut.push({...span, text: span.text.slice(0, start)});
		if (from <= at && at < to) cut.push(put);
		if (to > at + put.text.length) cut.push({...span, text: span.text.slice(end)});
		from = to;
	}
	return cut;
};

/** The shares of transcodes as columns to the next ten percent. */
const transcodeRows = (
	{columns}: DaysPlan,
	size: {readonly height: number; readonly gap: number; readonly thickness: number},
	glyphs: Glyphs,
	here: number,
) => {
	const shares = columns.map(({shares}) => shares?.[2] ?? null);
	const max = Math.max(0.1, Math.ceil(maxOf(shares) * 10 - 1e-9) / 10);
	const rows = drawColumns({values: shares, max, glyphs, ...size}).map((text): Row => {
		const row: Row = [{text, role: 'transcode'}];
		const at = here * (size.gap + size.thickness);
		const role: Role = 'accent';
		return here < 0 ? row : over(row, at, {text: text.slice(at, at + size.thickness), role});
	});
	return {rows, max};
};

/** All three shares, stacked to 100 %. */
const stackRows = (
	{columns}: DaysPlan,
	size: {readonly height: number; readonly gap: number; readonly thickness: number},
	glyphs: Glyphs,
) => ({
	max: 1,
	rows: drawStacks({
		stacks: columns.map(({shares}) => ({
			directPlay: shares?.[0] ?? 0,
			directStream: shares?.[1] ?? 0,
			transcode: shares?.[2] ?? 0,
			unknown: 0,
		})),
		max: 1,
		glyphs,
		...size,
	}),
});

/** Shares day by day over an axis, `height` rows in all. A day of a handful has a point, since it has no share. */
export const dayRows = (
	plan: DaysPlan,
	{height, stacked, here}: {readonly height: number; readonly stacked: boolean; readonly here: number},
	canvas: Canvas,
): readonly Row[] => {
	const {glyphs} = canvas;
	const {columns, step} = plan;
	const gap = step > 1 ? Math.ceil(step / 6) : 0;
	const size = {height: Math.max(1, height - 1), gap, thickness: step - gap};
	const {rows, max} = stacked ? stackRows(plan, size, glyphs) : transcodeRows(plan, size, glyphs, here);
	const last = rows.length - 1;
	const pointed = columns.reduce(
		(row, {shares}, index): Row =>
			shares
				? row
				: over(row, index * step + Math.floor((step - gap - 1) / 2), {
						text: glyphs.track,
						role: index === here ? 'accent' : 'dim',
					}),
		rows[last] ?? [],
	);
	const width = columns.length * step - gap;
	const labels = dateLabels(
		columns.map(({from}) => from),
		width,
	);
	const now = liveOf(canvas) && columns.length > 1 ? labels.slice(0, -1).concat({at: width - 3, text: 'now'}) : labels;
	const cursor = here < 0 ? null : {at: here * step, sign: glyphs.cursor, name: ''};
	return [
		...rows.map((row, index): Row => {
			const mark = index === 0 ? `${Math.round(max * 100)} %` : index === last ? '0 %' : '';
			return [
				{text: `${padStart(mark, scaleCells - 1, glyphs.cut)} `, role: 'dim'},
				...(index === last ? pointed : row),
			];
		}),
		[{text: ' '.repeat(scaleCells)}, ...axisWithCursor(now, width, cursor)],
	];
};
