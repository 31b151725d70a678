import {formatDay} from '../../canvas/clock.ts';
import {axisUnder, dateLabels} from '../../canvas/date-axis.ts';
import {formatChange} from '../../canvas/format.ts';
import {lineChart} from '../../canvas/line-chart.ts';
import type {Row} from '../../canvas/row.ts';
import type {Snapshot} from '../../domain/collection.ts';
import type {YAxis} from '../../domain/media.ts';
import type {Days} from '../../domain/period.ts';
import type {Canvas} from '../plan/scene.ts';
import {amount, windowWords} from '../plan/words.ts';
import {valueIn} from './data.ts';

const changeWords = (values: readonly number[], yAxis: YAxis, {glyphs}: Canvas): string => {
	const first = values[0];
	const last = values.at(-1);
	if (first === undefined || last === undefined || values.length < 2) return 'one snapshot so far';
	const change = yAxis === 'duration' ? (last - first) / 3600 : last - first;
	return `${formatChange(change, glyphs)}${yAxis === 'duration' ? ' h' : ''} since the first of ${values.length}`;
};

/** How a collection went, snapshot by snapshot, in at most `height` rows. */
export const trendRows = (
	snapshots: readonly Snapshot[],
	days: Days,
	yAxis: YAxis,
	canvas: Canvas,
	height: number,
): readonly Row[] => {
	const {glyphs, width, zone} = canvas;
	const points = snapshots.map(snapshot => valueIn(snapshot, days, yAxis));
	const values = points.filter(value => value !== null);
	const what = `${yAxis === 'duration' ? 'hours' : 'plays'} of ${windowWords({days}, canvas)}, snapshot by snapshot`;
	const words: Row = [{text: `   ${what}   ${changeWords(values, yAxis, canvas)}`, role: 'dim'}];
	if (values.length < 2 || height < 5) return [words].slice(0, height);
	const chart = lineChart({
		series: [{values: points, role: 'plain'}],
		width: width - 2,
		height: height - 2,
		glyphs,
		label: value => `  ${amount(value, yAxis, glyphs)}`,
	});
	const dates = snapshots.map(({collectedAt}) => formatDay(collectedAt, zone));
	return [words, ...chart.rows, axisUnder(dateLabels(dates, chart.plotWidth), chart.plotAt, chart.plotWidth)];
};
