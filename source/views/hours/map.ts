import {axisRow} from '../../canvas/axis.ts';
import {drawColumns} from '../../canvas/columns.ts';
import {formatHour} from '../../canvas/format.ts';
import {heatRows, shadeEnds} from '../../canvas/heat-map.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Row, Span} from '../../canvas/row.ts';
import {padEnd, padStart, textWidth} from '../../canvas/widths.ts';
import {sumSeries} from '../../domain/plays/graph.ts';
import {weekOrder} from '../../stats/week.ts';
import {chartCursor} from '../plan/cells.ts';
import {valueRows} from '../plan/graph-chart.ts';
import type {Graphed} from '../plan/graph-view.ts';
import {bareAmount, seriesWords} from '../plan/graph-words.ts';
import type {Canvas} from '../plan/scene.ts';
import {type MapPlan, planMap} from './map-plan.ts';
import {type AverageWeek, averageNumber, dayNames, mapKeys, weekCells} from './week.ts';

/** "█ 13", "▓6.7", and what nothing looks like. */
const legendOf = (max: number, {glyphs, query}: Canvas): readonly string[] => [
	...shadeEnds
		.map((part, index) => `${glyphs.shades[index] ?? ''}${padStart(averageNumber(max * part, query.measure), 3, '')}`)
		.toReversed(),
	`${glyphs.track}${padStart('0', 3, '')}`,
];

/** The hours of all days as bars under the map, as many rows as there are for them; the largest and 0 at their side. */
const barRows = (data: Graphed, here: number, plan: MapPlan, canvas: Canvas): readonly Row[] => {
	const {glyphs, query} = canvas;
	const values = sumSeries(data.graph);
	const max = maxOf(values);
	const gap = plan.step > 2 ? 1 : 0;
	const rows = drawColumns({values, height: plan.bars, max, glyphs, gap, thickness: plan.step - gap});
	const most = bareAmount(max, query.measure, glyphs);
	const at = here * plan.step;
	return rows.map((text, row): Row => {
		const alone = plan.bars === 1;
		const mark = alone ? 'all' : row === 0 ? most : row === plan.bars - 1 ? '0' : '';
		const label: Span = {
			text: alone ? ` ${padEnd(mark, plan.gutter - 1, '')}` : `${padStart(mark, plan.gutter - 1, '')} `,
			role: 'dim',
		};
		const lit: Row =
			here < 0
				? [{text}]
				: [
						{text: text.slice(0, at)},
						{text: text.slice(at, at + plan.step - gap), role: 'accent'},
						{text: text.slice(at + plan.step - gap)},
					];
		const aside: Row = alone && plan.aside > 0 ? [{text: padStart(most, plan.aside, ''), role: 'dim'}] : [];
		return [label, ...lit, ...aside];
	});
};

/** The hours under the map; where the cursor is, that hour in any case. */
const hoursUnder = (hours: readonly string[], here: number, {step, gutter}: MapPlan): Row => {
	const every = step >= 4 ? 1 : 3;
	const labels = hours.flatMap((hour, index) =>
		index % every === 0 ? [{at: index * step, text: formatHour(hour)}] : [],
	);
	const line = axisRow(labels, hours.length * step);
	if (here < 0 || every === 1) return [{text: ' '.repeat(gutter) + line, role: 'dim'}];
	const name = formatHour(hours[here] ?? '');
	const at = here * step;
	const free = line.slice(Math.max(0, at - 1), at + name.length + 1).trim() === '';
	const text = free ? padEnd(line, hours.length * step, '') : line;
	return free
		? [
				{text: ' '.repeat(gutter) + text.slice(0, at), role: 'dim'},
				{text: name, role: 'accent'},
				{text: text.slice(at + name.length), role: 'dim'},
			]
		: [{text: ' '.repeat(gutter) + line, role: 'dim'}];
};

/**
 * The week as a map, a row a day and a shade an average hour, and the hours of all days as bars below it. `facts` is what there is to
 * say, or what the cursor is on. Null: there is no room.
 */
export const mapRows = (week: AverageWeek, data: Graphed, canvas: Canvas, facts: string): readonly Row[] | null => {
	const {glyphs, query} = canvas;
	const max = maxOf(...week.average);
	const legend = legendOf(max, canvas);
	const most = bareAmount(maxOf(sumSeries(data.graph)), query.measure, glyphs);
	const plan = planMap(canvas, Math.max(textWidth(most), ...legend.map(textWidth)), textWidth(most));
	if (!plan) return null;
	const here = chartCursor(canvas, mapKeys);
	const hour = here < 0 ? -1 : here % 24;
	const days = heatRows({
		rows: weekOrder.map((day, row) => ({
			label: padEnd((dayNames[day] ?? '').slice(0, 3), plan.gutter - 2, ''),
			values: week.average[row] ?? [],
		})),
		step: plan.step,
		tall: plan.tall,
		max,
		glyphs,
		selected: here < weekCells ? here : -1,
	});
	const withLegend = days.map((row, index): Row => {
		const end = plan.aside > 0 ? legend[index] : undefined;
		return end === undefined ? row : [...row, {text: padStart(end, plan.aside, ''), role: 'dim'}];
	});
	const values = plan.values ? valueRows(data.graph, canvas, plan.gutter, plan.step) : [];
	const indent = ' '.repeat(plan.gutter);
	const room = canvas.width - plan.gutter - 1;
	const scale: Row = [{text: `${indent}${[...legend, `all to ${most}`].join('  ')}`, role: 'dim'}];
	const words: Row = [{text: `${indent}${facts}`}];
	const isShort = plan.aside === 0 && plan.words === 1 && here < 0;
	const below: readonly Row[] = [
		...(isShort ? [scale] : [words]),
		...(plan.aside > 0 ? [] : [scale]),
		...(values.length > 0 ? [] : [[{text: `${indent}${seriesWords(data, canvas, room)}`, role: 'dim' as const}]]),
	];
	return [
		...withLegend,
		...barRows(data, hour, {...plan, bars: plan.bars - values.length}, canvas),
		hoursUnder(data.keys, hour, plan),
		...values,
		...below.slice(0, plan.words),
	];
};
