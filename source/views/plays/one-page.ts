import {shareBar} from '../../canvas/bars.ts';
import {drawChart} from '../../canvas/chart.ts';
import {formatMonth} from '../../canvas/clock.ts';
import {formatCount, formatHours, plural} from '../../canvas/format.ts';
import {maxOf} from '../../canvas/resample.ts';
import type {Row} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {joinWhole, textWidth} from '../../canvas/widths.ts';
import {sumOf, sumSeries} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {barList, blockWidth, sideBySide} from '../plan/blocks.ts';
import {blank, left, right} from '../plan/cells.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {shareWords} from '../plan/shares.ts';
import {nothingWords} from '../plan/words.ts';
import type {Fact, One, Part} from './one-data.ts';
import {dayName, partName, playsOf, ways} from './one-rows.ts';
import {spacedLabels} from './time-view.ts';

/** What stands over the plays beside their numbers. */
export type OnePage = {
	readonly parts: readonly Part[];
	readonly facts: readonly Fact[];
	/** "watching now"; '' where it does not run. */
	readonly now: string;
	/** Months are a curve where there is room for a few rows more. */
	readonly isCurve?: boolean;
};

/** "135 plays", "78 h", "watching now", "5 users", "5 012 plays since Mar 2021", "usual day Sat". */
export const totalWords = (
	{total, ever, usualDay}: One,
	now: string,
	{glyphs, graphZone, zone}: Scene,
): readonly string[] =>
	[
		plural(total.plays, 'play', 'plays', glyphs),
		formatHours(total.playedSeconds, glyphs),
		now,
		total.users > 1 ? plural(total.users, 'user', 'users', glyphs) : '',
		ever.since === null
			? ''
			: `${plural(ever.plays, 'play', 'plays', glyphs)} since ${formatMonth(ever.since, graphZone ?? zone)}`,
		usualDay === null ? '' : `usual day ${(dayName(usualDay) ?? '').slice(0, 3)}`,
	].filter(Boolean);

/** Cells of a fact's name. */
const nameCells = 5;

/** What is one piece, and longer than its place. */
const isLong = ({words: [first = '', ...others]}: Fact, cells: number): boolean =>
	others.length === 0 && textWidth(first) > cells - nameCells;

const factRow = ({name, words}: Fact, width: number, {glyphs}: Canvas): Row => [
	left(name, nameCells, glyphs, 'dim'),
	{text: joinWhole(words, '  ', width - nameCells)},
];

/** Where facts stand beside the ways to play. */
const wideCells = 76;

/** How it was played, with facts beside that where there is room, else below it. */
const wayRows = (data: One, facts: readonly Fact[], canvas: Canvas): readonly Row[] => {
	const {glyphs, width} = canvas;
	const counts = ways.map(([id]) => playsOf(data, id));
	const whole = sumOf(counts);
	const shares = whole < handful ? [] : shareWords(counts);
	const numbers = counts.map(count => formatCount(count, glyphs));
	const countCells = maxOf(numbers.map(textWidth)) + 3;
	const used = 15 + (shares.length === 0 ? 0 : 5) + countCells;
	const isWide = width >= wideCells;
	const bar = Math.max(0, Math.min(isWide ? Math.floor(width / 9) : 24, width - used - 1));
	const rows = ways.map(([id, name], index): Row => {
		const count = counts[index] ?? 0;
		return [
			left(` ${name}`, 15, glyphs),
			// What was played never vanishes.
			...shareBar(count === 0 || bar === 0 ? 0 : Math.max(count / whole, 1 / bar), bar, glyphs, roleOfWay(id)),
			right(shares[index] ?? '', shares.length === 0 ? 0 : 5, glyphs),
			right(numbers[index] ?? '', countCells, glyphs),
		];
	});
	const alone = (fact: Fact): Row => [blank(1), ...factRow(fact, width - 2, canvas)];
	if (!isWide) return [...rows, ...facts.map(alone)];
	const room = width - used - bar - 4;
	const short = facts.filter(fact => !isLong(fact, room));
	const beside = rows.map((row, index): Row => {
		const fact = short[index];
		return fact ? [...row, blank(3), ...factRow(fact, room, canvas)] : row;
	});
	return [
		...beside,
		...short.slice(rows.length).map((fact): Row => [blank(used + bar + 3), ...factRow(fact, room, canvas)]),
		...facts.filter(fact => isLong(fact, room)).map(alone),
	];
};

