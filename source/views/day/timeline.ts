import {type AxisLabel, axisRow} from '../../canvas/axis.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Row, Span} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import type {DayAnswer} from '../../domain/plays/play.ts';
import {type Lane, lanesOf} from '../../stats/lanes.ts';
import {mostInParts} from '../../stats/most-in-parts.ts';
import {blank, cursor, left} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {clock, type DayStream, streamsOf} from './streams.ts';

/** Where time stands: whole hours, in columns of so many seconds. */
type Frame = {readonly from: number; readonly to: number; readonly step: number; readonly cells: number};

const hour = 3600;

/** Minutes of a column: an hour has a whole number of them. */
const steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60].map(minutes => minutes * 60);

/** The whole hours that the streams fill, in the finest columns that have room; null: there is too little. */
const frameOf = (streams: readonly DayStream[], {from, to}: DayAnswer, room: number): Frame | null => {
	const first = Math.min(...streams.map(({startedAt}) => startedAt));
	const last = Math.max(...streams.map(({stoppedAt}) => stoppedAt));
	const begin = from + Math.floor((first - from) / hour) * hour;
	const end = Math.max(begin + hour, Math.min(to, from + Math.ceil((last - from) / hour) * hour));
	const step = steps.find(each => (end - begin) / each <= room);
	return step === undefined ? null : {from: begin, to: end, step, cells: Math.ceil((end - begin) / step)};
};

/** Cells of a label and the blank behind it. */
const labelCells = 7;

const axisLabels = (frame: Frame, canvas: Canvas): readonly AxisLabel[] => {
	const every = Math.max(1, Math.ceil((labelCells * frame.step) / hour));
	const hours = Math.ceil((frame.to - frame.from) / hour);
	return Array.from({length: Math.ceil(hours / every)}, (_, index) => {
		const at = frame.from + index * every * hour;
		return {at: Math.round((at - frame.from) / frame.step), text: clock(at, canvas)};
	});
};

/** The pattern of a bar by how the stream was played. */
const patternOf = (decision: string, {glyphs: {ways, shades}}: Canvas): string => {
	if (decision === 'direct play') return ways[0];
	if (decision === 'copy') return ways[1];
	return decision === 'transcode' ? ways[2] : shades[0];
};

const selectedKey = ({own, focused, form}: Canvas): string | null =>
	focused && form !== 'report' ? (own.selection?.key ?? null) : null;

const laneRow = (lane: Lane<DayStream>, frame: Frame, nameCells: number, canvas: Canvas): Row => {
	const {glyphs, names} = canvas;
	const key = selectedKey(canvas);
	const isSelected = ({play}: DayStream): boolean => String(play.rowId) === key;
	const name = lane.isFirst ? personName(lane.streams[0]?.play.user ?? '', names) : '';
	const spans: Span[] = [];
	let used = 0;
	for (const stream of lane.streams) {
		const begin = Math.max(used, Math.floor((stream.startedAt - frame.from) / frame.step));
		const end = Math.min(frame.cells, Math.ceil((stream.stoppedAt - frame.from) / frame.step));
		const cells = Math.max(begin < frame.cells ? 1 : 0, end - begin);
		const role = isSelected(stream) ? 'accent' : 'plain';
		spans.push(blank(begin - used), {text: patternOf(stream.decision, canvas).repeat(cells), role});
		used = begin + cells;
	}
	return [cursor(lane.streams.some(isSelected), glyphs), blank(1), left(name, nameCells, glyphs), blank(1), ...spans];
};

const atOnceRow = (streams: readonly DayStream[], frame: Frame, nameCells: number, canvas: Canvas): Row => {
	const end = frame.from + frame.cells * frame.step;
	const most = mostInParts(streams, {from: frame.from, to: end}, frame.cells);
	return [
		blank(2),
		left('at once', nameCells, canvas.glyphs, 'dim'),
		blank(1),
		{text: sparkline(most, maxOf(most), canvas.glyphs)},
	];
};

/** A bar a stream, a row a user and as many more as it takes; below it how many there were at once. At most `height` rows. */
export const timelineRows = (data: DayAnswer, canvas: Canvas, height: number): readonly Row[] => {
	const streams = streamsOf(data);
	const nameCells = canvas.width < 60 ? 8 : canvas.width < 100 ? 11 : 18;
	const frame = frameOf(streams, data, canvas.width - nameCells - 4);
	if (streams.length === 0 || height < 4 || !frame) return [];
	const lanes = lanesOf(streams, ({play}) => `${play.userId} ${play.user}`);
	const room = height - 2;
	const shown = lanes.length > room ? room - 1 : lanes.length;
	const hidden = lanes.length - shown;
	const key = selectedKey(canvas);
	const here = lanes.findIndex(lane => lane.streams.some(({play}) => String(play.rowId) === key));
	const first = Math.max(0, Math.min(here - Math.floor(shown / 2), lanes.length - shown));
	const more = `${hidden} more rows of streams`;
	return [
		[blank(nameCells + 3), {text: axisRow(axisLabels(frame, canvas), frame.cells), role: 'dim'}],
		...lanes.slice(first, first + shown).map(lane => laneRow(lane, frame, nameCells, canvas)),
		...(hidden > 0 ? [[blank(2), {text: more, role: 'dim' as const}]] : []),
		atOnceRow(streams, frame, nameCells, canvas),
	];
};
