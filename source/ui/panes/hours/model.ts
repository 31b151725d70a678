import type {AxisLabel} from '../../../canvas/axis.ts';
import {axisUnder, dateLabels} from '../../../canvas/date-axis.ts';
import {formatHour} from '../../../canvas/format.ts';
import {lineChart} from '../../../canvas/line-chart.ts';
import {maxOf, minOf, squeeze} from '../../../canvas/resample.ts';
import {type Role, type Row, rowWidth} from '../../../canvas/row.ts';
import {sparkline} from '../../../canvas/sparkline.ts';
import {type Graph, isNothing, sumOf, sumSeries, totalSeries, type Value} from '../../../domain/graph.ts';
import type {YAxis} from '../../../domain/media.ts';
import type {Days} from '../../../domain/period.ts';
import {amount, blank, cursorIndex, daysWords, nothingWords, sentences} from '../../components/cells.ts';
import {columnChart} from '../../components/column-chart.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';

/** Plays by hour of the day, and by date where the pane is zoomed. */
export type HoursData = {
	readonly days: Days;
	readonly yAxis: YAxis;
	readonly hours: Graph;
	readonly dates: Graph | null;
};

const hourWords = (category: string | undefined): string => `${(category ?? '').padStart(2, '0')}:00`;

/** As many hours as have room, from the first on; the last one where it stands clear of the one before. */
const hourLabels = (categories: readonly string[], step: number): readonly AxisLabel[] => {
	const every = step === 1 ? 6 : step < 4 ? 3 : 1;
	const last = categories.length - 1;
	return categories.flatMap((hour, index) =>
		index % every === 0 || (index === last && (last % every) * step > 4)
			? [{at: index * step, text: formatHour(hour)}]
			: [],
	);
};

const placeOf = (values: readonly Value[], wanted: number): number => Math.max(0, values.indexOf(wanted));

/** What stands beside or under the columns: the busiest hour, or the one that the cursor is on. */
const highlight = (
	data: HoursData,
	values: readonly Value[],
	frame: Frame,
): {heading: string; text: string; long: string} => {
	const {categories} = data.hours;
	const at = frame.selection ? cursorIndex(frame, categories) : -1;
	if (at >= 0) {
		const known = values[at] ?? null;
		const hour = hourWords(categories[at]);
		if (known === null) return {heading: hour, text: '?', long: `not known at ${hour}`};
		const value = amount(known, data.yAxis, frame.glyphs);
		return {heading: hour, text: value, long: `${value}${data.yAxis === 'plays' ? ' plays' : ''} at ${hour}`};
	}
	if (maxOf(values) === 0) {
		const all = amount(sumOf(values), data.yAxis, frame.glyphs);
		return {heading: 'in all', text: all, long: `${all} in all`};
	}
	const most = hourWords(categories[placeOf(values, maxOf(values))]);
	const fewest = hourWords(categories[placeOf(values, minOf(values))]);
	return {heading: 'most', text: most, long: `most at ${most}, fewest at ${fewest}`};
};

const columns = (data: HoursData, frame: Frame, height: number): readonly Row[] => {
	const {glyphs} = frame;
	const values = sumSeries(data.hours);
	const max = maxOf(values);
	const top = amount(max, data.yAxis, glyphs);
	const words = highlight(data, values, frame);
	const under = height >= 8;
	const chart = columnChart({
		values,
		labels: step => hourLabels(data.hours.categories, step),
		width: frame.width,
		height: height - (under ? 2 : 1),
		max,
		top,
		bottom: '0',
		gutter: Math.max(4, top.length + 1),
		glyphs,
		selected: frame.selection ? cursorIndex(frame, data.hours.categories) : -1,
	});
	if (under)
		return [...chart.rows, chart.axis, [blank(Math.max(4, top.length + 1) + 1), {text: words.long, role: 'dim'}]];
	const side = (row: Row, text: string): Row =>
		frame.width - chart.width >= 7 ? [...row, blank(chart.width - rowWidth(row) + 2), {text, role: 'dim'}] : row;
	return [...chart.rows.map((row, index) => side(row, [words.heading, words.text][index] ?? '')), chart.axis];
};

const lineRoles: readonly Role[] = ['accent', 'plain', 'dim', 'bold'];

/** Plays by date, a line for each kind of media that was played at all. */
const dateLines = (data: HoursData, dates: Graph, frame: Frame, height: number): readonly Row[] => {
	const {glyphs} = frame;
	const played = dates.series.filter(({name, values}) => name !== totalSeries && values.some(value => value !== 0));
	const lines = played.map(({values}, index) => ({values, role: lineRoles[index % lineRoles.length] ?? 'plain'}));
	const legend = played.flatMap(({name, values}, index) => [
		{text: `${glyphs.box.heavyRule} ${name} `, role: lineRoles[index % lineRoles.length] ?? 'plain'},
		{
			text: `${amount(sumOf(values), data.yAxis, glyphs)}    `,
			role: 'dim' as const,
		},
	]);
	const chart = lineChart({
		series: lines,
		width: frame.width - 2,
		height: height - 2,
		glyphs,
		label: value => ` ${amount(value, data.yAxis, glyphs)}`,
	});
	return [
		[blank(1), {text: 'by date   ', role: 'bold'}, ...legend],
		...chart.rows,
		axisUnder(dateLabels(dates.categories, chart.plotWidth), chart.plotAt, chart.plotWidth),
	];
};

const noteOf = (data: HoursData, frame: Frame): string => {
	const what = data.yAxis === 'duration' ? 'hours, ' : '';
	const zone = frame.width < 50 ? '' : `, ${frame.graphZone ?? 'server time'}`;
	return `${what}${daysWords(data.days)}${zone}`;
};

/** Plays by hour of the day as columns from zero; zoomed, plays by date as lines below. */
export const hoursModel = (data: HoursData, frame: Frame): PaneModel => {
	const base = {headings: [], note: noteOf(data, frame), keys: data.hours.categories};
	if (isNothing(data.hours)) {
		return {...base, rows: sentences([[{text: nothingWords(data.days, data.yAxis)}]], frame)};
	}
	if (!data.dates || frame.height < 14) return {...base, rows: columns(data, frame, frame.height)};
	const lower = Math.floor(frame.height * 0.55);
	return {
		...base,
		rows: [...columns(data, frame, frame.height - lower - 1), [], ...dateLines(data, data.dates, frame, lower)],
	};
};

/** Cells of the line that are not the sparkline's where there is least room. */
const tinyTitleCells = 10;

/** As one line: the day as a sparkline, and its busiest hour. */
export const hoursBrief = (data: HoursData, frame: Frame): Brief => {
	const values = sumSeries(data.hours);
	if (isNothing(data.hours)) return {body: [{text: 'nothing played'}], note: ''};
	const max = maxOf(values);
	const most = data.hours.categories[placeOf(values, max)];
	const shown = squeeze(values, Math.max(4, frame.width - tinyTitleCells));
	const note = max > 0 ? `most ${most ?? ''}` : amount(sumOf(values), data.yAxis, frame.glyphs);
	return {body: [{text: sparkline(shown, max, frame.glyphs)}], note};
};
