import type {Column} from './column.ts';
import {type Measured, measure} from './measure.ts';

/** Cells of a column, of the bar before it (0: none), and of the blanks before both. */
export type Fitted<Item> = {
	readonly column: Column<Item>;
	readonly width: number;
	readonly bar: number;
	readonly before: number;
};

/** Cells between two columns, and between a bar and its number. */
const gap = 1;

const leastBar = 4;

/** The longest bar: a good part of the table, and where that is narrow this. */
const mostBar = (width: number): number => Math.max(24, Math.floor(width / 3));

/** A growing column has so much of its text before columns of little worth come, where it says nothing else. */
const comfortable = 16;

/** Columns up to this number come before bars, and make titles shorter. */
const worthCutting = 2;

type Chosen<Item> = {readonly columns: readonly Measured<Item>[]; readonly bar: number};

const isBarred = <Item>({barred}: Measured<Item>): boolean => barred;

const widthOf = <Item>(measured: Measured<Item>, own: number, bar: number): number =>
	isBarred(measured) ? Math.max(own, measured.heading - (bar > 0 ? bar + gap : 0)) : own;

const cellsOf = <Item>({columns, bar}: Chosen<Item>, own: (measured: Measured<Item>) => number): number =>
	columns.reduce(
		(sum, each) => sum + gap + widthOf(each, own(each), bar) + (isBarred(each) && bar > 0 ? bar + gap : 0),
		-gap,
	);

const leastOf = <Item>({least}: Measured<Item>): number => least;

const comfortOf = <Item>({column, natural, least}: Measured<Item>): number =>
	column.grows ? Math.min(natural, column.before ?? comfortable) : least;

/** Columns that come together, or bars. */
type Wish<Item> = {readonly worth: number; readonly columns: readonly Measured<Item>[]};

const bars = {worth: worthCutting, columns: []} as const;

/** What can come, the worthiest first: columns by their numbers, and bars among them. */
const wishes = <Item>(columns: readonly Measured<Item>[]): readonly Wish<Item>[] => {
	const worths = [...new Set(columns.map(({column}) => column.dropAt ?? 0))].toSorted((one, two) => one - two);
	const groups = worths.map(worth => ({worth, columns: columns.filter(({column}) => (column.dropAt ?? 0) === worth)}));
	return [
		...groups.filter(({worth}) => worth <= worthCutting),
		bars,
		...groups.filter(({worth}) => worth > worthCutting),
	];
};

/** Where not even these have room the last ones go, but for one that grows and the one that is sorted by. */
const withoutLast = <Item>(
	columns: readonly Measured<Item>[],
	width: number,
	sorted: string | null,
): readonly Measured<Item>[] => {
	let kept = columns;
	const needed = columns.find(({column}) => column.grows) ?? columns[0];
	const few = ({column, least}: Measured<Item>): number => (column.grows ? Math.min(least, 4) : least);
	while (cellsOf({columns: kept, bar: 0}, few) > width) {
		const last = kept.findLast(each => each !== needed && each.column.id !== sorted);
		if (!last) break;
		kept = kept.filter(each => each !== last);
	}
	return kept;
};

/** Those that have room, in their order. What is sorted by always has: its heading says so. */
const choose = <Item>(all: readonly Measured<Item>[], width: number, sorted: string | null): Chosen<Item> => {
	const isFixed = ({column}: Measured<Item>): boolean => column.dropAt === undefined || column.id === sorted;
	const fixed = all.filter(isFixed);
	let chosen: Chosen<Item> = {columns: withoutLast(fixed, width, sorted), bar: 0};
	if (chosen.columns.length < fixed.length) return chosen;
	for (const {worth, columns} of wishes(all.filter(each => !isFixed(each)))) {
		const next: Chosen<Item> = {
			columns: all.filter(each => columns.includes(each) || chosen.columns.includes(each)),
			bar: columns.length === 0 ? leastBar : chosen.bar,
		};
		if (cellsOf(next, worth <= worthCutting ? leastOf : comfortOf) <= width) chosen = next;
	}
	return chosen;
};

/** Deals out what is free: each takes at most what it is given, in order. */
const grown = <Item>(
	widths: ReadonlyMap<Measured<Item>, number>,
	free: number,
	to: (measured: Measured<Item>) => number,
): {readonly widths: ReadonlyMap<Measured<Item>, number>; readonly free: number} => {
	let left = free;
	const next = [...widths].map(([measured, width]) => {
		const more = Math.max(0, Math.min(left, to(measured) - width));
		left -= more;
		return [measured, width + more] as const;
	});
	return {widths: new Map(next), free: left};
};

