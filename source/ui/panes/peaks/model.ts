import {concurrentSeries, type Peaks, seriesValues} from '../../../domain/graph.ts';
import type {Days} from '../../../domain/period.ts';
import {formatCategory, formatDay, formatDayClock} from '../../../draw/clock.ts';
import {lineChart} from '../../../draw/line-chart.ts';
import {maxOf} from '../../../draw/resample.ts';
import {type Row, spreadRow} from '../../../draw/row.ts';
import {axisUnder, dateLabels} from '../../components/axis.ts';
import {blank, daysWords, sentences} from '../../components/cells.ts';
import {columnChart} from '../../components/column-chart.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';

/** Most streams at once, day by day. */
export type PeaksData = {readonly days: Days; readonly peaks: Peaks};

type Kind = {readonly series: string; readonly short: string; readonly long: string};

const all: Kind = {series: concurrentSeries, short: 'all', long: 'all streams'};
const transcode: Kind = {series: 'Transcode', short: 'transcode', long: 'transcodes'};

const liveOf = (kind: Kind, {live}: Frame): number | null => {
	if (live === null) return null;
	return kind === all ? live.streams : live.transcodes;
};

/** The highest of the window: with its clock time where Tautulli knows it, else with its day. */
const highestOf = ({peaks}: PeaksData, kind: Kind, frame: Frame): {count: number; when: string; day: string} => {
	const values = seriesValues(peaks, kind.series);
	const daily = maxOf(values);
	const known = peaks.highest[kind.series];
	if (known && known.count >= daily)
		return {
			count: known.count,
			when: formatDayClock(known.startedAt, frame.zone),
			day: formatDay(known.startedAt, frame.zone),
		};
	const day = daily === 0 ? '' : formatCategory(peaks.categories[values.indexOf(daily)] ?? '');
	return {count: daily, when: day, day};
};

const nowWords = (live: number | null, highest: number): string => {
	if (live === null) return '';
	return live > highest ? `now ${live}, record` : `now ${live}`;
};

const factRow = (kind: Kind, data: PeaksData, frame: Frame): Row => {
	const {count, when, day} = highestOf(data, kind, frame);
	const live = liveOf(kind, frame);
	const record = live !== null && live > count;
	const date = record && frame.width < 42 ? day : when;
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
	const draw = (of: readonly number[], height: number, role: 'plain' | 'accent') =>
		columnChart({
			values: of,
			labels: (_, width) => dateLabels(categories, width),
			width: frame.width,
			height,
			max: perRow * height,
			top: frame.width >= 50 && height > 1 ? String(Math.round(perRow * height)) : '',
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
	const note = `${frame.width < 50 ? 'a day' : 'most at once each day'}, ${daysWords(data.days)}`;
	const base = {headings: [], note, keys: []};
	if (maxOf(seriesValues(data.peaks, all.series)) === 0) {
		return {...base, rows: sentences([[{text: `No stream in ${daysWords(data.days)}.`}]], frame)};
	}
	if (frame.zoomed && frame.height >= 10) return {...base, rows: lines(data, frame)};
	if (frame.height < 5) return {...base, rows: [factRow(all, data, frame), factRow(transcode, data, frame)]};
	return {...base, rows: columns(data, frame)};
};

/** As one line: now, and the highest. */
export const peaksBrief = (data: PeaksData, frame: Frame): Brief => {
	const {count, when} = highestOf(data, all, frame);
	const live = liveOf(all, frame);
	if (live !== null && live > count) return {body: [{text: `now ${live}: a record, before ${count}`}], note: ''};
	return {body: [{text: live === null ? `most ${count}` : `now ${live}, most ${count}`}], note: when};
};
