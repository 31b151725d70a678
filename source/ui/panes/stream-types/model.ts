import {patternBar, shareBar} from '../../../canvas/bars.ts';
import {formatCategory} from '../../../canvas/clock.ts';
import {dateLabels} from '../../../canvas/date-axis.ts';
import {formatShare} from '../../../canvas/format.ts';
import {maxOf} from '../../../canvas/resample.ts';
import type {Row} from '../../../canvas/row.ts';
import {type Graph, isNothing, sumOf, withoutPeaks} from '../../../domain/graph.ts';
import type {YAxis} from '../../../domain/media.ts';
import type {Days} from '../../../domain/period.ts';
import {
	type DayShare,
	drawnShares,
	type TypeTotal,
	transcodeShares,
	typeTotals,
	wholeOf,
} from '../../../stats/stream-shares.ts';
import {amount, blank, daysWords, left, nothingWords, right, sentences} from '../../components/cells.ts';
import {columnChart} from '../../components/column-chart.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';

/** Plays (or seconds) by stream type and date. */
export type StreamTypesData = {readonly days: Days; readonly yAxis: YAxis; readonly graph: Graph};

const shareRow = ({name, total}: TypeTotal, all: number, data: StreamTypesData, frame: Frame): Row => {
	const {glyphs, width} = frame;
	const count = data.yAxis === 'duration' ? 9 : 7;
	const bar = Math.max(0, Math.min(60, width - 14 - 1 - 6 - count));
	const draw = name === 'Transcode' ? patternBar : shareBar;
	return [
		blank(1),
		left(name.toLowerCase(), 13, glyphs),
		blank(1),
		...draw(all === 0 ? 0 : total / all, bar, glyphs, name === 'Transcode' ? 'accent' : 'plain'),
		right(formatShare(total, all), 6, glyphs),
		right(amount(total, data.yAxis, glyphs), count, glyphs),
	];
};

const todayWords = (share: DayShare): string => {
	if (share === 'none') return 'no play today';
	return `transcode today ${share === null ? 'not known' : formatShare(share, 1)}`;
};

/** Today's share of transcodes, and the worst day's. */
const transcodeWords = ({graph}: StreamTypesData, frame: Frame): string => {
	const shares = transcodeShares(graph);
	const worst = maxOf(drawnShares(shares));
	const last = shares.at(-1) ?? 'none';
	const today = todayWords(last);
	const day = graph.categories[shares.indexOf(worst)];
	if (worst === 0 || day === undefined) return today;
	const what = last === 'none' ? 'transcode most' : 'most';
	const words = `${today}, ${what} ${formatCategory(day)} ${formatShare(worst, 1)}`;
	const most = last === worst ? `${today}, the most` : words;
	return most.length < frame.width ? most : today;
};

const dayByDay = (data: StreamTypesData, frame: Frame, height: number): readonly Row[] => {
	const shares = drawnShares(transcodeShares(data.graph));
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
	const totals = typeTotals(data.graph);
	const what = data.yAxis === 'duration' ? '' : ' plays';
	const sum = sumOf(totals.map(({total}) => total));
	const note = `${amount(sum, data.yAxis, frame.glyphs)}${what}, ${daysWords(data.days)}`;
	const base = {headings: [], note, keys: []};
	if (isNothing(withoutPeaks(data.graph))) {
		return {...base, rows: sentences([[{text: nothingWords(data.days, data.yAxis)}]], frame)};
	}
	const bars = totals.map(each => shareRow(each, wholeOf(totals), data, frame));
	const words: Row = [blank(1), {text: transcodeWords(data, frame), role: 'dim'}];
	const free = frame.height - bars.length;
	if (free < 6) return {...base, rows: [...bars, words]};
	const chart = dayByDay(data, frame, Math.min(free - 2, 16));
	return {...base, rows: [...bars, [], ...chart, ...(free - 1 - chart.length > 0 ? [words] : [])]};
};

const shortNames: Readonly<Record<TypeTotal['name'], string>> = {
	'Direct Play': 'play',
	'Direct Stream': 'stream',
	Transcode: 'trans',
};

/** As one line: three shares. */
export const streamTypesBrief = (data: StreamTypesData): Brief => {
	if (isNothing(withoutPeaks(data.graph))) return {body: [{text: 'nothing played'}], note: ''};
	const totals = typeTotals(data.graph);
	const whole = wholeOf(totals);
	const words = totals.map(({name, total}) => `${formatShare(total, whole)} ${shortNames[name]}`).join('  ');
	return {body: [{text: words}], note: ''};
};
