import {drawChart} from '../../canvas/chart.ts';
import {formatClock, formatDayClock} from '../../canvas/clock.ts';
import {dateLabels} from '../../canvas/date-axis.ts';
import {formatHour} from '../../canvas/format.ts';
import {maxOf} from '../../canvas/resample.ts';
import {fitRow, type Row, type Span} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {AtOnce} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer, Value} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {blank, left, right} from '../plan/cells.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {windowWords} from '../plan/words.ts';
import {factLines, factTexts, legendRow, reading} from './facts.ts';
import {endsNow, highestDays, stackOf, withNow} from './moments.ts';
import {dayName, hourKeys, hourWords, liveOf, partWords} from './words.ts';

/** "New York", where its clocks differ from this machine's; '' where they do not, or the zone is not known. */
const foreignPlace = ({graphZone, zone, now}: Scene): string =>
	graphZone === null || formatDayClock(now, graphZone) === formatDayClock(now, zone)
		? ''
		: (graphZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** What is drawn and of when. */
export const noteOf = (canvas: Canvas, each: 'day' | 'hour', days: number | null): string => {
	const place = foreignPlace(canvas);
	const what = each === 'day' ? 'a day' : 'an hour';
	const time = place === '' || canvas.width < 50 ? '' : `, ${place} time`;
	return `${what}, ${days === null ? windowWords(canvas.query.window, canvas) : `${days} days`}${time}`;
};

const selectedOf = (keys: readonly string[], {focused, own}: Canvas): number =>
	focused && own.selection ? selectedIndex(own.selection, keys) : -1;

type Columns = {
	readonly values: readonly Value[];
	readonly moments: ReadonlyArray<AtOnce | null>;
	readonly labels: Parameters<typeof drawChart>[0]['labels'];
	readonly selected: number;
	readonly selectedName: string;
};

const chartOf = (columns: Columns, width: number, height: number, {glyphs}: Canvas) => {
	const max = maxOf(columns.values);
	return drawChart({
		...columns,
		parts: columns.moments.map(stackOf),
		width,
		height,
		// The largest number itself: a scale of 5 under columns of 4 would be read as a 5.
		label: value => (value === 0 ? '0' : String(max)),
		gutter: 3,
		glyphs,
	});
};

/** Under so many cells how many run now stands under the last column. */
const nowOnAxis = 54;

const dayColumns = (found: PeaksAnswer, canvas: Canvas): Columns => {
	const {categories, counts} = found.own;
	const moments = withNow(found, canvas);
	const selected = selectedOf(categories, canvas);
	const live = liveOf(canvas);
	const now = live && canvas.width < nowOnAxis ? `now ${live.streamCount}` : 'now';
	return {
		values: counts.map((count, day) => (count === null ? null : Math.max(count, moments[day]?.count ?? 0))),
		moments,
		labels: (_, cells) => dateLabels(categories, cells, endsNow(canvas) ? now : undefined),
		selected,
		selectedName: selected < 0 ? '' : dayName(categories[selected] ?? '').slice(4),
	};
};

const hourColumns = ({own: {hours}}: PeaksAnswer, selected: number): Columns => ({
	values: hours.map(hour => hour?.count ?? 0),
	moments: hours,
	labels: step =>
		hourKeys.flatMap((hour, at) => (at % (step < 3 ? 6 : 3) === 0 ? [{at: at * step, text: formatHour(hour)}] : [])),
	selected,
	selectedName: selected < 0 ? '' : `${hourKeys[selected] ?? ''}:00`,
});

/** Two blocks side by side, the left one of so many cells. */
const sideBySide = (one: readonly Row[], two: readonly Row[], width: number, cut: string): readonly Row[] =>
	Array.from(
		{length: Math.max(one.length, two.length)},
		(_, index): Row => [...fitRow(one[index] ?? [], width, cut), ...(two[index] ?? [])],
	);

const lines = (texts: readonly string[]): readonly Row[] =>
	texts.map((text, index): Row => [{text: ` ${text}`, role: index === 0 ? 'plain' : 'dim'}]);

/** Cells that a row takes with every way to play in full words. */
const fullWords = 72;

/** "Thu 12 Nov 21:40    7   3 transcode   4 direct play": the days that were the busiest. */
const highestRows = (
	found: PeaksAnswer,
	moments: ReadonlyArray<AtOnce | null>,
	count: number,
	canvas: Canvas,
	room: number,
): readonly Row[] => {
	const {glyphs, graphZone, zone, now} = canvas;
	const days = highestDays(moments, count - 1);
	if (days.length < 2 || found.plays < handful) return [];
	const isShort = room < fullWords;
	const rows = days.map(({day, moment}): Row => {
		const parts = partWords(moment).flatMap((text, index): readonly Span[] => [
			{text: index === 0 ? '   ' : ', '},
			{text: isShort ? text.replace('direct ', '') : text, role: roleOfWay(text.replace(/^\d+ /, ''))},
		]);
		const clock = moment.at === now ? 'now' : formatClock(moment.at, graphZone ?? zone);
		return [
			blank(1),
			left(`${dayName(found.own.categories[day] ?? '')} ${clock}`, 16, glyphs),
			right(String(moment.count), 3, glyphs),
			...parts,
		];
	});
	return [[{text: ' the highest days', role: 'dim'}], ...rows];
};

/** Cells of the facts beside a chart at least, the gap before them included. */
const besideCells = 24;

/** The chart with the facts at its right, the cursor's reading below them. */
const besideRows = (found: PeaksAnswer, columns: Columns, canvas: Canvas): readonly Row[] => {
	const {width, height, glyphs} = canvas;
	const chart = chartOf(columns, width - besideCells, height - 1, canvas);
	const room = width - chart.width - 2;
	const here = columns.selected < 0 ? [] : reading(found, columns.moments, columns.selected, canvas);
	const read = here.slice(0, 2).flatMap(text => wrapWords(text, room));
	const facts = factLines(found, canvas, room).slice(0, chart.rows.length - read.length);
	const free = chart.rows.length - read.length - facts.length;
	const texts = [...facts, ...Array.from({length: free}, () => ''), ...read];
	const words = texts.map(
		(text, index): Row => [{text: `  ${text}`, role: index === 0 || index >= facts.length + free ? 'plain' : 'dim'}],
	);
	return [...sideBySide(chart.rows, words, chart.width, glyphs.cut), legendRow(canvas)];
};

/** How many rows below a chart of this height are for words. */
const wordCount = (height: number): number => (height >= 12 ? 5 : height >= 9 ? 3 : height >= 7 ? 2 : 1);

/** The hours of the day, and the highest days: what a page has room for. */
const moreRows = (found: PeaksAnswer, {moments}: Columns, height: number, canvas: Canvas): readonly Row[] => {
	const half = Math.floor(canvas.width / 2);
	const hours = chartOf(hourColumns(found, -1), half - 2, height - 2, canvas).rows;
	const heading: Row = [{text: ' by hour of the day', role: 'dim'}];
	return [
		[],
		...sideBySide([heading, ...hours], highestRows(found, moments, height - 1, canvas, half), half, canvas.glyphs.cut),
	];
};

/** Rows below the words. */
const extraRows = (found: PeaksAnswer, columns: Columns, height: number, canvas: Canvas): readonly Row[] => {
	if (canvas.form === 'report') return [];
	if (canvas.width >= 100 && height >= 30) return moreRows(found, columns, Math.floor(height * 0.38), canvas);
	const count = height >= 22 ? Math.min(8, Math.floor(height / 5)) : 0;
	const rows = count === 0 ? [] : highestRows(found, columns.moments, count + 1, canvas, canvas.width);
	return rows.length === 0 ? [] : [[], ...rows];
};

/** The chart with words below it: what the cursor reads comes first. */
const belowRows = (
	columns: Columns,
	texts: readonly string[],
	extra: readonly Row[],
	canvas: Canvas,
): readonly Row[] => {
	const height = Math.min(canvas.height, canvas.form === 'report' ? 16 : canvas.height);
	const [first = '', ...rest] = texts;
	const words = [...lines([first]), legendRow(canvas), ...lines(['', ...rest]).slice(1)].slice(
		0,
		wordCount(height - extra.length),
	);
	const chart = chartOf(columns, canvas.width - 1, height - words.length - extra.length, canvas);
	return [...chart.rows, ...words, ...extra];
};

/** The most of each day, stacked as at its first such moment. */
export const dayRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] => {
	const columns = dayColumns(found, canvas);
	const {width, height} = canvas;
	if (width >= 54 && height >= 8 && height < 16) return besideRows(found, columns, canvas);
	const here = columns.selected < 0 ? [] : reading(found, columns.moments, columns.selected, canvas);
	const read = here.length === 0 ? [] : [joinWhole(here, ', ', width - 2)];
	return belowRows(
		columns,
		[...read, ...factTexts(found, canvas, width - 2, width < nowOnAxis && endsNow(canvas))],
		extraRows(found, columns, height, canvas),
		canvas,
	);
};

/** The most of each hour of the day. */
export const hourRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] => {
	const selected = selectedOf(hourKeys, canvas);
	const columns = hourColumns(found, selected);
	const shown = selected < 0 ? columns.values.indexOf(maxOf(columns.values)) : selected;
	const words = hourWords(found, shown, canvas);
	return belowRows(columns, [selected < 0 ? `most ${words}` : words], [], canvas);
};

/** Where there is no room for a chart. */
export const smallRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] =>
	lines(factTexts(found, canvas, canvas.width - 2)).slice(0, Math.max(0, canvas.height));
