import {patternBar, shareBar} from '../../canvas/bars.ts';
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
import {blank, left, right} from '../plan/cells.ts';
import {playerName} from '../plan/player-name.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {shareWords} from '../plan/shares.ts';
import {personName} from '../plan/words.ts';
import type {Fact, One, Part} from './one-data.ts';
import {spacedLabels} from './time-view.ts';

/** The ways to play, and what people call them. */
export const ways = [
	['direct play', 'direct play'],
	['copy', 'direct stream'],
	['transcode', 'transcode'],
] as const;

export const playsOf = ({decisions}: One, id: string): number => decisions.rows.find(row => row.key === id)?.plays ?? 0;

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const dayName = (day: number | null): string | null => (day === null ? null : (dayNames[day] ?? null));

/** "135 plays", "78 h", "5 users", "5 012 plays since Mar 2021", "usual day Sat". */
export const totalWords = ({total, ever, usualDay}: One, {glyphs, zone}: Scene): readonly string[] => [
	plural(total.plays, 'play', 'plays', glyphs),
	formatHours(total.playedSeconds, glyphs),
	total.users > 1 ? plural(total.users, 'user', 'users', glyphs) : '',
	ever.since === null ? '' : `${plural(ever.plays, 'play', 'plays', glyphs)} since ${formatMonth(ever.since, zone)}`,
	usualDay === null ? '' : `usual day ${(dayName(usualDay) ?? '').slice(0, 3)}`,
];

/** Its plays by the names of a part: the most first. Null: there are none, or they are not known. */
export const partFact = ({id, word, by, isPerson = false}: Part, {parts}: One, {glyphs, names}: Scene): Fact | null => {
	const rows = parts.get(id);
	if (!rows || rows.length === 0) return null;
	const shown = isPerson ? personName : by === 'player' ? playerName : (name: string): string => name;
	const nameOf = (name: string): string => shown(name, names);
	return {name: word, words: rows.map(row => `${nameOf(row.name)} ${formatCount(row.plays, glyphs)}`)};
};

/** Cells of a fact's name. */
const nameCells = 5;

/** What is one piece, and longer than its place. */
const isLong = ({words: [first = '', ...others]}: Fact, cells: number): boolean =>
	others.length === 0 && textWidth(first) > cells - nameCells;

const factRow = ({name, words}: Fact, width: number, {glyphs}: Canvas): Row => [
	left(name, nameCells, glyphs, 'dim'),
	{text: joinWhole(words, '  ', width - nameCells)},
];

/** Cells of a row of a way to play: its name, a bar, its share, its plays. */
const wayCells = (bar: number): number => 15 + bar + 6 + 7;

/** Where facts stand beside the ways to play. */
const wideCells = 76;

/** How it was played, with facts beside that where there is room, else below it. */
export const wayRows = (data: One, facts: readonly Fact[], canvas: Canvas): readonly Row[] => {
	const {glyphs, width} = canvas;
	const counts = ways.map(([id]) => playsOf(data, id));
	const whole = sumOf(counts);
	const isWide = width >= wideCells;
	const bar = Math.max(0, Math.min(isWide ? 9 : 24, width - wayCells(0) - 1));
	const shares = whole < handful ? [] : shareWords(counts);
	const rows = ways.map(([id, name], index): Row => {
		const draw = id === 'transcode' ? patternBar : shareBar;
		const count = counts[index] ?? 0;
		return [
			left(` ${name}`, 15, glyphs),
			...draw(whole === 0 ? 0 : count / whole, bar, glyphs, roleOfWay(id)),
			right(shares[index] ?? '', 6, glyphs),
			right(formatCount(count, glyphs), 7, glyphs),
		];
	});
	const alone = (fact: Fact): Row => [blank(1), ...factRow(fact, width - 2, canvas)];
	if (!isWide) return [...rows, ...facts.map(alone)];
	const room = width - wayCells(bar) - 4;
	const short = facts.filter(fact => !isLong(fact, room));
	const beside = rows.map((row, index): Row => {
		const fact = short[index];
		return fact ? [...row, blank(3), ...factRow(fact, room, canvas)] : row;
	});
	return [
		...beside,
		...short.slice(rows.length).map((fact): Row => [blank(wayCells(bar) + 3), ...factRow(fact, room, canvas)]),
		...facts.filter(fact => isLong(fact, room)).map(alone),
	];
};

/** "97 so far in Nov", "most 118 in Oct"; of a handful nothing is the most. */
const monthWords = ({months: {categories}}: One, values: readonly number[], {glyphs}: Scene): string => {
	const last = values.at(-1) ?? 0;
	const name = (index: number): string => (categories.at(index) ?? '').slice(0, 3);
	const now = `${formatCount(last, glyphs)} so far in ${name(-1)}`;
	const max = maxOf(values);
	if (sumOf(values) < handful) return now;
	return last === max ? `${now}, the most` : `${now}, most ${formatCount(max, glyphs)} in ${name(values.indexOf(max))}`;
};

const curve = (data: One, values: readonly number[], canvas: Canvas): readonly Row[] =>
	drawChart({
		values,
		labels: spacedLabels(month => month, 10).bind(null, data.months.categories),
		width: canvas.width - 1,
		height: 5,
		label: String,
		gutter: 5,
		glyphs: canvas.glyphs,
	}).rows;

/** The plays of each month: as a line, or as a curve where there is much room for it. */
export const monthRows = (data: One, canvas: Canvas, isCurve: boolean): readonly Row[] => {
	const values = sumSeries(data.months).map(value => value ?? 0);
	if (values.length === 0) return [];
	const words = monthWords(data, values, canvas);
	const line = sparkline(values, maxOf(values), canvas.glyphs);
	if (isCurve && canvas.height >= 18) {
		return [[{text: ` plays a month   ${words}`, role: 'dim'}], ...curve(data, values, canvas)];
	}
	const room = canvas.width - 16 - values.length;
	return [
		[
			{text: ' plays a month ', role: 'dim'},
			{text: line},
			{text: ` ${joinWhole(words.split(', '), ', ', room)}`, role: 'dim'},
		],
	];
};
