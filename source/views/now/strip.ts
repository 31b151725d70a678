import {type AxisLabel, axisRow} from '../../canvas/axis.ts';
import {formatClock} from '../../canvas/clock.ts';
import {drawColumns} from '../../canvas/columns.ts';
import {fitRow, type Row, rowWidth} from '../../canvas/row.ts';
import {drawStacks, type Stack} from '../../canvas/stacks.ts';
import {padStart} from '../../canvas/widths.ts';
import type {Activity} from '../../domain/session.ts';
import type {StripAnswer, StripMinute} from '../../domain/streams/strip.ts';
import {type StripColumn, stripColumns, withRunning} from '../../stats/streams/strip.ts';
import {blank} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {type Starts, startOf} from './starts.ts';
import {heightWords, highestColumn, isPartial, legendRows, sinceWords} from './strip-words.ts';
import {zoneOf} from './words.ts';

/** What is drawn: the minutes, and what runs now (null: the strip ends in the past). */
export type Strip = {
	readonly answer: StripAnswer;
	readonly now: Activity | null;
	readonly starts: Starts;
	/** "last one ends 23:20"; '' where nobody can tell. */
	readonly last: string;
};

/** Minutes that a column may stand for. */
const steps = [1, 2, 3, 5] as const;

/** Cells of the scale and a blank. */
const gutter = 4;

/** A strip may lack so many of its oldest columns, where the next step would halve it. */
const spare = 2;

/** What runs now is as high as the last minute at least. */
const minuteNow = ({streamCount, directPlayCount, directStreamCount, transcodeCount}: Activity): StripMinute => ({
	streams: streamCount,
	direct: directPlayCount,
	copied: directStreamCount,
	transcoded: transcodeCount,
	isSeen: true,
});

/** History has what runs only when it has ended; one of which nobody knows when it began is there now, and in no minute before. */
const minutesOf = ({answer, now, starts}: Strip): ReadonlyArray<StripMinute | null> => {
	const {from, minutes} = answer;
	if (!now) return minutes;
	const end = from + minutes.length * 60;
	const all = withRunning(
		from / 60,
		minutes,
		now.sessions.map(session => ({since: startOf(starts, session) ?? end, decision: session.transcodeDecision})),
	);
	const last = minuteNow(now);
	const known = all.at(-1) ?? null;
	return [...all.slice(0, -1), known?.isSeen && known.streams > last.streams ? known : last];
};

/** The smallest step whose columns have room, and how many have. */
const stepFor = (room: number, minutes: number): {readonly step: number; readonly count: number} => {
	const step = steps.find(each => Math.ceil(minutes / each) - spare <= room) ?? 5;
	return {step, count: Math.max(1, Math.min(room, Math.ceil(minutes / step) + 1))};
};

/** How many columns a strip has in so many cells. */
const stripColumnsIn = (room: number, strip: Strip): readonly StripColumn[] => {
	const minutes = minutesOf(strip);
	const {step, count} = stepFor(room - gutter, minutes.length);
	return stripColumns(strip.answer.from / 60, minutes, step).slice(-count);
};

const noStack: Stack = {directPlay: 0, directStream: 0, transcode: 0, unknown: 0};

const stackOf = ({highest}: StripColumn): Stack =>
	highest
		? {
				directPlay: highest.direct,
				directStream: highest.copied,
				transcode: highest.transcoded,
				unknown: Math.max(0, highest.streams - highest.direct - highest.copied - highest.transcoded),
			}
		: noStack;

/** Rows of columns; in one or two rows the total only. */
const plot = (columns: readonly StripColumn[], height: number, max: number, {glyphs}: Canvas): readonly Row[] =>
	height < 3
		? drawColumns({values: columns.map(({highest}) => highest?.streams ?? null), height, max, glyphs}).map(
				(text): Row => [{text}],
			)
		: drawStacks({
				stacks: columns.map(stackOf),
				height,
				max,
				glyphs,
				gap: 0,
				thickness: 1,
			});

/** Cells that a clock needs, and a blank. */
const clockCells = 6;