/** "97 so far in Nov", "most 118 in Oct"; of a handful nothing is the most. */
const monthWords = ({months: {categories}}: One, values: readonly number[], {glyphs}: Scene): readonly string[] => {
	const last = values.at(-1) ?? 0;
	const name = (month: string): string => month.slice(0, 3);
	const here = categories.at(-1) ?? '';
	const now = `${formatCount(last, glyphs)} so far in ${name(here)}`;
	const max = maxOf(values);
	if (sumOf(values) < handful) return [now];
	if (last === max) return [now, 'the most'];
	const best = categories[values.indexOf(max)] ?? '';
	// The same month of the year before has its year.
	return [now, `most ${formatCount(max, glyphs)} in ${name(best) === name(here) ? best : name(best)}`];
};

const title = ' plays a month ';

/** The plays of each month in one line. */
const monthLine = (data: One, values: readonly number[], canvas: Canvas): Row => {
	const room = canvas.width - title.length - values.length - 2;
	return [
		{text: title, role: 'dim'},
		{text: sparkline(values, maxOf(values), canvas.glyphs)},
		{text: ` ${joinWhole(monthWords(data, values, canvas), ', ', room)}`},
	];
};

/** The same as columns, `width` cells wide. */
const monthCurve = (
	data: One,
	values: readonly number[],
	width: number,
	height: number,
	canvas: Canvas,
): readonly Row[] => [
	[{text: title, role: 'dim'}, {text: joinWhole(monthWords(data, values, canvas), ', ', width - title.length)}],
	...drawChart({
		values,
		labels: spacedLabels(month => month.slice(0, 3), 4).bind(null, data.months.categories),
		width,
		height: height - 1,
		label: value => formatCount(value, canvas.glyphs),
		gutter: 5,
		glyphs: canvas.glyphs,
	}).rows,
];

/** Rows of the blocks of months and names. */
const blockRows = 8;

/** The names of a part with most plays, with bars. */
const listRows = (part: Part, data: One, width: number, canvas: Canvas): readonly Row[] => {
	const rows = (data.parts.get(part.id) ?? []).toSorted((one, two) => two.plays - one.plays);
	const counted = rows.map(row => ({name: partName(part, row, canvas), plays: row.plays}));
	return barList(part.list ?? '', counted, {width, height: blockRows, glyphs: canvas.glyphs});
};

/** From this height and width on months are columns, with the names of most plays beside them. */
const blocksFrom = {height: 28, width: 100};

/** The plays of each month as a line; as a curve, and names beside it, where there is much room. */
const monthRows = (data: One, page: OnePage, canvas: Canvas): readonly Row[] => {
	const values = sumSeries(data.months).map(value => value ?? 0);
	if (values.length === 0) return [];
	const {width, height} = canvas;
	if (height >= blocksFrom.height && width >= blocksFrom.width) {
		const lists = page.parts
			.toReversed()
			.filter(({id, list}) => list !== undefined && (data.parts.get(id)?.length ?? 0) > 1);
		const shown = lists.slice(0, width >= 160 ? 2 : 1);
		const each = blockWidth(width - 1, shown.length + 1);
		return sideBySide([
			{width: each, rows: monthCurve(data, values, each, blockRows, canvas)},
			...shown.map(part => ({width: each, rows: listRows(part, data, each, canvas)})),
		]);
	}
	return page.isCurve && height >= 18
		? monthCurve(data, values, width - 1, 6, canvas)
		: [monthLine(data, values, canvas)];
};

const rule = ({width, glyphs}: Canvas): Row => {
	const head = `${glyphs.box.rule} plays `;
	return [{text: head + glyphs.box.rule.repeat(Math.max(0, width - head.length)), role: 'dim'}];
};

/** What stands over the plays of one user or title. */
export const pageRows = (data: One, page: OnePage, canvas: Canvas): readonly Row[] => {
	const [plays = '', ...others] = totalWords(data, page.now, canvas);
	const fitting = joinWhole([plays, ...others], '   ', canvas.width - 2);
	return [
		[{text: ` ${plays}`, role: 'bold'}, {text: fitting.slice(plays.length)}],
		...(canvas.height >= 12 ? wayRows(data, page.facts, canvas) : []),
		...(canvas.height >= 14 ? monthRows(data, page, canvas) : []),
		...(canvas.height >= 10 ? [rule(canvas)] : []),
	];
};

/** Of what was not played in the window: what is known all the same, and how long ago it was. */
export const emptyRows = (facts: readonly Fact[], {ever}: One, scene: Scene): readonly Row[] => {
	const {glyphs, graphZone, zone} = scene;
	const before =
		ever.plays === 0 || ever.since === null
			? []
			: [
					[
						{
							text: `${plural(ever.plays, 'play', 'plays', glyphs)} since ${formatMonth(ever.since, graphZone ?? zone)}.`,
						},
					],
				];
	const known = facts.map(({name, words}): Row => [left(name, nameCells, glyphs, 'dim'), {text: words.join('  ')}]);
	return [[{text: nothingWords(scene)}], ...before, ...(known.length > 0 ? [[], ...known] : [])];
};
