import type {AxisLabel} from '../../canvas/axis.ts';
import {drawChart} from '../../canvas/chart.ts';
import {maxOf, minOf} from '../../canvas/resample.ts';
import type {Row} from '../../canvas/row.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {type Graph, isNothing, sumOf, sumSeries, type Value} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Json} from '../../export/json.ts';
import {type Switch, selectedIndex} from './own.ts';
import type {Canvas, Scene} from './scene.ts';
import {defineView, type Line, type PlanHead, type Step, type View} from './view.ts';
import {amount, amountWords, nothingWords, sentence, sentenceRows, windowWords} from './words.ts';

/** A graph, and what stands beside it. */
export type Graphed = {
	readonly graph: Graph;
	/** What each category is called by questions: as many keys as categories. */
	readonly keys: readonly string[];
	/** The one total of the window in what is counted, which bars may exceed; null: not known. */
	readonly total: number | null;
	readonly coverage: Coverage | null;
};

/** A graph as it is written. */
export type GraphPlan<Data extends Graphed> = PlanHead<Data> & {
	readonly switches?: readonly Switch[];
	/** The heading of the categories in CSV: hour, date. */
	readonly axis: string;
	/** The words between a value and its category: "at", "on", "in". */
	readonly at: string;
	/** A category as people read it: "21:00", "12 Nov", "Sunday". */
	readonly nameOf: (category: string) => string;
	/** Labels under the columns: `step` cells from one to the next, `width` cells in all. */
	readonly labels: (categories: readonly string[], step: number, width: number) => readonly AxisLabel[];
	/** One more fact beside the highest and the lowest; '': there is none. */
	readonly also?: (data: Data, scene: Scene) => string;
	/** Another drawing of the whole inside; null: the columns. */
	readonly draw?: (data: Data, canvas: Canvas) => readonly Row[] | null;
	readonly line?: (data: Data, canvas: Canvas) => Line | null;
	readonly says?: (data: Data, scene: Scene) => readonly string[];
	/** What opens for a category. */
	readonly enter?: (key: string, data: Data, scene: Scene) => Step | null;
	readonly json?: (data: Data, scene: Scene) => {readonly [key: string]: Json};
	readonly table?: (data: Data, scene: Scene) => DataTable;
};

/** A graph as the API's JSON: categories, and each series by its name. */
export const graphJson = ({categories, series}: Graph): {readonly [key: string]: Json} => ({
	categories,
	series: Object.fromEntries(series.map(({name, values}) => [name, values])),
});

/** A graph as rows, one a category: its name in the column `heading`, then each series. */
export const graphTable = (heading: string, {categories, series}: Graph): DataTable => ({
	columns: [heading, ...series.map(({name}) => name)],
	rows: categories.map((category, index) => [category, ...series.map(({values}) => values[index] ?? null)]),
});

/** The highest and the lowest category in words; under ten plays nothing is the most. */
const endsOf = (values: readonly Value[]): {readonly most: number; readonly fewest: number} | null => {
	const max = maxOf(values);
	if (max <= 0) return null;
	return {most: values.indexOf(max), fewest: values.indexOf(minOf(values))};
};

const isHandful = (values: readonly Value[], {query}: Scene): boolean =>
	query.measure === 'plays' && sumOf(values) < handful;

/** "most at 21:00, fewest at 04:00"; what the cursor is on, where there is one. */
const wordsOf = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas, room: number): string => {
	const values = sumSeries(data.graph);
	const {measure} = canvas.query;
	const nameAt = (index: number): string => plan.nameOf(data.graph.categories[index] ?? '');
	if (canvas.focused && canvas.own.selection) {
		const index = selectedIndex(canvas.own.selection, data.keys);
		const value = values[index] ?? null;
		const words = value === null ? 'not known' : amountWords(value, measure, canvas.glyphs);
		return `${words} ${plan.at} ${nameAt(index)}`;
	}
	const ends = endsOf(values);
	if (!ends || isHandful(values, canvas))
		return `${amountWords(data.total ?? sumOf(values), measure, canvas.glyphs)} in all`;
	const fewest = measure === 'duration' ? 'least' : 'fewest';
	const parts = [`most ${plan.at} ${nameAt(ends.most)}`];
	if (ends.most !== ends.fewest) parts.push(`${fewest} ${plan.at} ${nameAt(ends.fewest)}`);
	return joinWhole([...parts, plan.also?.(data, canvas) ?? ''], ', ', room);
};

