import {drawChart} from '../../canvas/chart.ts';
import {formatCategory, formatDayClock, formatWhen} from '../../canvas/clock.ts';
import {dateLabels} from '../../canvas/date-axis.ts';
import {maxOf} from '../../canvas/resample.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {concurrentSeries, type PeaksAnswer, seriesValues, type Value} from '../../domain/plays/graph.ts';
import type {Activity} from '../../domain/session.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {windowWords} from '../plan/words.ts';
import {highestOf} from './highest.ts';

/** A series, and how it is called where there is little room and where there is more. */
type Kind = {readonly series: string; readonly short: string; readonly long: string};

export const all: Kind = {series: concurrentSeries, short: 'all', long: 'all streams'};
export const transcode: Kind = {series: 'Transcode', short: 'transcode', long: 'transcodes'};

export const liveCount = (kind: Kind, live: Activity | null): number | null => {
	if (live === null) return null;
	return kind === all ? live.streamCount : live.transcodeCount;
};

/** "New York", where its clocks differ from this machine's; '' where they do not, or the zone is not known. */
const foreignPlace = ({graphZone, zone, now}: Scene): string =>
	graphZone === null || formatDayClock(now, graphZone) === formatDayClock(now, zone)
		? ''
		: (graphZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** Cells of the title rule that are not the note's. */
const titleCells = 22;

/** What is drawn and of when, in as many words as have room. */
export const noteOf = (canvas: Canvas): string => {
	const window = windowWords(canvas.query.window, canvas);
	const place = foreignPlace(canvas);
	const short = `a day, ${window}`;
	const notes =
		place === ''
			? [`most at once each day, ${window}`, short]
			: [`most at once each day, ${window}, ${place} time`, `${window}, ${place} time`, short];
	return notes.find(note => note.length <= canvas.width - titleCells) ?? short;
};

const nowWords = (live: number | null, highest: number): string => {
	if (live === null) return '';
	return live > highest ? `now ${live}, record` : `now ${live}`;
};

/** The highest with its day, and how many there are now. */
export const factRow = (kind: Kind, peaks: PeaksAnswer, canvas: Canvas): Row => {
	const {count, when, day} = highestOf(peaks, kind.series, canvas);
	const live = liveCount(kind, canvas.live);
	const record = live !== null && live > count;
	const date = canvas.width < 34 || (record && canvas.width < 42) ? day : when;
	const isRoomy = canvas.width >= 50;
	return spreadRow(
		[
			{text: ` ${(isRoomy ? kind.long : kind.short).padEnd(isRoomy ? 12 : 9)}`},
			{text: ` ${count}`.padEnd(4), role: 'bold'},
			{text: date, role: 'dim'},
		],
		[{text: `${nowWords(live, count)} `, role: record ? 'bold' : 'plain'}],
		canvas.width,
		canvas.glyphs.cut,
	);
};

/** Rows of the two charts: one scale for both, so the lower one needs as many as its own highest column. */
const heightsFor = (rows: number, most: number, transcodes: number): {upper: number; lower: number} => {
	const share = Math.ceil((rows * transcodes) / Math.max(1, most + transcodes));
	const lower = Math.max(1, Math.min(Math.floor(rows / 2), share));
	return {upper: Math.max(1, rows - lower), lower};
};

/** What the cursor is on, in words; null: it is not used. */
const cursorRow = (peaks: PeaksAnswer, canvas: Canvas): Row | null => {
	const {own, focused} = canvas;
	if (!focused || !own.selection) return null;
	const index = selectedIndex(own.selection, peaks.categories);
	const count = (kind: Kind): string => String(seriesValues(peaks, kind.series)[index] ?? '?');
	const words = `${formatCategory(peaks.categories[index] ?? '')}   ${count(all)} streams, ${count(transcode)} transcode`;
	return [{text: ` ${words}`, role: 'accent'}];
};

/** All streams and transcodes, day by day, on one scale: facts and columns in at most `height` rows. */
export const chartRows = (peaks: PeaksAnswer, canvas: Canvas, height: number): readonly Row[] => {
	const {glyphs, width, own, focused} = canvas;
	const values = seriesValues(peaks, all.series);
	const transcodes = seriesValues(peaks, transcode.series);
	const max = maxOf(values, transcodes);
	const {upper, lower} = heightsFor(height - 3, max, maxOf(transcodes));
	const perRow = max / upper;
	const selected = focused && own.selection ? selectedIndex(own.selection, peaks.categories) : -1;
	const draw = (of: readonly Value[], rows: number, role: 'plain' | 'accent') =>
		drawChart({
			values: of,
			labels: (_, cells) => dateLabels(peaks.categories, cells),
			width: width - 1,
			height: rows + 1,
			max: perRow * rows,
			// The largest number itself: a scale of 5 under columns of 4 would be read as a 5.
			label: value => (value === 0 ? '0' : String(maxOf(of))),
			gutter: 4,
			glyphs,
			role,
			selected,
		}).rows;
	const one = draw(values, upper, 'plain');
	const two = draw(transcodes, lower, 'accent');
	return [
		cursorRow(peaks, canvas) ?? factRow(all, peaks, canvas),
		...one.slice(0, -1),
		factRow(transcode, peaks, canvas),
		...two.slice(0, -1),
		one.at(-1) ?? [],
	].slice(0, height);
};

/** What the mirror itself counts: streams across midnight are on both days, and each hour has its own most. */
export const ownRows = ({own}: PeaksAnswer, {now, zone, glyphs, width}: Canvas): readonly Row[] => {
	const most = maxOf(own.counts);
	const at = own.most[own.counts.indexOf(most)]?.at;
	if (at === undefined) return [];
	const hours = own.hours.map(hour => hour?.count ?? 0);
	const busiest = String(hours.indexOf(maxOf(hours))).padStart(2, '0');
	const both = width < 66 ? 'across midnight' : 'with streams across midnight on both days';
	return [
		[{text: ` ${both}: most ${most}, ${formatWhen(at, now, zone)}`, role: 'dim'}],
		[{text: ` by hour  ${sparkline(hours, maxOf(hours), glyphs)}  most at ${busiest}:00`, role: 'dim'}],
	];
};
