import {type Graph, seriesValues} from '../../../domain/graph.ts';
import {streamTypes, type YAxis} from '../../../domain/media.ts';
import type {Days} from '../../../domain/period.ts';
import {patternBar, shareBar} from '../../../draw/bars.ts';
import {formatCategory} from '../../../draw/clock.ts';
import {formatShare} from '../../../draw/format.ts';
import {maxOf} from '../../../draw/resample.ts';
import type {Row} from '../../../draw/row.ts';
import {dateLabels} from '../../components/axis.ts';
import {amount, blank, daysWords, left, right, sentences} from '../../components/cells.ts';
import {columnChart} from '../../components/column-chart.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';

/** Plays (or seconds) by stream type and date. */
export type StreamTypesData = {readonly days: Days; readonly yAxis: YAxis; readonly graph: Graph};

type Share = {readonly name: string; readonly total: number};

const sharesOf = ({graph}: StreamTypesData): readonly Share[] =>
	streamTypes.map(name => ({
		name: name.toLowerCase(),
		total: seriesValues(graph, name).reduce((sum, value) => sum + value, 0),
	}));

const sumOf = (shares: readonly Share[]): number => shares.reduce((sum, {total}) => sum + total, 0);

/** Transcodes as a part of each day's plays, 0 to 1; null on a day without plays. */
const transcodeShares = ({graph}: StreamTypesData): (number | null)[] =>
	graph.categories.map((_, day) => {
		const all = streamTypes.reduce((sum, name) => sum + (seriesValues(graph, name)[day] ?? 0), 0);
		return all === 0 ? null : (seriesValues(graph, 'Transcode')[day] ?? 0) / all;
	});

const shareRow = ({name, total}: Share, all: number, data: StreamTypesData, frame: Frame): Row => {
	const {glyphs, width} = frame;
	const count = data.yAxis === 'duration' ? 9 : 7;
	const bar = Math.max(0, Math.min(60, width - 14 - 1 - 6 - count));
	const draw = name === 'transcode' ? patternBar : shareBar;
	return [
		blank(1),
		left(name, 13, glyphs),
		blank(1),
		...draw(all === 0 ? 0 : total / all, bar, glyphs, name === 'transcode' ? 'accent' : 'plain'),
		right(formatShare(total, all), 6, glyphs),
		right(amount(total, data.yAxis, glyphs), count, glyphs),
	];
};

const percent = (share: number | null | undefined, none: string): string =>
	share === null || share === undefined ? none : formatShare(share, 1);

/** Today's share of transcodes, and the worst day's. */
const transcodeWords = (data: StreamTypesData, frame: Frame): string => {
	const shares = transcodeShares(data);
	const worst = maxOf(shares);
	const last = shares.at(-1);
	const today = last === null ? 'no play today' : `transcode today ${percent(last, 'none')}`;
	const day = data.graph.categories[shares.indexOf(worst)];
	if (worst === 0 || day === undefined) return today;
	const isToday = last === worst;
	const what = last === null ? 'transcode most' : 'most';
	const most = isToday ? `${today}, the most` : `${today}, ${what} ${formatCategory(day)} ${percent(worst, '')}`;
	return most.length < frame.width ? most : today;
};

const dayByDay = (data: StreamTypesData, frame: Frame, height: number): readonly Row[] => {
	const shares = transcodeShares(data);
	const max = Math.max(0.1, Math.ceil(maxOf(shares) * 10) / 10);
	const chart = columnChart({
		values: shares,
		labels: (_, width) => dateLabels(data.graph.categories, width),
		width: frame.width - 1,
		height: height - 2,
		max,
		top: `${Math.round(max * 100)} %`,
		bottom: '0 %',
		gutter: 6,
		glyphs: frame.glyphs,
	});
	return [[blank(1), {text: 'transcode share, day by day', role: 'dim'}], ...chart.rows, chart.axis];
};

/** Parts of a whole as bars to 100 %; with room, the transcodes' part day by day. */
export const streamTypesModel = (data: StreamTypesData, frame: Frame): PaneModel => {
	const shares = sharesOf(data);
	const all = sumOf(shares);
	const what = data.yAxis === 'duration' ? '' : ' plays';
	const note = `${amount(all, data.yAxis, frame.glyphs)}${what}, ${daysWords(data.days)}`;
	const base = {headings: [], note, keys: []};
	if (all === 0) return {...base, rows: sentences([[{text: `Nothing was played in ${daysWords(data.days)}.`}]], frame)};
	const bars = shares.map(share => shareRow(share, all, data, frame));
	const words: Row = [blank(1), {text: transcodeWords(data, frame), role: 'dim'}];
	const free = frame.height - bars.length;
	if (free < 6) return {...base, rows: [...bars, words]};
	const chart = dayByDay(data, frame, Math.min(free - 2, 16));
	return {...base, rows: [...bars, [], ...chart, ...(free - 1 - chart.length > 0 ? [words] : [])]};
};

const shortNames: Readonly<Record<string, string>> = {
	'direct play': 'play',
	'direct stream': 'stream',
	transcode: 'trans',
};

/** As one line: three shares. */
export const streamTypesBrief = (data: StreamTypesData): Brief => {
	const shares = sharesOf(data);
	const all = sumOf(shares);
	const words = shares.map(({name, total}) => `${formatShare(total, all)} ${shortNames[name] ?? name}`).join('  ');
	return {body: [{text: all === 0 ? 'nothing played' : words}], note: ''};
};