/** What each series comes to. People of one bar are those of another one too: their numbers do not add up. */
const bySeries = ({graph}: Graphed, {query, glyphs}: Scene, room: number): string => {
	if (query.measure === 'users') return '';
	const parts = graph.series
		.map(({name, values}) => ({name, total: sumOf(values)}))
		.filter(({name, total}) => total !== 0 && name !== 'Total')
		.map(({name, total}) => `${name} ${amount(total, query.measure, glyphs)}`);
	return joinWhole(parts, '   ', room);
};

const chartRows = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas): readonly Row[] => {
	const {width, glyphs, query} = canvas;
	const height = Math.min(canvas.height, canvas.form === 'report' ? 12 : 24);
	const facts = height >= 8 ? 2 : height >= 5 ? 1 : 0;
	const chart = drawChart({
		values: sumSeries(data.graph),
		labels: (step, cells) => plan.labels(data.graph.categories, step, cells),
		width: width - 1,
		height: height - facts,
		label: value => amount(value, query.measure, glyphs),
		glyphs,
		gutter: 4,
		selected: canvas.focused && canvas.own.selection ? selectedIndex(canvas.own.selection, data.keys) : -1,
	});
	const indent = width < 30 ? '' : '     ';
	const words: Row = [{text: `${indent}${wordsOf(data, plan, canvas, width - indent.length)}`}];
	const series: Row = [{text: `${indent}${bySeries(data, canvas, width - indent.length)}`, role: 'dim'}];
	return [...chart.rows, ...[words, series].slice(0, facts)];
};

/** "30 days, Europe/Prague"; hours and users say so. */
const noteOf = (canvas: Canvas, {coverage}: Graphed): string => {
	const {query, graphZone, width} = canvas;
	const what = query.measure === 'duration' ? 'hours, ' : query.measure === 'users' ? 'users, ' : '';
	const zone = width < 50 || coverage?.zoneProven === false ? '' : `, ${graphZone ?? 'server time'}`;
	return `${what}${windowWords(query.window, canvas)}${zone}`;
};

/** A view that is columns over an axis: with a cursor that reads values, and what opens for a column. */
export const graphView = <Data extends Graphed>(plan: GraphPlan<Data>): View =>
	defineView<Data>({
		...plan,
		keys: {switches: plan.switches ?? []},
		coverage: ({coverage}) => coverage,
		draw: (data, canvas) => {
			const base = {note: noteOf(canvas, data), keys: data.keys};
			if (isNothing(data.graph)) return {...base, rows: sentenceRows([[{text: nothingWords(canvas)}]], canvas)};
			return {...base, rows: plan.draw?.(data, canvas) ?? chartRows(data, plan, canvas)};
		},
		says: (data, voice) => {
			if (isNothing(data.graph)) return [nothingWords(voice)];
			const own = plan.says?.(data, voice);
			if (own) return own;
			const values = sumSeries(data.graph);
			const ends = endsOf(values);
			const {measure, window} = voice.query;
			const words = (index: number): string => {
				const value = amountWords(values[index] ?? 0, measure, voice.glyphs);
				return `${plan.at} ${plan.nameOf(data.graph.categories[index] ?? '')}, ${value}`;
			};
			const total = sentence(
				`${amountWords(data.total ?? sumOf(values), measure, voice.glyphs)} in ${windowWords(window, voice)}`,
			);
			if (!ends || isHandful(values, voice)) return [total];
			const also = [plan.also?.(data, voice) ?? ''].filter(Boolean).map(fact => sentence(fact));
			if (ends.most === ends.fewest) return [`Most ${words(ends.most)}.`, total, ...also];
			const fewest = measure === 'duration' ? 'least' : 'fewest';
			return [`Most ${words(ends.most)}; ${fewest} ${words(ends.fewest)}.`, total, ...also];
		},
		json: (data, scene) => plan.json?.(data, scene) ?? graphJson(data.graph),
		table: (data, scene) => plan.table?.(data, scene) ?? graphTable(plan.axis, data.graph),
		enter: (key, data, scene) => plan.enter?.(key, data, scene) ?? null,
	});
