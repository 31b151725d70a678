import {formatDayClock} from '../../../canvas/clock.ts';
import {axisUnder, dateLabels} from '../../../canvas/date-axis.ts';
import {lineChart} from '../../../canvas/line-chart.ts';
import {maxOf} from '../../../canvas/resample.ts';
import {type Row, spreadRow} from '../../../canvas/row.ts';
import {concurrentSeries, isNothing, type Peaks, seriesValues, type Value} from '../../../domain/graph.ts';
import type {Days} from '../../../domain/period.ts';
import {blank, daysWords, sentences} from '../../components/cells.ts';
import {columnChart} from '../../components/column-chart.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';
import {highestOf} from './highest.ts';

/** Most streams at once, day by day. */
export type PeaksData = {readonly days: Days; readonly peaks: Peaks};

type Kind = {readonly series: string; readonly short: string; readonly long: string};

const all: Kind = {series: concurrentSeries, short: 'all', long: 'all streams'};
const transcode: Kind = {series: 'Transcode', short: 'transcode', long: 'transcodes'};

const liveOf = (kind: Kind, {live}: Frame): number | null => {
	if (live === null) return null;
	return kind === all ? live.streams : live.transcodes;
};

/** "New York", where its clocks differ from this machine's; '' where they do not, or the zone is not known. */
const foreignPlace = ({graphZone, zone, now}: Frame): string =>
	graphZone === null || formatDayClock(now, graphZone) === formatDayClock(now, zone)
		? ''
		: (graphZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** Cells of the title rule that are not the note's. */
const titleCells = 22;

const noteOf = ({days}: PeaksData, frame: Frame): string => {
	const window = daysWords(days);
	const place = foreignPlace(frame);
	const short = `a day, ${window}`;
	const notes =
		place === ''
			? [`most at once each day, ${window}`, short]
			: [`most at once each day, ${window}, ${place} time`, `${window}, ${place} time`, `${days} d, ${place}`];
	return notes.find(note => note.length <= frame.width - titleCells) ?? short;
};

const nowWords = (live: number | null, highest: number): string => {
	if (live === null) return '';
	return live > highest ? `now ${live}, record` : `now ${live}`;
};

const factRow = (kind: Kind, data: PeaksData, frame: Frame): Row => {
	const {count, when, day} = highestOf(data, kind.series, frame);
	const live = liveOf(kind, frame);
	const record = live !== null && live > count;
	const date = frame.width < 34 || (record && frame.width < 42) ? day : when;
	const name = frame.width >= 50 ? kind.long : kind.short;
	return spreadRow(
		[
			blank(1),
			{text: name.padEnd(frame.width >= 50 ? 12 : 9)},
			{text: ` ${count}`.padEnd(4), role: 'bold'},
			{text: date, role: 'dim'},
		],
		[{text: `${nowWords(live, count)} `, role: record ? 'bold' : 'plain'}],
		frame.width,
		frame.glyphs.cut,
	);
};

/** Rows of the two charts: one scale for both, so the lower one needs as many as its own highest column. */
const heightsFor = (rows: number, most: number, transcodes: number): {upper: number; lower: number} => {
	const lower = Math.max(
		1,
		Math.min(Math.floor(rows / 2), Math.ceil((rows * transcodes) / Math.max(1, most + transcodes))),
	);
	return {upper: Math.max(0, rows - lower), lower};
};

const columns = (data: PeaksData, frame: Frame): readonly Row[] => {
	const {glyphs} = frame;
	const {categories} = data.peaks;
	const values = seriesValues(data.peaks, all.series);
	const transcodes = seriesValues(data.peaks, transcode.series);
	const max = maxOf(values, transcodes);
	const {upper, lower} = heightsFor(frame.height - 3, max, maxOf(transcodes));
	const perRow = max / Math.max(1, upper);
	const draw = (of: readonly Value[], height: number, role: 'plain' | 'accent') =>
		columnChart({
			values: of,
			labels: (_, width) => dateLabels(categories, width),
			width: frame.width,
			height,
			max: perRow * height,
			// The largest number itself, where its column ends: a scale of 5 under columns of 4 would be read as a 5.
			top: frame.width >= 50 && height > 1 ? String(maxOf(of)) : '',
			topAt: Math.max(0, height - Math.max(1, Math.ceil(maxOf(of) / perRow))),
			bottom: frame.width >= 50 && height > 1 ? '0' : '',
			gutter: frame.width >= 50 ? 4 : 3,
			glyphs,
			role,
		});
	const one = draw(values, upper, 'plain');
	const two = draw(transcodes, lower, 'accent');
	return [factRow(all, data, frame), ...one.rows, factRow(transcode, data, frame), ...two.rows, one.axis];
};

/** Zoomed: the number of streams through time as lines. */
const lines = (data: PeaksData, frame: Frame): readonly Row[] => {
	const {categories} = data.peaks;
	const chart = lineChart({
		series: [
			{values: seriesValues(data.peaks, transcode.series), role: 'accent'},
			{values: seriesValues(data.peaks, all.series), role: 'plain'},
		],
		width: frame.width - 2,
		height: frame.height - 4,
		glyphs: frame.glyphs,
		label: value => ` ${value}`,
	});
	const rule = frame.glyphs.box.heavyRule;
	return [
		factRow(all, data, frame),
		factRow(transcode, data, frame),
		[
			blank(1),
			{text: `most at once each day   ${rule} all streams   `, role: 'dim'},
			{text: `${rule} transcodes`, role: 'accent'},
		],
		...chart.rows,
		axisUnder(dateLabels(categories, chart.plotWidth), chart.plotAt, chart.plotWidth),
	];
};

/** How busy at most: all streams and transcodes on one scale. */
export const peaksModel = (data: PeaksData, frame: Frame): PaneModel => {
	const base = {headings: [], note: noteOf(data, frame), keys: []};
	if (isNothing(data.peaks)) {
		return {...base, rows: sentences([[{text: `No stream in ${daysWords(data.days)}.`}]], frame)};
	}
	if (frame.zoomed && frame.height >= 10) return {...base, rows: lines(data, frame)};
	if (frame.height < 5) return {...base, rows: [factRow(all, data, frame), factRow(transcode, data, frame)]};
	return {...base, rows: columns(data, frame)};
};

/** As one line: now, and the highest. */
export const peaksBrief = (data: PeaksData, frame: Frame): Brief => {
	const {count, when} = highestOf(data, all.series, frame);
	const live = liveOf(all, frame);
	if (live !== null && live > count) return {body: [{text: `now ${live}: a record, before ${count}`}], note: ''};
	return {body: [{text: live === null ? `most ${count}` : `now ${live}, most ${count}`}], note: when};
};
