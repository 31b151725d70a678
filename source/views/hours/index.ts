import type {AxisLabel} from '../../canvas/axis.ts';
import {formatHour, plural} from '../../canvas/format.ts';
import {maxOf, minOf} from '../../canvas/resample.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {isNothing, sumOf, sumSeries} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {chartCursor} from '../plan/cells.ts';
import {type Graphed, graphJson, graphView} from '../plan/graph-view.ts';
import {type Switch, switchValue} from '../plan/own.ts';
import type {Canvas, Drawing} from '../plan/scene.ts';
import type {Line, Step} from '../plan/view.ts';
import {askTime} from '../plays/time-view.ts';
import {mapRows} from './map.ts';
import {type AverageWeek, askWeek, averageNumber, dayNames, mapKeys, placeWords, quietWords, weekJson} from './week.ts';

/** Plays by hour, and the average week (null: there is none to speak of). */
type Hours = Graphed & {readonly week: AverageWeek | null};

const way: Switch = {
	id: 'draw',
	action: 'draw',
	values: ['map', 'bars'],
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

/** "most 21:00, quiet Tue 04-07"; the day as a sparkline before it where there is room. */
const lineOf = ({graph, week}: Hours, {width, glyphs, query}: Canvas): Line => {
	const values = sumSeries(graph);
	if (isNothing(graph)) return {body: [{text: 'nothing played'}], note: ''};
	const max = maxOf(values);
	const day = sparkline(values, max, glyphs);
	if (query.measure === 'plays' && sumOf(values) < handful)
		return {body: [{text: width < 70 ? plural(sumOf(values), 'play', 'plays', glyphs) : day}], note: ''};
	const most = `most ${hourName(graph.categories[values.indexOf(max)] ?? '')}`;
	const words = joinWhole([most, quietWords(week).replace(':', '')], ', ', width - 14);
	return {body: [{text: width < 70 ? words : `${day}  ${words}`}], note: ''};
};

/** The week as a map; null: there is no week to speak of, no room, or the bars are wanted. */
const drawMap = (data: Hours, canvas: Canvas): (Partial<Drawing> & Pick<Drawing, 'rows'>) | null => {
	const {week, graph} = data;
	if (!week || switchValue(canvas.own, way) === 'bars') return null;
	const values = sumSeries(graph);
	const here = chartCursor(canvas, mapKeys);
	const place = here < 0 ? null : placeWords(mapKeys[here] ?? '', week, values, canvas);
	const most = values.indexOf(maxOf(values));
	const fewest = values.indexOf(minOf(values));
	const isPane = canvas.form === 'pane';
	const facts = [
		`most at ${hourName(data.keys[most] ?? '')}`,
		most === fewest
			? ''
			: `${canvas.query.measure === 'duration' ? 'least' : 'fewest'} at ${hourName(data.keys[fewest] ?? '')}`,
		isPane ? '' : quietWords(week),
		`most ${averageNumber(maxOf(...week.average), canvas.query.measure)} in an average hour`,
	];
	const rows = mapRows(week, data, canvas, place ?? joinWhole(facts, ', ', canvas.width - 10));
	if (!rows) return null;
	const noted = place !== null && canvas.height < 10 ? {note: place, headings: []} : {};
	return {rows, keys: mapKeys, across: 24, ...noted};
};

/** History of an hour of the week, or of that hour of all days. */
const opened = (key: string): Step => {
	const [day, hour = ''] = key.includes('-') ? key.split('-') : [undefined, key];
	const atHour = {hour: [{id: String(Number(hour)), name: hourName(hour)}]};
	return {
		view: 'history',
		where: day === undefined ? atHour : {weekday: [{id: day, name: dayNames[Number(day)] ?? day}], ...atHour},
	};
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
	heading: ({week}, {width}) => (width < 50 ? '' : quietWords(week)),
	draw: drawMap,
	line: lineOf,
	json: ({graph, week}) => ({...graphJson(graph), ...weekJson(week)}),
	enter: opened,
});
