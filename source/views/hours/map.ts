import {axisRow} from '../../canvas/axis.ts';
import {formatCount, formatDecimal, formatHour} from '../../canvas/format.ts';
import {heatRows} from '../../canvas/heat-map.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Row} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {sumSeries} from '../../domain/plays/graph.ts';
import {weekOrder} from '../../stats/week.ts';
import type {Graphed} from '../plan/graph-view.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas} from '../plan/scene.ts';
import {amount} from '../plan/words.ts';
import {type AverageWeek, dayNames, quietWords} from './week.ts';

/** Cells before the hours: a weekday and a blank; and of the scale behind them. */
const dayCells = 4;
const scaleCells = 9;

/** A number of an average hour: "6.7", "13". */
const number = (value: number, canvas: Canvas): string => {
	if (canvas.query.measure === 'duration') return amount(value, 'duration', canvas.glyphs);
	return value < 9.95 ? formatDecimal(value) : formatCount(value, canvas.glyphs);
};

/** Where each shade ends, beside the first rows. */
const scale = (max: number, {glyphs, ...canvas}: Canvas): readonly string[] => [
	...[1, 1 / 2, 1 / 4, 1 / 8].map(
		(part, index) => `${glyphs.shades[3 - index] ?? ''} ${number(max * part, {glyphs, ...canvas})}`,
	),
	`${glyphs.track} 0`,
];

/** The week as a map: a row a day, a shade an average hour; the hours of all days below it. Null: there is no room. */
export const mapRows = (week: AverageWeek, {graph, keys}: Graphed, canvas: Canvas): readonly Row[] | null => {
	if (canvas.height < 9 || canvas.width < 30) return null;
	const {glyphs, width, own, focused} = canvas;
	const step = Math.max(1, Math.min(4, Math.floor((width - dayCells - 2) / 24)));
	const hasScale = width - 1 >= dayCells + 24 * step + scaleCells;
	const max = maxOf(...week.average);
	const hours = sumSeries(graph);
	const labels = keys.flatMap((hour, index) => (index % 3 === 0 ? [{at: index * step, text: formatHour(hour)}] : []));
	const here = focused && own.selection ? selectedIndex(own.selection, keys) : -1;
	const lit = [...sparkline(hours, maxOf(hours), glyphs)].map((sign, hour) => ({
		text: sign.repeat(step),
		role: hour === here ? ('accent' as const) : ('plain' as const),
	}));
	const days = heatRows({
		rows: weekOrder.map((day, row) => ({
			label: (dayNames[day] ?? '').slice(0, 3),
			values: week.average[row] ?? [],
		})),
		step,
		max,
		glyphs,
		selected: -1,
	});
	const ends = hasScale ? scale(max, canvas) : [];
	const words = joinWhole(
		[quietWords(week), `most ${number(max, canvas)} in an average hour`],
		'   ',
		width - dayCells - 1,
	);
	return [
		...days.map((row, index): Row => (ends[index] ? [...row, {text: ` ${ends[index]}`, role: 'dim'}] : row)),
		[{text: 'all ', role: 'dim'}, ...lit],
		[{text: `${' '.repeat(dayCells)}${axisRow(labels, 24 * step)}`, role: 'dim'}],
		...(canvas.height >= 10 ? [[{text: `${' '.repeat(dayCells)}${words}`, role: 'dim' as const}]] : []),
	];
};
