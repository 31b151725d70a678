import {formatCategory} from '../canvas/clock.ts';
import {columnChart} from '../canvas/column-chart.ts';
import {maxOf, squeeze} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {sparkline} from '../canvas/sparkline.ts';
import {padEnd, padStart} from '../canvas/widths.ts';
import {type Graph, isNothing, sumOf, sumSeries, totalSeries} from '../domain/graph.ts';
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

/** One line a media type on one scale, so that they can be compared: name, sparkline, sum. */
const seriesRows = (graph: Graph, yAxis: YAxis, {width, glyphs}: Frame): Row[] => {
	const series = graph.series.filter(({name, values}) => name !== totalSeries && values.some(value => value !== 0));
	const max = maxOf(...series.map(({values}) => values));
	const label = axisCount(yAxis, glyphs);
	return series.map(({name, values}): Row => {
		const line = sparkline(squeeze(values, width - 20), max, glyphs);
		return [
			{text: padEnd(name, 8, glyphs.cut)},
			{text: ` ${line} `, role: 'accent'},
			{text: padStart(label(sumOf(values)), 9, glyphs.cut)},
		];
	});
};

const draw = (graph: Graph, days: Days, yAxis: YAxis, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const values = sumSeries(graph);
	const total = sumOf(values);
	const title = yAxis === 'plays' ? 'Plays by date' : 'Hours played by date';
	const head = titleRows(title, `${windowName(days)}, ${frame.zoneName}`, frame);
	if (isNothing(graph)) return [...head, [{text: nothingWords(yAxis)}]];
	const categories = graph.categories.map(formatCategory);
	const chart = columnChart({
		values,
		categories,
		width,
		height: 8,
		glyphs,
		label: axisCount(yAxis, glyphs),
		every: Math.ceil(values.length / 5),
	});
	const squeezed =
		values.length >= width - 6 ? [[{text: 'A column is the busiest of several days.', role: 'dim'} as const]] : [];
	const max = maxOf(values);
	const most = max > 0 ? `most on ${categories[values.indexOf(max)] ?? ''}   ` : '';
	const mean = axisCount(yAxis, glyphs)(total / values.length);
	const facts = `${most}${mean} a day   ${wholeCount(total, yAxis, glyphs)} in all`;
	return [...head, ...chart, ...squeezed, [], [{text: facts}], [], ...seriesRows(graph, yAxis, frame)];
};

/** `tautop days`: how much is watched, day by day. */
export const days: Command = {
	name: 'days',
	summary: 'plays by date',
	usage: '',
	args: {min: 0, max: 0},
	flags: [daysFlag, yAxisFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const window = daysOf(context);
		const yAxis = yAxisOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const graph = await sources.days({days: window, yAxis}, context.signal);
			printReport(context, settings, {
				json: graphJson(graph),
				table: graphTable('date', graph),
				draw: frame => draw(graph, window, yAxis, frame),
			});
			return 0;
		});
	},
};
