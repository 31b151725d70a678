import {patternBar, shareBar} from '../canvas/bars.ts';
import {formatCategory} from '../canvas/clock.ts';
import {columnChart} from '../canvas/column-chart.ts';
import {formatCount, formatShare} from '../canvas/format.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {padEnd, padStart} from '../canvas/widths.ts';
import {concurrentSeries, type Graph, isNothing, seriesValues, sumOf, withoutPeaks} from '../domain/graph.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import {drawnShares, transcodeShares, typeTotals, wholeOf} from '../stats/stream-shares.ts';
import type {Command} from './command.ts';
import {axisCount, wholeCount} from './counts.ts';
import {daysOf, yAxisOf} from './flag-values.ts';
import {daysFlag, outputFlags, yAxisFlag} from './flags.ts';
import {graphJson, graphTable} from './graph-report.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {nothingWords, titleRows, windowName} from './words.ts';

const bars = (graph: Graph, yAxis: YAxis, {width, glyphs}: Frame): Row[] => {
	const totals = typeTotals(graph);
	const whole = wholeOf(totals);
	const cells = Math.max(4, Math.min(40, width - 33));
	return totals.map(({name, total}): Row => {
		const bar = name === 'Transcode' ? patternBar : shareBar;
		return [
			{text: `${padEnd(name.toLowerCase(), 13, glyphs.cut)} `},
			...bar(whole > 0 ? total / whole : 0, cells, glyphs),
			{text: padStart(formatShare(total, whole), 7, glyphs.cut)},
			{text: padStart(axisCount(yAxis, glyphs)(total), 10, glyphs.cut)},
		];
	});
};

const mostAtOnce = (graph: Graph, {glyphs}: Frame): string => {
	const streams = seriesValues(graph, concurrentSeries);
	const most = maxOf(streams);
	if (most === 0) return streams.includes(null) ? 'the most streams at once are not known' : '';
	const day = formatCategory(graph.categories[streams.indexOf(most)] ?? '');
	return `most streams at once on one day: ${formatCount(most, glyphs)}, ${day}`;
};

const draw = (graph: Graph, days: Days, yAxis: YAxis, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const total = sumOf(typeTotals(graph).map(type => type.total));
	const aside = `${wholeCount(total, yAxis, glyphs)}, ${windowName(days)}`;
	const head = titleRows('Stream types', aside, frame);
	if (isNothing(withoutPeaks(graph))) return [...head, [{text: nothingWords(yAxis)}]];
	const chart = columnChart({
		values: drawnShares(transcodeShares(graph)),
		categories: graph.categories.map(formatCategory),
		width,
		height: 4,
		glyphs,
		label: share => `${Math.round(100 * share)} %`,
		every: Math.ceil(graph.categories.length / 5),
	});
	return [
		...head,
		...bars(graph, yAxis, frame),
		[],
		[{text: 'transcode share, day by day', role: 'dim'}],
		...chart,
		[],
		[{text: mostAtOnce(graph, frame)}],
	];
};

/** `tautop types`: what it costs, and how many streams ran at once. */
export const types: Command = {
	name: 'types',
	summary: 'direct play, direct stream and transcode by date, with the most streams at once',
	usage: '',
	args: {min: 0, max: 0},
	flags: [daysFlag, yAxisFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const days = daysOf(context);
		const yAxis = yAxisOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const graph = await sources.types({days, yAxis}, context.signal);
			printReport(context, settings, {
				json: graphJson(graph),
				table: graphTable('date', graph),
				draw: frame => draw(graph, days, yAxis, frame),
			});
			return 0;
		});
	},
};
