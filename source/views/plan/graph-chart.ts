import {axisRow} from '../../canvas/axis.ts';
import {brailleChart} from '../../canvas/braille.ts';
import {drawChart} from '../../canvas/chart.ts';
import {lineChart} from '../../canvas/line-chart.ts';
import {maxOf} from '../../canvas/resample.ts';
import {type Row, rowWidth} from '../../canvas/row.ts';
import type {Stack} from '../../canvas/stacks.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {padEnd, padStart, textWidth} from '../../canvas/widths.ts';
import {streamTypes} from '../../domain/media.ts';
import {type Graph, seriesValues, sumOf, sumSeries, totalSeries, type Value} from '../../domain/plays/graph.ts';
import {chartCursor} from './cells.ts';
import type {Graphed, GraphPlan} from './graph-view.ts';
import {bareAmount, factLines, factWords, seriesWords} from './graph-words.ts';
import {type Switch, switchValue} from './own.ts';
import type {Canvas} from './scene.ts';

/** How a graph over time is drawn. A day is a step: nothing is known of what lies between two. */
export const shapeSwitch: Switch = {
	id: 'draw',
	action: 'draw',
	values: ['bars', 'line', 'braille'],
	asks: false,
	flag: {name: 'draw', takes: 'value', summary: 'how a terminal shows it'},
};

/** A drawn chart, and where its columns are. */
type Drawn = {readonly rows: readonly Row[]; readonly width: number; readonly plotAt: number; readonly step: number};

type Size = {
	readonly width: number;
	readonly height: number;
	readonly gutter: number;
	readonly widest: number;
	readonly stacked: boolean;
};

/** What each column is made of; what no way to play accounts for is not known. */
const stacksOf = ({ways, graph}: Graphed): readonly Stack[] | undefined => {
	if (!ways || ways.categories.length !== graph.categories.length) return undefined;
	const whole = sumSeries(graph);
	const [play, stream, transcode] = streamTypes.map(name => seriesValues(ways, name));
	return whole.map((value, index): Stack => {
		const [directPlay, directStream, transcoded] = [play?.[index] ?? 0, stream?.[index] ?? 0, transcode?.[index] ?? 0];
		const unknown = Math.max(0, (value ?? 0) - directPlay - directStream - transcoded);
		return {directPlay, directStream, transcode: transcoded, unknown};
	});
};

/** What the colours or patterns of the columns mean. */
const legendOf = ({glyphs}: Canvas): Row =>
	['direct play', 'direct stream', 'transcode'].flatMap(
		(name, index): Row => [
			{text: `${index === 0 ? '' : '   '}${glyphs.ways[index] ?? ''} ${name}`, role: roleOfWay(name)},
		],
	);

const columnsOf = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas, size: Size): Drawn =>
	drawChart({
		...size,
		values: sumSeries(data.graph),
		parts: size.stacked ? stacksOf(data) : undefined,
		labels: (step, cells) => plan.labels(data.graph.categories, step, cells),
		label: value => bareAmount(value, canvas.query.measure, canvas.glyphs),
		glyphs: canvas.glyphs,
		selected: chartCursor(canvas, data.keys),
	});

/** A line in steps: as many cells a value as there is room for, the same ones that a column would have. */
const lineOf = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas, size: Size): Drawn => {
	const {glyphs, query} = canvas;
	const values = sumSeries(data.graph);
	const label = (value: number): string => bareAmount(value, query.measure, glyphs);
	const gutter = Math.max(size.gutter, textWidth(label(maxOf(values))));
	const room = Math.max(1, size.width - gutter - 2);
	const step = Math.max(1, Math.min(size.widest, Math.floor(room / Math.max(1, values.length))));
	const taken = Math.min(room, values.length * step);
	const perValue = taken / Math.max(1, values.length);
	const here = chartCursor(canvas, data.keys);
	const held = values.flatMap(value => new Array<Value>(step).fill(value));
	const options = {
		height: Math.max(2, size.height - 1),
		gutter,
		glyphs,
		label,
		selected: here === -1 ? null : {at: Math.floor(here * perValue), width: step},
	};
	const isBraille = switchValue(canvas.own, shapeSwitch) === 'braille' && !glyphs.ascii;
	const rows = isBraille
		? brailleChart({...options, values: held, width: taken})
		: lineChart({...options, series: [{values: held}], width: gutter + 2 + taken, between: 'step'}).rows;
	const labels = axisRow(plan.labels(data.graph.categories, perValue, taken), taken);
	return {
		rows: [...rows, [{text: ' '.repeat(gutter + 2) + labels, role: 'dim'}]],
		width: gutter + 2 + taken,
		plotAt: gutter + 2,
		step: perValue,
	};
};

