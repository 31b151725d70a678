import {columnChart} from '../canvas/column-chart.ts';
import {formatHour} from '../canvas/format.ts';
import {maxOf, minOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {type Graph, isNothing, sumOf, sumSeries} from '../domain/graph.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Command} from './command.ts';
import {axisCount, wholeCount} from './counts.ts';
import {daysOf, yAxisOf} from './flag-values.ts';
import {daysFlag, outputFlags, yAxisFlag} from './flags.ts';
import {graphJson, graphTable} from './graph-report.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {nothingWords, titleRows, windowName} from './words.ts';

const bySeries = (graph: Graph, yAxis: YAxis, {glyphs}: Frame): string =>
	graph.series
		.map(({name, values}) => ({name, total: sumOf(values)}))
		.filter(({total}) => total !== 0)
		.map(({name, total}) => `${name} ${axisCount(yAxis, glyphs)(total)}`)
		.join('   ');

const draw = (graph: Graph, days: Days, yAxis: YAxis, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const values = sumSeries(graph);
	const total = sumOf(values);
	const title = yAxis === 'plays' ? 'Plays by hour of day' : 'Hours played by hour of day';
	const head = titleRows(title, `${windowName(days)}, ${frame.zoneName}`, frame);
	if (isNothing(graph)) return [...head, [{text: nothingWords(yAxis)}]];
	const most = maxOf(values);
	const fewest = minOf(values);
	const at = (value: number): string => `${graph.categories[values.indexOf(value)] ?? '?'}:00`;
	const chart = columnChart({
		values,
		categories: graph.categories.map(formatHour),
		width,
		height: 8,
		glyphs,
		label: axisCount(yAxis, glyphs),
		every: 3,
	});
	const ends = most > 0 ? `most at ${at(most)}   fewest at ${at(fewest)}   ` : '';
	const facts = `${ends}${wholeCount(total, yAxis, glyphs)} in all`;
	return [...head, ...chart, [], [{text: facts}], [{text: bySeries(graph, yAxis, frame), role: 'dim'}]];
};

/** `tautop hours`: when people watch. */
export const hours: Command = {
	name: 'hours',
	summary: 'plays by hour of day',
	usage: '',
	args: {min: 0, max: 0},
	flags: [daysFlag, yAxisFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const days = daysOf(context);
		const yAxis = yAxisOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const graph = await sources.hours({days, yAxis}, context.signal);
			printReport(context, settings, {
				json: graphJson(graph),
				table: graphTable('hour', graph),
				draw: frame => draw(graph, days, yAxis, frame),
			});
			return 0;
		});
	},
};
