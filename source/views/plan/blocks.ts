import {rowBar} from '../../canvas/bars.ts';
import {formatCount} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {maxOf} from '../../canvas/resample.ts';
import {fitRow, type Row} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import {blank, left, right} from './cells.ts';

/** Rows that stand beside others, in so many cells. */
export type Block = {readonly width: number; readonly rows: readonly Row[]};

const gap = 3;

/** Cells of each of `count` blocks in so much room. */
export const blockWidth = (room: number, count: number): number => Math.floor((room - gap * (count - 1)) / count);

/** Blocks side by side. */
export const sideBySide = (blocks: readonly Block[]): readonly Row[] =>
	Array.from(
		{length: maxOf(blocks.map(({rows}) => rows.length))},
		(_, index): Row =>
			blocks.flatMap(({rows, width}, place) => [blank(place === 0 ? 0 : gap), ...fitRow(rows[index] ?? [], width)]),
	);

/** A name and how much of something it has; `words`: where that is no count. */
export type Counted = {readonly name: string; readonly plays: number; readonly words?: string};

const mostBar = 24;

/** Names with their plays, and bars where there is room: a heading, then as many as fit. */
export const barList = (
	heading: string,
	counted: readonly Counted[],
	{width, height, glyphs}: {readonly width: number; readonly height: number; readonly glyphs: Glyphs},
): readonly Row[] => {
	const shown = counted.slice(0, Math.max(0, height - 1));
	const max = maxOf(shown.map(({plays}) => plays));
	const numbers = shown.map(({plays, words}) => words ?? formatCount(plays, glyphs));
	const cells = maxOf(numbers.map(textWidth)) + 1;
	const longest = maxOf(shown.map(({name}) => textWidth(name)));
	// A name that is very long leaves room for bars that can be compared.
	const most = Math.max(12, Math.floor(0.6 * width));
	const name = Math.max(0, Math.min(width - cells - 5, Math.max(12, longest), most));
	const bar = Math.max(0, Math.min(mostBar, width - name - cells - 1));
	return [
		[{text: heading, role: 'dim'}],
		...shown.map(
			({name: called, plays}, index): Row => [
				left(called, name, glyphs),
				blank(1),
				{text: rowBar(plays, max, bar, glyphs), role: 'dim'},
				right(numbers[index] ?? '', cells, glyphs),
			],
		),
	];
};

/** Rows right under a table, indented as it is, with blank ones below them: they fill all of the room. */
export const underTable = (rows: readonly Row[], room: number): readonly Row[] => {
	const indented = [[], ...rows.map((row): Row => [blank(2), ...row])];
	return Array.from({length: room}, (_, index) => indented[index] ?? []);
};
