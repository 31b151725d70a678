import {rowBar} from '../../canvas/bars.ts';
import {formatCount} from '../../canvas/format.ts';
import {fitRow, type Row} from '../../canvas/row.ts';
import {joinWhole, padEnd, padStart, textWidth} from '../../canvas/widths.ts';
import {liftBlock} from '../lift/page.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {type Curve, curveCells, curveRows} from './curve.ts';
import type {OneCollection} from './data.ts';
import {playedFacts, promotedFacts} from './facts.ts';
import {marksIn} from './marks.ts';

/** Cells between the blocks of the head. */
const between = 2;

/** From so many cells on the curve stands beside what promoting did, and from so many on who watches beside both. */
const [wideCells, widestCells] = [64, 110];

const curveOf = ({days, daily, shown}: OneCollection, {query, graphZone}: Canvas): Curve => {
	const isHours = query.measure === 'duration';
	const counts = new Map(daily.map(each => [each.key, isHours ? each.playedSeconds : each.plays]));
	return {
		days,
		values: days.map(day => counts.get(day) ?? 0),
		marks: marksIn(days, shown, graphZone),
		yAxis: isHours ? 'duration' : 'plays',
	};
};

/** Who watches it, the most first, in at most `height` rows. */
const watcherRows = (
	{watchers}: OneCollection,
	width: number,
	height: number,
	{names, glyphs}: Canvas,
): readonly Row[] => {
	const most = watchers[0]?.plays ?? 0;
	const rest = watchers.length - height + 1;
	const shown = rest > 1 ? watchers.slice(0, height - 1) : watchers;
	const count = Math.max(3, textWidth(formatCount(most, glyphs)));
	const name = Math.min(20, Math.max(0, ...shown.map(watcher => textWidth(personName(watcher.name, names)))));
	const bar = Math.max(0, Math.min(24, width - name - count - 2));
	return [
		...shown.map(
			(watcher): Row => [
				{text: `${padEnd(personName(watcher.name, names), name, glyphs.cut)} `},
				{text: rowBar(watcher.plays, most, bar, glyphs), role: 'dim'},
				{text: ` ${padStart(formatCount(watcher.plays, glyphs), count, glyphs.cut)}`},
			],
		),
		...(rest > 1 ? [[{text: `${rest} more`, role: 'dim'} as const]] : []),
	];
};

const watcherLine = ({watchers}: OneCollection, {names, glyphs, width}: Canvas): readonly Row[] => {
	const words = watchers.map(({name, plays}) => `${personName(name, names)} ${formatCount(plays, glyphs)}`);
	return words.length === 0 ? [] : [[{text: ` by ${joinWhole(words, '  ', width - 4)}`}]];
};

/** Blocks beside each other, each as wide as it says. */
const beside = (
	blocks: ReadonlyArray<{readonly rows: readonly Row[]; readonly width: number}>,
	height: number,
	{glyphs}: Canvas,
): readonly Row[] =>
	Array.from(
		{length: height},
		(_, line): Row =>
			blocks.flatMap(
				({rows, width}, index): Row => [
					...(index === 0 ? [] : [{text: ' '.repeat(between)}]),
					...fitRow(rows[line] ?? [], width, glyphs.cut),
				],
			),
	);

/** What the titles leave of the page to the curve, within what can be read. */
const blockRows = ({titles}: OneCollection, {width, height}: Canvas): number => {
	if (height < 16) return 0;
	const most = Math.min(24, Math.floor(width / 10));
	return Math.max(6, Math.min(most, Math.max(Math.floor(height / 4), height - titles.length - 8)));
};

/** Facts in as many lines as they need, at most two. */
const factRows = (facts: readonly string[], {width}: Canvas): readonly Row[] => {
	const parts = facts.filter(Boolean);
	const first = joinWhole(parts, '   ', width - 2);
	const rest = parts.slice(first.split('   ').length);
	return [first, ...(rest.length === 0 ? [] : [joinWhole(rest, '   ', width - 2)])].map(text => [{text: ` ${text}`}]);
};

/** Above the titles of a collection: its facts, its curve, what promoting did, who watches. */
export const headRows = (data: OneCollection, canvas: Canvas): readonly Row[] => {
	const {width} = canvas;
	const facts = [...factRows(playedFacts(data, canvas), canvas), ...factRows(promotedFacts(data, canvas), canvas)];
	const rows = blockRows(data, canvas);
	const wasLooked = (data.shown?.placed ?? null) !== null;
	const inside = width - 2;
	if (rows === 0 || width < wideCells) {
		const lift = liftBlock(data.lift, wasLooked, {width: inside, height: rows === 0 ? 3 : 6}, canvas);
		return [...facts, ...lift.map((row): Row => [{text: ' '}, ...row])];
	}
	const curve = curveOf(data, canvas);
	const hasWatchers = width >= widestCells && data.watchers.length > 0;
	const lift = Math.min(54, Math.max(38, Math.floor(inside * (hasWatchers ? 0.32 : 0.5))));
	const watching = hasWatchers ? Math.min(48, Math.floor(inside * 0.26)) : 0;
	const free = inside - lift - between - (hasWatchers ? watching + between : 0);
	const cells = curveCells(curve, free, canvas);
	const blocks = [
		{rows: curveRows(curve, free, rows, canvas), width: cells},
		{rows: liftBlock(data.lift, wasLooked, {width: lift, height: rows}, canvas), width: lift},
		...(hasWatchers ? [{rows: watcherRows(data, watching, rows, canvas), width: watching}] : []),
	];
	return [
		...facts,
		...(hasWatchers || canvas.height < 24 ? [] : watcherLine(data, canvas)),
		...beside(blocks, rows, canvas),
	];
};
