import type {AxisLabel} from '../../canvas/axis.ts';
import {formatHour} from '../../canvas/format.ts';
import {maxOf, minOf} from '../../canvas/resample.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {isNothing, sumOf, sumSeries} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {type Graphed, graphJson, graphView} from '../plan/graph-view.ts';
import {type Switch, switchValue} from '../plan/own.ts';
import type {Canvas} from '../plan/scene.ts';
import type {Line} from '../plan/view.ts';
import {askTime} from '../plays/time-view.ts';
import {mapRows} from './map.ts';
import {type AverageWeek, askWeek, quietWords, weekJson} from './week.ts';

/** Plays by hour, and the average week (null: there is none to speak of). */
type Hours = Graphed & {readonly week: AverageWeek | null};

const way: Switch = {
	id: 'draw',
	action: 'draw',
	values: ['bars', 'map'],
	asks: false,
	flag: {name: 'draw', takes: 'value', summary: 'how a terminal shows it'},
};

const hourName = (hour: string): string => `${hour.padStart(2, '0')}:00`;

/** As many hours as have room, from the first on; the last one where it stands clear of the one before. */
const hourLabels = (hours: readonly string[], step: number): readonly AxisLabel[] => {
	const every = step === 1 ? 6 : step < 4 ? 3 : 1;
	const last = hours.length - 1;
	return hours.flatMap((hour, index) =>
		index % every === 0 || (index === last && (last % every) * step > 4)
			? [{at: index * step, text: formatHour(hour)}]
			: [],
	);
};

/** The day as a sparkline, and its busiest hour. */
const lineOf = ({graph}: Hours, {width, glyphs}: Canvas): Line => {
	const values = sumSeries(graph);
	if (isNothing(graph)) return {body: [{text: 'nothing played'}], note: ''};
	const max = maxOf(values);
	const hourAt = (value: number): string => hourName(graph.categories[values.indexOf(value)] ?? '');
	if (sumOf(values) < handful) return {body: [{text: sparkline(values, max, glyphs)}], note: ''};
	const words = width < 46 ? `most ${hourAt(max)}` : `most ${hourAt(max)}, fewest ${hourAt(minOf(values))}`;
	return {body: [{text: sparkline(values, max, glyphs)}], note: words};
};

/** When people watch, and when it is quiet. */
export const hours = graphView<Hours>({
	name: 'hours',
	title: 'Plays by hour',
	short: 'Hours',
	summary: 'plays by hour of day, or as a map of the week',
	takes: {window: 'any', past: true, measure: ['plays', 'duration', 'users'], narrowing: true},
	switches: [way],
	axis: 'hour',
	at: 'at',
	nameOf: hourName,
	labels: hourLabels,
	ask: async asking => {
		const [hours, week] = await Promise.all([askTime(asking, 'hour'), askWeek(asking)]);
		return {...hours, week};
	},
	also: ({week}) => quietWords(week),
	// Without a week to speak of the bars stay.
	draw: (data, canvas) =>
		data.week && switchValue(canvas.own, way) === 'map' ? mapRows(data.week, data, canvas) : null,
	line: lineOf,
	json: ({graph, week}) => ({...graphJson(graph), ...weekJson(week)}),
	enter: key => ({view: 'history', where: {hour: [{id: String(Number(key)), name: hourName(key)}]}}),
});
