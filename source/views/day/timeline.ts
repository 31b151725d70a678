import {type AxisLabel, axisWithCursor} from '../../canvas/axis.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Role, Row, Span} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {handful} from '../../domain/plays/handful.ts';
import {columnsOf, type Frame} from '../../stats/day-frame.ts';
import {mostInParts} from '../../stats/most-in-parts.ts';
import {blank, cursor, left} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import type {NamedLane} from './spots.ts';
import {clock, type DayStream} from './streams.ts';

/** How the timeline stands on a canvas: its hours, and where the cursor is in them. */
export type Timeline = {
	readonly frame: Frame;
	readonly nameCells: number;
	/** Column of the cursor; -1: it is not shown. */
	readonly column: number;
	/** The moment that it reads. */
	readonly at: number;
	/** Id of its row. */
	readonly lane: string;
};

const hour = 3600;

/** Cells of a label and the blank behind it. */
const labelCells = 7;

/** Cells of a user's name, of the mark before it and the blank behind it. */
export const nameCellsOf = (width: number): number => (width < 100 ? 8 : width < 160 ? 12 : 18);

/** What stands around the columns: the name at their left, how many there were at most at their right. */
export const aroundCells = (width: number): number => nameCellsOf(width) + 3 + 9;

const axisLabels = (frame: Frame, canvas: Canvas): readonly AxisLabel[] => {
	const every = Math.max(1, Math.ceil((labelCells * frame.step) / hour));
	const hours = Math.ceil((frame.to - frame.from) / hour);
	return Array.from({length: Math.ceil(hours / every)}, (_, index) => {
		const at = frame.from + index * every * hour;
		return {at: Math.round((at - frame.from) / frame.step), text: clock(at, canvas)};
	});
};

export const axisOf = ({frame, nameCells, column, at}: Timeline, canvas: Canvas): Row => {
	const here = column < 0 ? null : {at: column, sign: canvas.glyphs.cursor, name: clock(at, canvas)};
	return [blank(nameCells + 3), ...axisWithCursor(axisLabels(frame, canvas), columnsOf(frame), here)];
};

/** The pattern of a bar by how the stream was played. */
const patternOf = (decision: string, {glyphs: {ways, shades}}: Canvas): string => {
	if (decision === 'direct play') return ways[0];
	if (decision === 'copy') return ways[1];
	return decision === 'transcode' ? ways[2] : shades[0];
};

/** Shorter bars are not cut to stand apart from the one before. */
const apartCells = 3;

/** The cells of a bar: one at least, and behind the bar before. */
const cellsOf = ({startedAt, stoppedAt}: DayStream, {from, step}: Frame, used: number, all: number) => {
	const begin = Math.max(used, Math.floor((startedAt - from) / step));
	const end = Math.min(all, Math.max(begin + 1, Math.ceil((stoppedAt - from) / step)));
	const isApart = begin === used && used > 0 && end - begin >= apartCells;
	return {begin: isApart ? begin + 1 : begin, end};
};

const joined = (spans: readonly Span[]): Row => {
	const row: Span[] = [];
	for (const span of spans) {
		const last = row.at(-1);
		if (last && last.role === span.role) row[row.length - 1] = {...last, text: last.text + span.text};
		else row.push(span);
	}
	return row;
};

/** A row of somebody's bars; where there is none, the cursor goes through. */
export const laneRow = (lane: NamedLane, timeline: Timeline, canvas: Canvas): Row => {
	const {glyphs, names} = canvas;
	const {frame, nameCells, column} = timeline;
	const all = columnsOf(frame);
	const cells = Array.from(
		{length: all},
		(_, index): Span => (index === column ? {text: glyphs.cursor, role: 'accent'} : {text: ' ', role: 'plain'}),
	);
	let used = 0;
	for (const stream of lane.streams) {
		if (stream.stoppedAt <= frame.from || stream.startedAt >= frame.to) continue;
		const {begin, end} = cellsOf(stream, frame, used, all);
		const role: Role = roleOfWay(stream.decision);
		for (let index = begin; index < end; index++) cells[index] = {text: patternOf(stream.decision, canvas), role};
		used = Math.max(used, end);
	}
	const name = lane.isFirst ? personName(lane.streams[0]?.row.user ?? '', names) : '';
	const isHere = column >= 0 && lane.id === timeline.lane;
	return [cursor(isHere, glyphs), blank(1), left(name, nameCells, glyphs), blank(1), ...joined(cells)];
};

/** How many there were at once, and the most of all the day. */
export const atOnceRow = (
	streams: readonly DayStream[],
	most: number,
	{frame, nameCells}: Timeline,
	canvas: Canvas,
): Row => {
	const all = columnsOf(frame);
	const parts = mostInParts(streams, {from: frame.from, to: frame.from + all * frame.step}, all);
	return [
		blank(2),
		left('at once', nameCells, canvas.glyphs, 'dim'),
		blank(1),
		{text: sparkline(parts, Math.max(most, maxOf(parts)), canvas.glyphs)},
		{text: ` ${streams.length < handful ? '' : 'most '}${most}`, role: 'dim'},
	];
};