/** The numbers of each series under its columns; none where one of them has no room. */
export const valueRows = (
	{series, categories}: Graph,
	{query, glyphs}: Canvas,
	plotAt: number,
	step: number,
): readonly Row[] => {
	const parts = series.filter(({name, values}) => name !== totalSeries && sumOf(values) !== 0);
	const whole = {name: 'all', values: sumSeries({categories, series})};
	const rows = parts.length > 1 && query.measure !== 'users' ? [whole, ...parts] : [whole];
	const texts = rows.map(({values}) =>
		values.map(value => (value === null ? '?' : bareAmount(value, query.measure, glyphs))),
	);
	const longest = Math.max(0, ...texts.flat().map(textWidth));
	const fits = longest < step && rows.every(({name}) => textWidth(name) < plotAt - 1);
	if (!fits) return [];
	return rows.map(({name}, row): Row => {
		const cells = (texts[row] ?? []).map((text, at) => ({at: Math.floor(at * step), text}));
		return [
			{text: ` ${padEnd(name, plotAt - 1, glyphs.cut)}`, role: 'dim'},
			{text: axisRow(cells, Math.ceil(step * categories.length) + longest), role: row === 0 ? 'plain' : 'dim'},
		];
	});
};

/** Cells of a scale with the names of the series in it. */
const namedGutter = 9;

/** Words at the right of a chart that has no rows to spare. */
const beside = <Data extends Graphed>(
	rows: readonly Row[],
	data: Data,
	plan: GraphPlan<Data>,
	canvas: Canvas,
): readonly Row[] => {
	const used = Math.max(0, ...rows.map(rowWidth));
	const room = canvas.width - used - 1;
	const lines = room < 4 ? [] : factLines(data, plan, canvas, room).filter(line => textWidth(line) <= room);
	return rows.map((row, index): Row => {
		const line = index < rows.length - 1 ? (lines[index] ?? '') : '';
		return line === '' ? row : [...row, {text: padStart(line, canvas.width - rowWidth(row), canvas.glyphs.cut)}];
	});
};

const reportRows = 14;

/** Columns over an axis, what is most and fewest in words, and what they are made of: as numbers under the columns, or in words. */
export const chartRows = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas): readonly Row[] => {
	const {width} = canvas;
	const height = Math.min(canvas.height, canvas.form === 'report' ? reportRows : Number.POSITIVE_INFINITY);
	const isLine =
		(plan.switches ?? []).includes(shapeSwitch) && switchValue(canvas.own, shapeSwitch) !== 'bars' && height >= 3;
	const draw = isLine ? lineOf : columnsOf;
	const stacked = !isLine && height >= 8 && stacksOf(data) !== undefined;
	const size = {width: width - 1, height, gutter: 4, widest: canvas.form === 'pane' && width < 60 ? 4 : 40, stacked};
	if (height < 5) return beside(draw(data, plan, canvas, size).rows, data, plan, canvas);
	const roomy = height >= 14 ? draw(data, plan, canvas, {...size, gutter: namedGutter}) : null;
	const values = roomy ? valueRows(data.graph, canvas, roomy.plotAt, roomy.step) : [];
	const facts = (height >= 8 ? 2 : 1) - (values.length > 0 ? 1 : 0);
	const legend = stacked ? 1 : 0;
	const chart = draw(data, plan, canvas, {
		...size,
		height: height - values.length - facts - legend,
		gutter: values.length > 0 ? namedGutter : 4,
	});
	const indent = width < 30 ? '' : ' '.repeat(chart.plotAt);
	const room = width - indent.length;
	const words: Row = [{text: `${indent}${factWords(data, plan, canvas, room)}`}];
	const series: Row = [{text: `${indent}${seriesWords(data, canvas, room)}`, role: 'dim'}];
	return [
		...chart.rows,
		...values,
		...[words, series].slice(0, facts),
		...(stacked ? [[{text: indent}, ...legendOf(canvas)]] : []),
	];
};
