import type {AxisLabel} from '../../canvas/axis.ts';
import {textWidth} from '../../canvas/widths.ts';
import {type Graph, isNothing, sumOf, sumSeries} from '../../domain/plays/graph.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Json} from '../../export/json.ts';
import {chartRows} from './graph-chart.ts';
import {endsOf} from './graph-words.ts';
import type {Switch} from './own.ts';
import type {Canvas, Drawing, Heading, Scene} from './scene.ts';
import {defineView, type Line, type PlanHead, type Step, type View} from './view.ts';
import {amountWords, nothingWords, sentence, sentenceRows, windowWords} from './words.ts';

/** A graph, and what stands beside it. */
export type Graphed = {
	readonly graph: Graph;
	/** The same plays by how they were played; absent: nobody asked, or people are counted. */
	readonly ways?: Graph | null | undefined;
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
	/** The window in words, where its bars count more than what was asked for. */
	readonly when?: (data: Data, scene: Scene) => string;
	/** One more fact beside the highest and the lowest; '': there is none. */
	readonly also?: (data: Data, scene: Scene) => string;
	/** The same in the order in which it is drawn, where programs have another. */
	readonly drawn?: (data: Data) => Data;
	/** Another drawing of the inside; null: the columns. */
	readonly draw?: (data: Data, canvas: Canvas) => (Partial<Drawing> & Pick<Drawing, 'rows'>) | null;
	/** A word on the rule, behind the title of a pane; '': none. */
	readonly heading?: (data: Data, canvas: Canvas) => string;
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

/** "hours, 30 days"; where it stands alone also by which clock. */
const noteOf = (canvas: Canvas, {coverage}: Graphed, when: string): string => {
	const {query, graphZone, form} = canvas;
	const what = query.measure === 'duration' ? 'hours, ' : query.measure === 'users' ? 'users, ' : '';
	const zone = form === 'pane' || coverage?.zoneProven === false ? '' : `, ${graphZone ?? 'server time'}`;
	return `${what}${when}${zone}`;
};

/** A pane has its number before its title; where a page's trail ends nobody here knows. */
const headingsOf = (title: string, text: string, {form}: Canvas): readonly Heading[] =>
	form === 'pane' && text !== '' ? [{at: textWidth(title) + 7, text}] : [];

/** A view that is columns over an axis: with a cursor that reads values, and what opens for a column. */
export const graphView = <Data extends Graphed>(plan: GraphPlan<Data>): View => {
	const whenOf = (data: Data, scene: Scene): string =>
		plan.when?.(data, scene) ?? windowWords(scene.query.window, scene);
	return defineView<Data>({
		...plan,
		keys: {switches: plan.switches ?? []},
		coverage: ({coverage}) => coverage,
		draw: (found, canvas) => {
			const data = plan.drawn?.(found) ?? found;
			const headings = headingsOf(plan.title, plan.heading?.(data, canvas) ?? '', canvas);
			const base = {note: noteOf(canvas, data, whenOf(data, canvas)), keys: data.keys, headings};
			if (isNothing(data.graph)) return {...base, rows: sentenceRows([[{text: nothingWords(canvas)}]], canvas)};
			return {...base, ...(plan.draw?.(data, canvas) ?? {rows: chartRows(data, plan, canvas)})};
		},
		says: (data, voice) => {
			if (isNothing(data.graph)) return [nothingWords(voice)];
			const own = plan.says?.(data, voice);
			if (own) return own;
			const values = sumSeries(data.graph);
			const ends = endsOf(values, voice);
			const {measure} = voice.query;
			const words = (index: number): string => {
				const value = amountWords(values[index] ?? 0, measure, voice.glyphs);
				return `${plan.at} ${plan.nameOf(data.graph.categories[index] ?? '')}, ${value}`;
			};
			const total = sentence(
				`${amountWords(data.total ?? sumOf(values), measure, voice.glyphs)} in ${whenOf(data, voice)}`,
			);
			if (!ends) return [total];
			const also = [plan.also?.(data, voice) ?? ''].filter(Boolean).map(fact => sentence(fact));
			if (ends.most === ends.fewest) return [`Most ${words(ends.most)}.`, total, ...also];
			const fewest = measure === 'duration' ? 'least' : 'fewest';
			return [`Most ${words(ends.most)}; ${fewest} ${words(ends.fewest)}.`, total, ...also];
		},
		json: (data, scene) => plan.json?.(data, scene) ?? graphJson(data.graph),
		table: (data, scene) => plan.table?.(data, scene) ?? graphTable(plan.axis, data.graph),
		enter: (key, data, scene) => plan.enter?.(key, data, scene) ?? null,
	});
};
