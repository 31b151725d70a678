import {plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {columnsOf, extentOf, type Frame, frameOf, stepFor} from '../../stats/day-frame.ts';
import {momentIn} from '../../stats/moment-in.ts';
import type {TruePeak} from '../../stats/true-peaks.ts';
import {blank} from '../plan/cells.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Drawing, Scene} from '../plan/scene.ts';
import type {Step} from '../plan/view.ts';
import type {DayData, DayRow} from './data.ts';
import {momentAt, readingWords, streamAt} from './reading.ts';
import {isIn, type NamedLane, namedLanes, spotKeys, spotOf} from './spots.ts';
import {opens} from './steps.ts';
import {clock, type DayStream, highestOf, streamsOf} from './streams.ts';
import {aroundCells, atOnceRow, axisOf, laneRow, nameCellsOf, type Timeline} from './timeline.ts';

/** Of fewer streams the list says more. */
const fewestStreams = 3;

/** Rows beside those of the streams: hours, at once, what the cursor reads. */
const otherRows = 3;

/** The table below takes so many at least, with its heading and a blank. */
const leastTable = 5;

/** "18:00-24:00, 6 minutes a column". */
const frameWords = ({from, to, step}: Frame, scene: Scene): string => {
	const end = clock(to, scene);
	const minutes = plural(step / 60, 'minute', 'minutes', scene.glyphs);
	return `${clock(from, scene)}-${end === '00:00' ? '24:00' : end}, ${minutes} a column`;
};

/** The rows that have room, those around the cursor's. */
const shownLanes = (lanes: readonly NamedLane[], here: number, room: number): readonly NamedLane[] => {
	if (lanes.length <= room) return lanes;
	const shown = room - 1;
	const first = Math.max(0, Math.min(here - Math.floor(shown / 2), lanes.length - shown));
	return lanes.slice(first, first + shown);
};

/** Where the cursor is until it is moved: at the moment with the most streams. */
const placeOf = (lanes: readonly NamedLane[], all: Frame, busiest: number) => {
	const count = columnsOf(all);
	const column = Math.max(0, Math.min(count - 1, Math.floor((busiest - all.from) / all.step)));
	const spot = {from: all.from + column * all.step, step: all.step};
	const lane = lanes.findIndex(({streams}) => streams.some(stream => isIn(stream, spot)));
	return Math.max(0, lane) * count + column;
};

/** The hours with the most time watched, where there were as many at once as ever that day; else those of the highest moment. */
const hoursOf = (
	streams: readonly DayStream[],
	all: Frame,
	room: number,
	{most}: TruePeak,
	cursor: number | null,
): {readonly frame: Frame; readonly busiest: number} => {
	const fullest = frameOf(streams, all, room, {busiest: null, cursor: null});
	const {at, running} = momentIn(streams, fullest);
	const busiest = running.length === most.count ? at : most.at;
	return {frame: frameOf(streams, all, room, {busiest, cursor}), busiest};
};

/** A row a stream's user with bars in time, for which there is room and enough to see; null: the list. */
export const drawDay = (
	data: DayData,
	rows: readonly DayRow[],
	canvas: Canvas,
	table: (height: number, selected: number) => readonly Row[],
): Drawing | null => {
	const {width, height, own} = canvas;
	const streams = streamsOf(rows, data, canvas);
	const peak = highestOf(streams);
	const room = width - aroundCells(width);
	const extent = extentOf(streams, data);
	const step = stepFor(extent, room);
	if (!peak || streams.length < fewestStreams || height < otherRows + 2 || step === null) return null;
	const all: Frame = {...extent, step};
	const put = own.selection ? spotOf(own.selection.key) : null;
	const {frame, busiest} = hoursOf(streams, all, room, peak, put?.from ?? null);
	const lanes = namedLanes(streams).filter(
		({id, streams: held}) =>
			id === put?.lane || held.some(each => isIn(each, {from: frame.from, step: frame.to - frame.from})),
	);
	const keys = spotKeys(lanes, all);
	const across = columnsOf(all);
	const start = placeOf(lanes, all, busiest);
	const at = selectedIndex(own.selection, keys, start);
	const lane = lanes[Math.floor(at / across)];
	const spot = spotOf(keys[at] ?? '');
	if (!lane || !spot) return null;
	const timeline: Timeline = {
		frame,
		nameCells: nameCellsOf(width),
		column: canvas.focused ? Math.floor((spot.from - frame.from) / step) : -1,
		at: momentAt(streams, spot).at,
		lane: lane.id,
	};
	const laneRoom = height - otherRows;
	const shown = shownLanes(lanes, lanes.indexOf(lane), laneRoom);
	const hidden = lanes.length - shown.length;
	const more = hidden === 0 ? [] : [[blank(2), {text: `${hidden} more ${canvas.glyphs.more}`, role: 'dim' as const}]];
	const indent = Math.min(timeline.nameCells + 3, Math.max(1, width - 70));
	const reading = readingWords(streams, lane.streams, spot, canvas, width - indent - 1);
	const drawn: readonly Row[] = [
		axisOf(timeline, canvas),
		...shown.map(each => laneRow(each, timeline, canvas)),
		...more,
		atOnceRow(streams, peak.most.count, timeline, canvas),
		[blank(indent), {text: canvas.focused ? reading : ''}],
	];
	const free = height - drawn.length - 1;
	const here = streamAt(lane.streams, spot);
	const list = free < leastTable ? [] : [[], ...table(free, here ? rows.indexOf(here.row) : -1)];
	return {rows: [...drawn, ...list].slice(0, height), note: noteOf(streams, peak, frame, canvas), keys, across, start};
};

const noteOf = (streams: readonly DayStream[], {most}: TruePeak, frame: Frame, scene: Scene): string =>
	[
		plural(streams.length, 'stream', 'streams', scene.glyphs),
		`${most.count} at ${clock(most.at, scene)}`,
		frameWords(frame, scene),
	].join(', ');

/** What runs in the cursor's row then, else everything of that moment. */
export const enterSpot = (key: string, data: DayData, scene: Scene): Step | null => {
	const spot = spotOf(key);
	if (!spot) return null;
	const streams = streamsOf(data.rows, data, scene);
	const here = streamAt(laneOf(streams, spot.lane), spot);
	if (here) return opens(here.row);
	const {at} = momentAt(streams, spot);
	return at > scene.now ? null : {view: 'now', window: {days: 30, at}};
};

const laneOf = (streams: readonly DayStream[], id: string): readonly DayStream[] =>
	namedLanes(streams).find(lane => lane.id === id)?.streams ?? [];

/** Whose row the cursor is in. */
export const rowAt = (key: string, data: DayData, scene: Scene): DayRow | null => {
	const spot = spotOf(key);
	const [first] = spot ? laneOf(streamsOf(data.rows, data, scene), spot.lane) : [];
	return first?.row ?? null;
};
