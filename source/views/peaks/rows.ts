import {drawChart} from '../../canvas/chart.ts';
import {formatCategory, formatClock, formatDayClock} from '../../canvas/clock.ts';
import {dateLabels} from '../../canvas/date-axis.ts';
import {formatHour} from '../../canvas/format.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Row} from '../../canvas/row.ts';
import type {Stack} from '../../canvas/stacks.ts';
import {joinWhole} from '../../canvas/widths.ts';
import type {AtOnce} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer, Value} from '../../domain/plays/graph.ts';
import type {Activity} from '../../domain/session.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {windowWords} from '../plan/words.ts';
import {hourKeys, hourWords, leastWords, liveOf, partWords, streamParts, transcodeParts, usualWords} from './words.ts';

/** "New York", where its clocks differ from this machine's; '' where they do not, or the zone is not known. */
const foreignPlace = ({graphZone, zone, now}: Scene): string =>
	graphZone === null || formatDayClock(now, graphZone) === formatDayClock(now, zone)
		? ''
		: (graphZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** Cells of the title rule that are not the note's. */
const titleCells = 22;

/** What is drawn and of when, in as many words as have room. */
export const noteOf = (canvas: Canvas, each: 'day' | 'hour'): string => {
	const window = windowWords(canvas.query.window, canvas);
	const place = foreignPlace(canvas);
	const short = `${each === 'day' ? 'a day' : 'an hour'}, ${window}`;
	const notes =
		place === ''
			? [`most at once each ${each}, ${window}`, short]
			: [`most at once each ${each}, ${window}, ${place} time`, `${window}, ${place} time`, short];
	return notes.find(note => note.length <= canvas.width - titleCells) ?? short;
};

const stackOf = (moment: AtOnce | null): Stack => {
	const {count, directPlay, directStream, transcode} = moment ?? noStream;
	return {directPlay, directStream, transcode, unknown: count - directPlay - directStream - transcode};
};

const noStream: AtOnce = {count: 0, directPlay: 0, directStream: 0, transcode: 0, at: 0};

/** What runs now, as a moment. */
const momentNow = (
	{streamCount, directPlayCount, directStreamCount, transcodeCount}: Activity,
	at: number,
): AtOnce => ({
	count: streamCount,
	directPlay: directPlayCount,
	directStream: directStreamCount,
	transcode: transcodeCount,
	at,
});

/** The days with the streams of now in the last one, where that is today. */
const withNow = ({own}: PeaksAnswer, scene: Scene): ReadonlyArray<AtOnce | null> => {
	const live = liveOf(scene);
	const last = own.most.at(-1);
	if (!live || last === undefined || live.streamCount <= (last?.count ?? 0)) return own.most;
	return [...own.most.slice(0, -1), momentNow(live, scene.now)];
};

const legend = ({glyphs: {ways}, width}: Canvas): string =>
	width < 46
		? `${ways[0]} play ${ways[1]} stream ${ways[2]} transcode`
		: `${ways[0]} direct play  ${ways[1]} direct stream  ${ways[2]} transcode`;

/** As many facts as stand in a row, whole. */
const fitted = (parts: readonly string[], {width}: Canvas): string => joinWhole(parts, '   ', width - 2);

/** Facts below a chart: as many as there are rows for, those that are nothing left out. */
const factRows = (facts: readonly string[], room: number): readonly Row[] =>
	facts
		.filter(Boolean)
		.slice(0, Math.max(0, room))
		.map((text, index): Row => [{text: ` ${text}`, role: index === 0 ? 'plain' : 'dim'}]);

/** How many rows below a chart of this height are for facts. */
const factCount = (height: number): number => (height >= 12 ? 5 : height >= 9 ? 3 : height >= 7 ? 2 : 1);

type Columns = {
	readonly values: readonly Value[];
	readonly moments: ReadonlyArray<AtOnce | null>;
	readonly keys: readonly string[];
	readonly labels: Parameters<typeof drawChart>[0]['labels'];
	readonly facts: readonly string[];
};

const chartRows = ({values, moments, keys, labels, facts}: Columns, canvas: Canvas): readonly Row[] => {
	const height = Math.min(canvas.height, canvas.form === 'report' ? 16 : 30);
	const words = factRows(facts, factCount(height));
	const max = maxOf(values);
	const {rows} = drawChart({
		values,
		parts: moments.map(stackOf),
		labels,
		width: canvas.width - 1,
		height: height - words.length,
		// The largest number itself: a scale of 5 under columns of 4 would be read as a 5.
		label: value => (value === 0 ? '0' : String(max)),
		gutter: 4,
		glyphs: canvas.glyphs,
		selected: canvas.focused && canvas.own.selection ? selectedIndex(canvas.own.selection, keys) : -1,
	});
	return [...rows, ...words];
};

const selectedOf = (keys: readonly string[], {focused, own}: Canvas): number =>
	focused && own.selection ? selectedIndex(own.selection, keys) : -1;

/** What the cursor is on: the day, its moment, how its streams were played. */
const dayWords = (found: PeaksAnswer, moments: ReadonlyArray<AtOnce | null>, canvas: Canvas): string => {
	const index = selectedOf(found.own.categories, canvas);
	if (index < 0) return '';
	const moment = moments[index];
	const date = formatCategory(found.own.categories[index] ?? '');
	if (!moment) return found.own.counts[index] === null ? `${date}   not known` : `${date}   no stream`;
	const clock = formatClock(moment.at, canvas.graphZone ?? canvas.zone);
	const transcodes = found.own.transcodes[index]?.count ?? 0;
	const more = transcodes > moment.transcode ? `; most transcodes ${transcodes}` : '';
	return `${date} ${clock}   ${moment.count}: ${partWords(moment)}${more}`;
};

/** The most of each day, stacked as at its first such moment. */
export const dayRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] => {
	const moments = withNow(found, canvas);
	const {categories, counts} = found.own;
	const facts = [
		dayWords(found, moments, canvas) || fitted(streamParts(found, canvas), canvas),
		legend(canvas),
		fitted(transcodeParts(found, canvas), canvas),
		usualWords(found, canvas),
		leastWords(found, canvas),
	];
	return chartRows(
		{
			values: counts.map((count, day) => (count === null ? null : Math.max(count, moments[day]?.count ?? 0))),
			moments,
			keys: categories,
			labels: (_, cells) => dateLabels(categories, cells),
			facts,
		},
		canvas,
	);
};

/** The most of each hour of the day. */
export const hourRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] => {
	const {hours} = found.own;
	const values = hours.map(hour => hour?.count ?? 0);
	const selected = selectedOf(hourKeys, canvas);
	const shown = selected < 0 ? values.indexOf(maxOf(values)) : selected;
	const words = hourWords(found, shown, canvas);
	return chartRows(
		{
			values,
			moments: hours,
			keys: hourKeys,
			labels: step =>
				hourKeys.flatMap((hour, at) =>
					at % (step < 3 ? 6 : 3) === 0 ? [{at: at * step, text: formatHour(hour)}] : [],
				),
			facts: [selected < 0 ? `most ${words}` : words, legend(canvas)],
		},
		canvas,
	);
};

/** Where there is no room for a chart. */
export const smallRows = (found: PeaksAnswer, canvas: Canvas): readonly Row[] =>
	factRows(
		[
			fitted(streamParts(found, canvas), canvas),
			fitted(transcodeParts(found, canvas), canvas),
			usualWords(found, canvas),
		],
		canvas.height,
	);
