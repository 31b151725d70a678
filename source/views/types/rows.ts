import {shareBar} from '../../canvas/bars.ts';
import type {Row} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {padEnd, padStart, textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {ShareColumn, ShareDays} from '../../stats/stream-shares.ts';
import {chartCursor} from '../plan/cells.ts';
import type {Canvas, Drawing, Scene} from '../plan/scene.ts';
import {shareWords} from '../plan/shares.ts';
import {amount} from '../plan/words.ts';
import {isHandful, pointsFor, type Types, ways, wholeOf} from './data.ts';
import {type DaysPlan, dayRows, keyOf, planDays, scaleCells} from './days.ts';
import {
	changeWords,
	columnWords,
	mostShareWords,
	pointWords,
	runningCounts,
	todayWords,
	whoLine,
	whyLine,
} from './words.ts';

/** The shares of the parts, which add up to 100; of a handful none. */
export const sharesOf = (data: Types): readonly string[] =>
	isHandful(data) ? [] : shareWords(data.parts.map(({value}) => value));

const pointCells = 8;

/** The three bars; from 56 cells on with what has changed since the window before. */
const partRows = (data: Types, canvas: Canvas, here: number): readonly Row[] => {
	const {glyphs, width, query} = canvas;
	const counts = query.measure === 'duration' ? 9 : 7;
	const points = width >= 56 ? pointsFor(data) : null;
	const bar = Math.max(0, width - 15 - 6 - counts - (points ? pointCells : 0));
	const shares = sharesOf(data);
	const whole = wholeOf(data);
	return data.parts.map(
		({name, value}, index): Row => [
			{text: index === here ? glyphs.selected : ' ', role: 'accent'},
			{text: `${padEnd(name, 13, glyphs.cut)} `},
			...shareBar(whole === 0 ? 0 : value / whole, bar, glyphs, roleOfWay(name)),
			{text: padStart(shares[index] ?? '', 6, glyphs.cut)},
			{text: padStart(amount(value, query.measure, glyphs), counts, glyphs.cut)},
			...(points
				? [{text: padStart(pointWords(points[index] ?? 0, canvas), pointCells, ''), role: 'dim' as const}]
				: []),
		],
	);
};

const shareDays = ({graph, playGraph}: Types, scene: Scene): ShareDays => ({
	graph,
	plays: playGraph,
	running: runningCounts(scene),
});

/** What the patterns, or colours, of a stack mean. */
const legendRow = ({glyphs}: Canvas): Row =>
	ways.flatMap(({name}, index) => [
		{text: index === 0 ? ' '.repeat(scaleCells) : '   '},
		{text: `${glyphs.ways[index] ?? ''} ${name}`, role: roleOfWay(name)},
	]);

/** Words at the right end of a chart, one line a row. */
const beside = (rows: readonly Row[], lines: readonly string[], at: number): readonly Row[] =>
	rows.map((row, index): Row => {
		const line = index < rows.length - 1 ? lines[index] : undefined;
		if (line === undefined) return row;
		const used = row.reduce((sum, {text}) => sum + textWidth(text), 0);
		return [...row, {text: `${' '.repeat(Math.max(1, at - used))}${line}`, role: 'dim'}];
	});

type Chart = {readonly rows: readonly Row[]; readonly columns: readonly ShareColumn[]};

const byDay = ({columns}: DaysPlan): string =>
	columns.every(({from, to}) => from === to) ? 'by day' : `from ${columns.length} parts of the window`;

/** What the chart has to say: the kind of it and today, or what the cursor is on. */
const chartWords = (plan: DaysPlan, here: number, canvas: Canvas): readonly string[] => {
	const column = plan.columns[here];
	if (column) return [columnWords(column, canvas).short];
	return [`transcode ${byDay(plan)}`, todayWords(plan.columns.at(-1), canvas)].filter(Boolean);
};

const besideCells = 14;

/** The shares by day: with few rows those of transcodes alone and words at their side, else all three and a line below. */
const chartRows = (data: Types, canvas: Canvas, height: number): Chart => {
	const isLow = height < 8;
	const cells = isLow ? canvas.width - besideCells - 3 : canvas.width - 1;
	const plan = planDays(shareDays(data, canvas), cells);
	const keys = [...data.parts.map(({id}) => id), ...plan.columns.map(keyOf)];
	const here = chartCursor(canvas, keys) - data.parts.length;
	if (isLow) {
		const rows = dayRows(plan, {height, stacked: false, here}, canvas);
		const at = scaleCells + plan.columns.length * plan.step + 1;
		const lines = chartWords(plan, here, canvas).flatMap(words => wrapWords(words, canvas.width - at - 1));
		return {rows: beside(rows, lines, at), columns: plan.columns};
	}
	const rows = dayRows(plan, {height: height - 3, stacked: true, here}, canvas);
	const column = plan.columns[here];
	const room = canvas.width - scaleCells - 1;
	const options = column
		? [columnWords(column, canvas).long, columnWords(column, canvas).short]
		: [
				[...chartWords(plan, here, canvas), mostShareWords(plan.columns)].filter(Boolean).join(', '),
				chartWords(plan, here, canvas).join(', '),
			];
	const words = options.find(each => textWidth(each) <= room) ?? options.at(-1) ?? '';
	return {
		rows: [[], ...rows, legendRow(canvas), [{text: ' '.repeat(scaleCells) + words}]],
		columns: plan.columns,
	};
};

const reportChart = 11;

/** The bars, then as much more as there is room for: how it changed, day by day, why, who. */
export const typeRows = (data: Types, canvas: Canvas): Pick<Drawing, 'rows' | 'keys'> => {
	const ids = data.parts.map(({id}) => id);
	const dim = (text: string): Row => [{text: ` ${text}`, role: 'dim'}];
	const free = canvas.height - ids.length;
	const known = [whyLine(data), whoLine(data, canvas, canvas.width - 2)].filter(Boolean);
	const last = planDays(shareDays(data, canvas), canvas.width).columns.at(-1);
	if (free < known.length + 4 || canvas.width < 40) {
		const facts = [changeWords(data, canvas), todayWords(last, canvas), ...known].filter(
			words => words !== '' && textWidth(words) < canvas.width,
		);
		const here = chartCursor(canvas, ids);
		return {rows: [...partRows(data, canvas, here), ...facts.slice(0, Math.max(0, free)).map(dim)], keys: ids};
	}
	const height = canvas.form === 'report' ? reportChart : free - known.length;
	const chart = chartRows(data, canvas, height);
	const keys = [...ids, ...chart.columns.map(keyOf)];
	return {rows: [...partRows(data, canvas, chartCursor(canvas, keys)), ...chart.rows, ...known.map(dim)], keys};
};