/** Where there is less than nothing, the growing ones shrink, the last one first. */
const shrunk = <Item>(
	widths: ReadonlyMap<Measured<Item>, number>,
	missing: number,
): ReadonlyMap<Measured<Item>, number> => {
	let left = missing;
	const next = [...widths].reverse().map(([measured, width]) => {
		const less = measured.column.grows ? Math.max(0, Math.min(left, width)) : 0;
		left -= less;
		return [measured, width - less] as const;
	});
	return new Map(next.reverse());
};

/** Two blanks before a text behind a number; between all of them where they have room. */
const blanksOf = <Item>(columns: readonly Measured<Item>[], free: number): readonly number[] => {
	const wide = columns.length - 1;
	let left = free >= wide ? wide : free;
	const all = free >= wide;
	return columns.map(({column}, index) => {
		if (index === 0) return 0;
		const isTight = column.align === 'left' && columns[index - 1]?.column.align === 'right';
		if (left === 0 || !(all || isTight)) return gap;
		left -= 1;
		return gap + 1;
	});
};

const dealt = <Item>(
	{columns, bar}: Chosen<Item>,
	widths: ReadonlyMap<Measured<Item>, number>,
	before: readonly number[],
): readonly Fitted<Item>[] =>
	columns.map((each, index) => ({
		column: each.column,
		width: widths.get(each) ?? 0,
		bar: isBarred(each) ? bar : 0,
		before: before[index] ?? gap,
	}));

const fitMeasured = <Item>(
	all: readonly Measured<Item>[],
	width: number,
	sorted: string | null,
): readonly Fitted<Item>[] => {
	const chosen = choose(all, width, sorted);
	const {columns, bar: least} = chosen;
	const spare = width - cellsOf(chosen, leastOf);
	const first = new Map(columns.map(each => [each, widthOf(each, each.least, least)]));
	if (spare < 0)
		return dealt(
			chosen,
			shrunk(first, -spare),
			columns.map((_, index) => (index === 0 ? 0 : gap)),
		);
	const fair = grown(first, spare, comfortOf);
	const titles = grown(fair.widths, fair.free, ({natural}) => natural);
	const texts = grown(titles.widths, titles.free, ({column, natural, whole}) => (column.grows ? natural : whole));
	const before = blanksOf(columns, texts.free);
	const free = texts.free - before.reduce((sum, each) => sum + Math.max(0, each - gap), 0);
	const more = columns.some(isBarred) ? Math.max(0, Math.min(mostBar(width) - least, free)) : 0;
	const bar = least === 0 ? 0 : least + more;
	return dealt({columns, bar}, grown(texts.widths, free - (bar - least), ({whole}) => whole).widths, before);
};

/** What fitting asks beside the columns: the one that rows are sorted by, and whether blanks stand before the first one. */
export type Fitting = {readonly sorted?: string | null; readonly lead?: boolean};

/**
 * The columns that have room in `width` cells, and how wide each is: first a good part of each title, then titles as wide as their
 * texts (`atMost`), then blanks between columns, then bars, then what of a text is longer still. What has no room there stands on further pages, beside those
 * columns that always stay.
 */
export const fitPages = <Item>(
	columns: readonly Column<Item>[],
	rows: readonly Item[],
	width: number,
	{sorted = null, lead = false}: Fitting = {},
): ReadonlyArray<readonly Fitted<Item>[]> => {
	const barred = columns.find(({id, bar}) => bar && id === sorted) ?? columns.find(({bar}) => bar);
	let left = columns.map((column, index) =>
		measure(column, rows, {marked: index === 0 && !lead, barred: column === barred}),
	);
	const pages = [fitMeasured(left, width, sorted)];
	const canGo = ({column}: {readonly column: Column<Item>}): boolean =>
		column.dropAt !== undefined && column.id !== sorted;
	for (;;) {
		const shown = new Set((pages.at(-1) ?? []).filter(canGo).map(({column}) => column));
		left = left.filter(({column}) => !shown.has(column));
		if (shown.size === 0 || !left.some(canGo)) return pages;
		const next = fitMeasured(left, width, sorted);
		if (!next.some(canGo)) return pages;
		pages.push(next);
	}
};
