import {formatClock} from '../../canvas/clock.ts';
import {formatMegabits} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {CapacityAnswer} from '../../domain/streams/capacity.ts';
import {columnsFor, highestMinute, type MinuteColumn, minuteColumns} from '../../stats/streams/minute-columns.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Drawing, Scene} from '../plan/scene.ts';
import type {Step} from '../plan/view.ts';
import {windowWords} from '../plan/words.ts';
import {rateRows, scaleCells} from './chart.ts';
import {type Day, placeOf} from './columns.ts';
import {columnWords, limitWords, nowKbps, nowRow, overWords} from './words.ts';

/** A page shows the last hours closely, a pane the whole day. */
const pageMinutes = 180;

const dayMinutes = 1440;

/** "1795377600+3": a column by its first second and its minutes. */
const keyOf = ({from, minutes}: MinuteColumn): string => `${from}+${minutes}`;

const spanOf = (key: string): readonly [from: number, minutes: number] | null => {
	const [, from, minutes] = /^(\d+)\+(\d+)$/.exec(key) ?? [];
	return from === undefined || minutes === undefined ? null : [Number(from), Number(minutes)];
};

/** The columns that have room; of a pane those of a day. */
const columnsOf = (data: CapacityAnswer, canvas: Canvas): readonly MinuteColumn[] => {
	const isPane = canvas.form === 'pane';
	const room = canvas.width - scaleCells - 1;
	const {count, minutes} = columnsFor(isPane ? dayMinutes : pageMinutes, room, dayMinutes);
	return minuteColumns(data, count, minutes);
};

/** True where the last minute is now. */
const endsNow = ({query: {window}}: Scene): boolean => 'days' in window && window.at === undefined;

/** What goes out now is in the last column too, where that is now. */
const withNow = (columns: readonly MinuteColumn[], data: CapacityAnswer, scene: Scene): readonly MinuteColumn[] => {
	const last = columns.at(-1);
	const now = nowKbps(data, scene);
	if (!last || !endsNow(scene) || now === null || now <= (last.highest?.kbps ?? -1)) return columns;
	return [...columns.slice(0, -1), {...last, highest: {kbps: now, at: Math.max(last.from, scene.now)}}];
};

/** What was seen begins inside the chart: "from 20:58". */
const sinceWords = ({seenFrom}: CapacityAnswer, columns: readonly MinuteColumn[], scene: Scene): string => {
	const [first] = columns;
	const isInside = first && seenFrom !== null && seenFrom >= first.from + first.minutes * 60;
	return isInside ? `from ${formatClock(seenFrom, placeOf(scene))}` : '';
};

/** "most 38.9" at the right of the columns, where there is room. */
const withMost = (rows: readonly Row[], columns: readonly MinuteColumn[], {width}: Canvas): readonly Row[] => {
	const most = columns.reduce((max, {highest}) => Math.max(max, highest?.kbps ?? 0), 0);
	const words = ` most ${formatMegabits(most)}`;
	if (scaleCells + columns.length + words.length + 1 > width) return rows;
	return rows.map((row, index) => (index === 0 ? [...row, {text: words}] : row));
};

/** "3 hours", "24 hours". */
const hoursShown = (data: CapacityAnswer, canvas: Canvas): string => {
	const columns = columnsOf(data, canvas);
	const hours = Math.round((columns.length * (columns[0]?.minutes ?? 1)) / 60);
	return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
};

/** What is drawn and of when: the chart's hours, the table's days. */
const noteOf = (data: CapacityAnswer, canvas: Canvas): string => {
	const hours = hoursShown(data, canvas);
	return canvas.form === 'pane'
		? `WAN, ${hours}, ${limitWords(data)}`
		: `WAN, ${limitWords(data)}, ${hours} and ${windowWords(canvas.query.window, canvas)}`;
};

/** Rows of the chart: about a half, so that the days have room below it. */
const chartHeight = ({height, form}: Canvas, days: number): number => {
	if (form === 'pane' && height < 14) return Math.max(0, height - 2);
	return Math.max(Math.floor(height / 2), Math.min(highest, height - days - 3));
};

/** Higher ones say no more. */
const highest = 40;

/** The last hours as columns, what they mean in words, and the highest days. */
export const drawCapacity = (
	data: CapacityAnswer,
	days: readonly Day[],
	canvas: Canvas,
	table: (height: number, selected: number) => readonly Row[],
): Drawing => {
	const columns = withNow(columnsOf(data, canvas), data, canvas);
	const isSeen = columns.some(({highest}) => highest !== null);
	const height = isSeen ? chartHeight(canvas, days.length) : 0;
	const hasChart = height >= 4;
	const keys = [...(hasChart ? columns.map(keyOf) : []), ...days.map(({date}) => date)];
	const start = keys.length - days.length;
	const here = canvas.focused ? selectedIndex(canvas.own.selection, keys, start) : -1;
	const column = here < start ? here : -1;
	const chart = hasChart
		? withMost(rateRows({...data, columns, height, selected: column}, endsNow(canvas), canvas), columns, canvas)
		: [];
	const read = columns[column];
	const since = hasChart ? sinceWords(data, columns, canvas) : '';
	const words: Row[] = [
		read && hasChart ? [{text: ` ${columnWords(read, data, canvas)}`}] : nowRow(data, canvas, since, canvas.width - 2),
	];
	const over = overWords(data, canvas);
	const more: Row[] = over === '' || canvas.height < 6 ? [] : [[{text: ` ${over}`, role: 'dim'}]];
	const room = canvas.height - chart.length - words.length - more.length;
	const rows = [...chart, ...words, ...more];
	const listed = room >= 2 ? table(room, here - start) : [];
	return {
		rows: [...rows, ...listed].slice(0, canvas.height),
		note: noteOf(data, canvas),
		keys,
		start,
		// From a column down to the first day.
		...(column < 0 ? {} : {across: start - column}),
	};
};

/** A column opens its highest minute. */
export const enterColumn = (key: string, data: CapacityAnswer): Step | null => {
	const span = spanOf(key);
	const highest = span && highestMinute(data, ...span);
	return highest ? {view: 'now', window: {days: 30, at: highest.at + 59}} : null;
};
