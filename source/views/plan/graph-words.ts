import {formatCount, formatDecimal} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {maxOf, minOf} from '../../canvas/resample.ts';
import {joinWhole} from '../../canvas/widths.ts';
import type {Measure} from '../../domain/media.ts';
import {sumOf, sumSeries, type Value} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {chartCursor} from './cells.ts';
import type {Graphed, GraphPlan} from './graph-view.ts';
import type {Canvas, Scene} from './scene.ts';
import {shareWords} from './shares.ts';
import {amount, amountWords} from './words.ts';

/** A number at a scale, where the title says what it counts: "1 204", and hours as "13", "6.7". */
export const bareAmount = (value: number, measure: Measure, glyphs: Glyphs): string => {
	if (measure !== 'duration') return formatCount(value, glyphs);
	const hours = value / 3600;
	return hours === 0 || Math.abs(hours) >= 9.95 ? formatCount(hours, glyphs) : formatDecimal(hours);
};

/** The highest and the lowest category; under ten plays nothing is the most. */
export const endsOf = (
	values: readonly Value[],
	{query}: Scene,
): {readonly most: number; readonly fewest: number} | null => {
	const max = maxOf(values);
	if (max <= 0 || (query.measure === 'plays' && sumOf(values) < handful)) return null;
	return {most: values.indexOf(max), fewest: values.indexOf(minOf(values))};
};

const nameAt = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, index: number): string =>
	plan.nameOf(data.graph.categories[index] ?? '');

const fewestWord = ({query}: Scene): string => (query.measure === 'duration' ? 'least' : 'fewest');

const totalWords = (data: Graphed, {query, glyphs}: Scene): string =>
	amountWords(data.total ?? sumOf(sumSeries(data.graph)), query.measure, glyphs);

/** What the cursor is on: "299 plays at 21:00"; null: there is no cursor. */
const cursorWords = <Data extends Graphed>(data: Data, plan: GraphPlan<Data>, canvas: Canvas): string | null => {
	const index = chartCursor(canvas, data.keys);
	if (index === -1) return null;
	const value = sumSeries(data.graph)[index] ?? null;
	const words = value === null ? 'not known' : amountWords(value, canvas.query.measure, canvas.glyphs);
	return `${words} ${plan.at} ${nameAt(data, plan, index)}`;
};

/** "most at 21:00, fewest at 04:00"; what the cursor is on, where there is one. */
export const factWords = <Data extends Graphed>(
	data: Data,
	plan: GraphPlan<Data>,
	canvas: Canvas,
	room: number,
): string => {
	const here = cursorWords(data, plan, canvas);
	if (here !== null) return here;
	const ends = endsOf(sumSeries(data.graph), canvas);
	if (!ends) return `${totalWords(data, canvas)} in all`;
	const parts = [`most ${plan.at} ${nameAt(data, plan, ends.most)}`];
	if (ends.most !== ends.fewest) parts.push(`${fewestWord(canvas)} ${plan.at} ${nameAt(data, plan, ends.fewest)}`);
	return joinWhole([...parts, plan.also?.(data, canvas) ?? ''], ', ', room);
};

/** The same in short lines, for the few cells beside a small chart. */
export const factLines = <Data extends Graphed>(
	data: Data,
	plan: GraphPlan<Data>,
	canvas: Canvas,
	room: number,
): readonly string[] => {
	const {query, glyphs} = canvas;
	const values = sumSeries(data.graph);
	const index = chartCursor(canvas, data.keys);
	if (index !== -1) {
		const value = values[index] ?? null;
		if (value === null) return [nameAt(data, plan, index), '?'];
		const words = amountWords(value, query.measure, glyphs);
		return [nameAt(data, plan, index), words.length <= room ? words : amount(value, query.measure, glyphs)];
	}
	const ends = endsOf(values, canvas);
	if (!ends) return totalWords(data, canvas).split(' ');
	const most = nameAt(data, plan, ends.most);
	if (`most ${most}`.length > room) return ['most', most];
	return [`most ${most}`, `${fewestWord(canvas)} ${nameAt(data, plan, ends.fewest)}`, plan.also?.(data, canvas) ?? ''];
};

/** What each series comes to, and its part. People of one bar are those of another one too: their numbers do not add up. */
export const seriesWords = ({graph}: Graphed, {query, glyphs}: Scene, room: number): string => {
	if (query.measure === 'users') return '';
	const parts = graph.series
		.map(({name, values}) => ({name, total: sumOf(values)}))
		.filter(({name, total}) => total !== 0 && name !== 'Total');
	const isHandful = query.measure === 'plays' && sumOf(parts.map(({total}) => total)) < handful;
	const shares = isHandful || parts.length < 2 ? [] : shareWords(parts.map(({total}) => total));
	const words = parts.map(({name, total}, index) =>
		[`${name} ${amount(total, query.measure, glyphs)}`, shares[index] ?? ''].filter(Boolean).join(', '),
	);
	return joinWhole(words, '   ', room);
};
