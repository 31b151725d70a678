import {plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Json} from '../../export/json.ts';
import {extentOf, type Frame, stepFor} from '../../stats/day-frame.ts';
import type {TruePeak} from '../../stats/true-peaks.ts';
import {playTitle} from '../history/columns.ts';
import {listView} from '../plan/list-view.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {personName, sentence} from '../plan/words.ts';
import {columns} from './columns.ts';
import {askDay, type DayData, type DayRow, rowKey} from './data.ts';
import {drawDay, enterSpot, rowAt} from './picture.ts';
import {namedLanes} from './spots.ts';
import {opens, userOf} from './steps.ts';
import {clock, highestOf, startClock, streamsOf} from './streams.ts';
import {aroundCells, atOnceRow, axisOf, laneRow, nameCellsOf, type Timeline} from './timeline.ts';

const peakOf = (data: DayData, rows: readonly DayRow[], scene: Scene): TruePeak | null =>
	highestOf(streamsOf(rows, data, scene));

/** "most 7 at once, 21:40, 3 transcode"; '' where there was no stream. Of a handful nothing is the most. */
const peakWords = (data: DayData, rows: readonly DayRow[], scene: Scene): string => {
	const peak = peakOf(data, rows, scene);
	if (!peak) return '';
	const {count, at, transcode} = peak.most;
	const transcodes = transcode === 0 ? '' : `${transcode} transcode`;
	return [`${rows.length < handful ? '' : 'most '}${count} at once`, clock(at, scene), transcodes]
		.filter(Boolean)
		.join(', ');
};

/** The same where there is little room: "7 at 21:40". */
const shortPeak = (data: DayData, rows: readonly DayRow[], scene: Scene): string => {
	const peak = peakOf(data, rows, scene);
	return peak ? `${peak.most.count} at ${clock(peak.most.at, scene)}` : '';
};

const highestJson = (data: DayData, scene: Scene): Json => {
	const peak = peakOf(
		data,
		data.rows.filter(({running}) => !running),
		scene,
	);
	if (!peak) return null;
	const {count, at, directPlay, directStream, transcode} = peak.most;
	return {
		count,
		at,
		direct_play: directPlay,
		direct_stream: directStream,
		transcode,
		most_transcodes: peak.transcodes && {...peak.transcodes},
	};
};

/** All of the day in a report, in as fine columns as have room. */
const reportRows = (data: DayData, rows: readonly DayRow[], canvas: Canvas): readonly Row[] => {
	const streams = streamsOf(rows, data, canvas);
	const peak = highestOf(streams);
	const extent = extentOf(streams, data);
	const room = canvas.width - aroundCells(canvas.width);
	const step = stepFor(extent, room, false);
	if (!peak || step === null) return [];
	const frame: Frame = {...extent, step};
	const timeline: Timeline = {frame, nameCells: nameCellsOf(canvas.width), column: -1, at: 0, lane: ''};
	return [
		axisOf(timeline, canvas),
		...namedLanes(streams).map(lane => laneRow(lane, timeline, canvas)),
		atOnceRow(streams, peak.most.count, timeline, canvas),
		[],
	];
};

/** Who watched when on one day: a stream across midnight is on both days, and one that runs until now. */
export const day = listView<DayData, DayRow>({
	name: 'day',
	title: 'One day',
	summary: 'the streams of one day, in time',
	takes: {narrowing: true, subject: {usage: 'DATE', kind: 'date'}},
	ask: askDay,
	coverage: ({coverage}) => coverage,
	rows: ({rows}) => rows,
	key: rowKey,
	columns,
	empty: () => 'Nothing was played on this day.',
	note: (data, rows, scene) =>
		[plural(rows.length, 'stream', 'streams', scene.glyphs), shortPeak(data, rows, scene)].filter(Boolean).join(', '),
	above: (data, rows, canvas) => (canvas.form === 'report' ? reportRows(data, rows, canvas) : []),
	picture: {
		draw: drawDay,
		enter: enterSpot,
		user: (key, data, scene) => {
			const row = rowAt(key, data, scene);
			return row && userOf(row, scene);
		},
	},
	enter: opens,
	user: userOf,
	lead: (data, rows, scene) =>
		sentence(plural(rows.length, 'stream', 'streams', scene.glyphs), peakWords(data, rows, scene)),
	speak: (row, scene) =>
		sentence(
			row.running
				? `${startClock(row.startedAt, scene)}, still running`
				: `${startClock(row.startedAt, scene)} to ${clock(row.stoppedAt, scene)}`,
			personName(row.user, scene.names),
			playTitle(row),
		),
	beside: ({from, to}, {query}) => ({date: query.subject?.id ?? null, from, to}),
	behind: (data, scene) => ({highest: highestJson(data, scene)}),
	jsonName: 'streams',
});