/** The first and the last column, and full hours between them. */
const axisOf = (columns: readonly StripColumn[], isNow: boolean, canvas: Canvas): string => {
	const zone = zoneOf(canvas);
	const label = (index: number): AxisLabel => ({at: index, text: formatClock(columns[index]?.at ?? 0, zone)});
	const end = columns.length - 1;
	const hours = columns.flatMap((_, index) => {
		const one = label(index);
		const isFree = index >= clockCells && index <= end - 2 * clockCells + 1;
		return isFree && one.text.endsWith(':00') ? [one] : [];
	});
	const close: AxisLabel = isNow ? {at: end - 2, text: 'now'} : label(end);
	return axisRow([label(0), ...hours, close], columns.length);
};

/** From so many rows on the last one is the axis. */
const axisFrom = 4;

/** The words beside it, a line a row: heights above, what the patterns are below, at the axis when it all ends. */
const wordsFor = (columns: readonly StripColumn[], strip: Strip, rows: number, room: number, canvas: Canvas): Row[] => {
	const said = (words: readonly string[]): Row[] => words.map(text => (text === '' ? [] : [{text, role: 'dim'}]));
	const high = heightWords(columns, strip.answer, strip.now?.streamCount ?? null, room, canvas);
	const since = sinceWords(columns, canvas);
	if (rows < 3) return said([...high.slice(0, 1), since].slice(0, rows));
	const legend = legendRows(canvas, room);
	const bottom = rows < axisFrom ? legend : [...legend, ...said([strip.last])];
	const facts = [...high, ...(isPartial(columns) ? [since] : [])].slice(0, Math.max(0, rows - bottom.length));
	return [...said(facts), ...Array.from({length: rows - facts.length - bottom.length}, (): Row => []), ...bottom];
};

/** More rows to a stream would say no more. */
const rowsAStream = 2;

/** A drawn strip: rows of `chart` cells, and the words that belong beside them. */
export type DrawnStrip = {readonly rows: readonly Row[]; readonly chart: number; readonly words: readonly Row[]};

/** Cells that words beside a strip of this width get. */
const wordsRoom = (width: number): number => (width < 100 ? 13 : 22);

/**
 * How many watched in the last three hours, in at most `given` rows and `width` cells. Null: nothing is known, or nobody was there.
 * `isAlone`: no words stand beside it.
 */
export const drawStrip = (
	strip: Strip,
	given: number,
	width: number,
	isAlone: boolean,
	canvas: Canvas,
): DrawnStrip | null => {
	const room = isAlone || width < 48 ? width : Math.max(width - wordsRoom(width) - 2, Math.min(width, 48));
	const columns = stripColumnsIn(room, strip);
	const max = highestColumn(columns)?.streams ?? 0;
	if (max === 0 || given < 1) return null;
	const hasAxis = given >= axisFrom;
	const height = Math.min(hasAxis ? given - 1 : given, Math.max(4, rowsAStream * max));
	const rows = hasAxis ? height + 1 : height;
	const plotted = plot(columns, height, max, canvas).map((row, index): Row => {
		const mark = index === 0 ? String(max) : index === height - 1 ? '0' : '';
		return [{text: `${padStart(mark, gutter - 1, canvas.glyphs.cut)} `, role: 'dim'}, ...row];
	});
	const axis: Row = [blank(gutter), {text: axisOf(columns, strip.now !== null, canvas), role: 'dim'}];
	const chart = gutter + columns.length;
	return {
		rows: hasAxis ? [...plotted, axis] : plotted,
		chart,
		words: wordsFor(columns, strip, rows, width - chart - 2, canvas),
	};
};

/** The strip with its words beside it. */
export const stripRows = (strip: Strip, rows: number, canvas: Canvas): readonly Row[] => {
	const drawn = drawStrip(strip, rows, canvas.width, false, canvas);
	if (!drawn) return [];
	const room = canvas.width - drawn.chart - 2;
	return drawn.rows.map((row, index): Row => {
		const words = drawn.words[index] ?? [];
		return room < 6 || words.length === 0 || rowWidth(words) > room
			? row
			: [...fitRow(row, drawn.chart + 2, canvas.glyphs.cut), ...words];
	});
};
