import type {AxisLabel} from '../canvas/axis.ts';
import {axisRow} from '../canvas/axis.ts';
import {formatHour} from '../canvas/format.ts';
import {heatRows} from '../canvas/heat-map.ts';
import {maxOf, minOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {sparkline} from '../canvas/sparkline.ts';
import {isNothing, sumOf, sumSeries} from '../domain/plays/graph.ts';
import {measured} from '../stats/graph-of.ts';
import {type Graphed, graphView} from './plan/graph-view.ts';
import {selectedIndex, switchValue} from './plan/own.ts';
import type {Canvas} from './plan/scene.ts';
import {handful} from './plan/shares.ts';
import type {Asking, Line} from './plan/view.ts';
import {amount} from './plan/words.ts';
import {askTime} from './plays/time-view.ts';

/** Plays by hour, and by weekday and hour where the map is drawn. */
type Hours = Graphed & {
	/** Seven rows of 24, Sunday first; null: the bars are drawn. */
	readonly map: ReadonlyArray<readonly number[]> | null;
};

const way = {id: 'draw', action: 'draw', values: ['bars', 'map'], asks: true} as const;

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

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Monday first: the evening of a weekend stands together. */
const dayOrder = [1, 2, 3, 4, 5, 6, 0];

const askMap = async ({sources, query, signal}: Asking): Promise<Hours['map']> => {
	const {window, where, measure} = query;
	const counts = await sources.plays({by: 'calendar', split: 'nothing', window, where, measure}, signal);
	const values = new Map(counts.rows.map(row => [row.key, measured(row, measure)]));
	return dayNames.map((_, day) =>
		Array.from({length: 24}, (_value, hour) => values.get(`${day}-${String(hour).padStart(2, '0')}`) ?? 0),
	);
};

/** The three hours in a row, on one day of the week, with the least; the first of equals. */
const quietest = (map: NonNullable<Hours['map']>): string => {
	let best = {sum: Number.POSITIVE_INFINITY, day: 0, hour: 0};
	for (const day of dayOrder) {
		const values = map[day] ?? [];
		for (let hour = 0; hour + 3 <= values.length; hour++) {
			const sum = sumOf(values.slice(hour, hour + 3));
			if (sum < best.sum) best = {sum, day, hour};
		}
	}
	const two = (hour: number): string => String(hour).padStart(2, '0');
	return `quiet: ${dayNames[best.day]} ${two(best.hour)}-${two(best.hour + 3)}`;
};

const mapRows = ({map, graph, keys}: Hours, canvas: Canvas): readonly Row[] | null => {
	if (!map || canvas.height < 9 || canvas.width < 30) return null;
	const {glyphs, width, own, focused, query} = canvas;
	const step = Math.max(1, Math.min(4, Math.floor((width - 10) / 24)));
	const max = Math.max(...map.flat());
	const hours = sumSeries(graph);
	const labels = keys.flatMap((hour, index) => (index % 3 === 0 ? [{at: index * step, text: formatHour(hour)}] : []));
	const here = focused && own.selection ? selectedIndex(own.selection, keys) : -1;
	const all = sparkline(hours, maxOf(hours), glyphs);
	const lit = [...all].map((sign, hour) => ({
		text: sign.repeat(step),
		role: hour === here ? ('accent' as const) : ('plain' as const),
	}));
	const legend = `most ${amount(max, query.measure, glyphs)} in an hour of the week   ${quietest(map)}`;
	return [
		...heatRows({
			rows: dayOrder.map(day => ({label: dayNames[day] ?? '', values: map[day] ?? []})),
			step,
			max,
			glyphs,
			selected: -1,
		}),
		[{text: 'all ', role: 'dim'}, ...lit],
		[{text: `    ${axisRow(labels, 24 * step)}`, role: 'dim'}],
		...(canvas.height >= 10 ? [[{text: `    ${legend}`, role: 'dim' as const}]] : []),
	];
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
	ask: async asking => ({
		...(await askTime(asking, 'hour')),
		map: switchValue(asking.own, way) === 'map' ? await askMap(asking) : null,
	}),
	draw: mapRows,
	line: lineOf,
	enter: key => ({view: 'history', where: {hour: [{id: String(Number(key)), name: hourName(key)}]}}),
});
