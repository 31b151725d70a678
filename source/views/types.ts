import {patternBar, shareBar} from '../canvas/bars.ts';
import {drawChart} from '../canvas/chart.ts';
import {formatCategory} from '../canvas/clock.ts';
import {dateLabels} from '../canvas/date-axis.ts';
import {formatShare} from '../canvas/format.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {roleOfWay} from '../canvas/ways.ts';
import {padEnd, padStart} from '../canvas/widths.ts';
import {concurrentSeries, type Graph, isNothing} from '../domain/plays/graph.ts';
import {handful} from '../domain/plays/handful.ts';
import type {Coverage, PlayCount} from '../domain/plays/plays.ts';
import type {WhyCounts} from '../domain/streams/why.ts';
import {graphOf, measured} from '../stats/graph-of.ts';
import {type DayShare, drawnShares, transcodeShares} from '../stats/stream-shares.ts';
import {graphJson, graphTable} from './plan/graph-view.ts';
import {selectedIndex} from './plan/own.ts';
import type {Canvas, Scene} from './plan/scene.ts';
import {shareWords} from './plan/shares.ts';
import {type Asking, defineView, type Line} from './plan/view.ts';
import {amount, amountWords, nothingWords, sentence, sentenceRows, windowWords} from './plan/words.ts';
import {askWhy, whyJson, whyWords} from './streams/why.ts';

/** One way to play and what it came to. */
type Part = {readonly id: string; readonly name: string; readonly value: number};

type Types = {
	/** Direct play, direct stream, transcode: each group of plays once, so that they add up. */
	readonly parts: readonly Part[];
	/** By date, as Tautulli draws it. */
	readonly graph: Graph;
	/** The most streams at once a day. */
	readonly most: readonly (number | null)[];
	/** Why it was transcoded, of what tautop saw; null: nobody can say. */
	readonly why: WhyCounts | null;
	readonly coverage: Coverage;
};

const ways = [
	{id: 'direct play', name: 'direct play', short: 'play'},
	{id: 'copy', name: 'direct stream', short: 'stream'},
	{id: 'transcode', name: 'transcode', short: 'trans'},
] as const;

const ask = async (asking: Asking): Promise<Types> => {
	const {sources, query, signal} = asking;
	const {window, where, measure} = query;
	const [totals, dates, peaks, why] = await Promise.all([
		sources.plays({by: 'decision', split: 'nothing', window, where, measure}, signal),
		sources.plays({by: 'date', split: 'decision', window, where, measure}, signal),
		sources.peaks({window, where}, signal),
		askWhy(asking),
	]);
	const playsOf = (id: string): number => {
		const row = totals.rows.find((each: PlayCount) => each.key === id);
		return row ? measured(row, measure) : 0;
	};
	return {
		parts: ways.map(({id, name}) => ({id, name, value: playsOf(id)})),
		graph: graphOf(dates, {by: 'date', split: 'decision', measure}),
		most: peaks.series.find(({name}) => name === concurrentSeries)?.values ?? [],
		why,
		coverage: totals.coverage,
	};
};

const wholeOf = ({parts}: Types): number => parts.reduce((sum, {value}) => sum + Math.max(0, value), 0);

/** A share of a handful is told as counts. */
const isHandful = (data: Types, {query}: Scene): boolean => query.measure === 'plays' && wholeOf(data) < handful;

/** The shares of the parts, which add up to 100; of a handful none. */
const sharesOf = (data: Types, scene: Scene): ReadonlyMap<string, string> => {
	const words = isHandful(data, scene) ? [] : shareWords(data.parts.map(({value}) => value));
	return new Map(data.parts.map(({id}, index) => [id, words[index] ?? '']));
};

const partRow = ({id, name, value}: Part, data: Types, canvas: Canvas): Row => {
	const {glyphs, width, query} = canvas;
	const counts = query.measure === 'duration' ? 9 : 7;
	const bar = Math.max(0, Math.min(60, width - 14 - 1 - 6 - counts));
	const draw = name === 'transcode' ? patternBar : shareBar;
	const whole = wholeOf(data);
	const {selection} = canvas.own;
	const isHere =
		canvas.focused &&
		selection !== null &&
		selectedIndex(
			selection,
			data.parts.map(part => part.id),
		) === data.parts.findIndex(part => part.id === id);
	return [
		{text: isHere ? glyphs.selected : ' ', role: 'accent'},
		{text: `${padEnd(name, 13, glyphs.cut)} `},
		...draw(whole === 0 ? 0 : value / whole, bar, glyphs, roleOfWay(name)),
		{text: padStart(sharesOf(data, canvas).get(id) ?? '', 6, glyphs.cut)},
		{text: padStart(amount(value, query.measure, glyphs), counts, glyphs.cut)},
	];
};

const todayWords = (share: DayShare): string => {
	if (share === 'none') return 'no play today';
	return `transcode today ${share === null ? 'not known' : formatShare(share, 1)}`;
};

/** Today's share of transcodes, and the worst day's. */
const transcodeWords = (data: Types, canvas: Canvas): string => {
	if (isHandful(data, canvas)) return '';
	const shares = transcodeShares(data.graph);
	const worst = maxOf(drawnShares(shares));
	const last = shares.at(-1) ?? 'none';
	const today = todayWords(last);
	const day = data.graph.categories[shares.indexOf(worst)];
	if (worst === 0 || day === undefined) return today;
	const what = last === 'none' ? 'transcode most' : 'most';
	const words =
		last === worst ? `${today}, the most` : `${today}, ${what} ${formatCategory(day)} ${formatShare(worst, 1)}`;
	return words.length < canvas.width ? words : today;
};

const dayByDay = ({graph}: Types, canvas: Canvas, height: number): readonly Row[] => {
	const shares = drawnShares(transcodeShares(graph));
	const {rows} = drawChart({
		values: shares,
		labels: (_, width) => dateLabels(graph.categories, width),
		width: canvas.width - 1,
		height: height - 1,
		max: Math.max(0.1, Math.ceil(maxOf(shares) * 10) / 10),
		label: share => `${Math.round(share * 100)} %`,
		gutter: 6,
		glyphs: canvas.glyphs,
	});
	return [[{text: ' transcode share, day by day', role: 'dim'}], ...rows];
};

/** "+ 3 running": what runs stands apart from what has ended. */
const runningWords = ({live}: Scene): string => (live && live.streamCount > 0 ? ` + ${live.streamCount} running` : '');

const noteOf = (data: Types, scene: Scene): string => {
	const {query, glyphs} = scene;
	const running = query.measure === 'plays' ? runningWords(scene) : '';
	return `${amountWords(wholeOf(data), query.measure, glyphs)}${running}, ${windowWords(query.window, scene)}`;
};

const mostWords = ({graph, most}: Types): string => {
	const max = maxOf(most);
	// Of several such days the last one, as Tautulli names the highest of a window.
	const day = graph.categories[most.lastIndexOf(max)];
	return max === 0 || day === undefined ? '' : `most streams at once on one day: ${max}, ${formatCategory(day)}`;
};

const rowsOf = (data: Types, canvas: Canvas): readonly Row[] => {
	const bars = data.parts.map(part => partRow(part, data, canvas));
	const words: Row = [{text: ` ${transcodeWords(data, canvas)}`, role: 'dim'}];
	const free = canvas.height - bars.length;
	const why: Row = [{text: ` ${whyWords(data.why)}`, role: 'dim'}];
	if (free < 6) return [...bars, words, why];
	const chart = dayByDay(data, canvas, Math.min(free - 2, canvas.form === 'report' ? 6 : 16));
	const most: Row = [{text: ` ${mostWords(data)}`, role: 'dim'}];
	const rest = free - 1 - chart.length;
	return [...bars, [], ...chart, ...[words, why, most].slice(0, Math.max(0, rest))];
};

/** Three shares in a line, or three counts. */
const lineOf = (data: Types, canvas: Canvas): Line => {
	const whole = wholeOf(data);
	if (whole === 0) return {body: [{text: 'nothing played'}], note: ''};
	const shares = sharesOf(data, canvas);
	const words = ways.map(({id, short, name}) => {
		const value = data.parts.find(part => part.id === id)?.value ?? 0;
		return `${canvas.width < 70 ? short : name} ${shares.get(id) || amount(value, canvas.query.measure, canvas.glyphs)}`;
	});
	return {body: [{text: words.join('  ')}], note: ''};
};

/** With the most streams at once behind them, as the command has always had it. */
const withMost = ({graph, most}: Types): Graph => ({
	...graph,
	series: [...graph.series, {name: concurrentSeries, values: graph.categories.map((_, index) => most[index] ?? null)}],
});

/** What it costs: direct play, direct stream, transcode. */
export const types = defineView<Types>({
	name: 'types',
	title: 'Stream types',
	short: 'Types',
	summary: 'direct play, direct stream and transcode by date, with the most streams at once',
	help: 'Why streams were transcoded is a reading of the facts, since Plex gives no reason. Of each that tautop saw, the first that holds: limit (a quality below Original was chosen, and less is sent than the file has), subtitles (burned in), codec (the picture is transcoded without these two), sound (the sound is transcoded), container (none of them).',
	takes: {window: 'any', past: true, measure: ['plays', 'duration'], narrowing: true},
	running: true,
	ask,
	coverage: ({coverage}) => coverage,
	draw: (data, canvas) => {
		const base = {note: noteOf(data, canvas), keys: data.parts.map(({id}) => id)};
		if (isNothing(data.graph)) return {...base, keys: [], rows: sentenceRows([[{text: nothingWords(canvas)}]], canvas)};
		return {...base, rows: rowsOf(data, canvas)};
	},
	line: lineOf,
	says: (data, voice) => {
		if (isNothing(data.graph)) return [nothingWords(voice)];
		const {query, glyphs} = voice;
		const shares = sharesOf(data, voice);
		return [
			`Of ${amountWords(wholeOf(data), query.measure, glyphs)} in ${windowWords(query.window, voice)}:`,
			...data.parts.map(({id, name, value}) =>
				sentence(`${name} ${shares.get(id) ?? ''}`.trim(), amountWords(value, query.measure, glyphs)),
			),
			...(data.why && data.why.seen > 0 ? [sentence(whyWords(data.why))] : []),
		];
	},
	json: data => ({...graphJson(withMost(data)), why: whyJson(data.why)}),
	table: data => graphTable('date', withMost(data)),
	enter: (key, {parts}) => {
		const part = parts.find(({id}) => id === key);
		return part ? {view: 'history', where: {decision: [{id: part.id, name: part.name}]}} : null;
	},
});
