import {countBar} from '../bars.ts';
import {formatCount} from '../format.ts';
import type {Glyphs} from '../glyphs.ts';
import {fitRow, type Row, rowWidth, type Span} from '../row.ts';
import type {Column} from './column.ts';
import {type Fitted, fitColumns, gap} from './fit.ts';
import {sortsDown} from './order.ts';

/** How a table stands on a canvas. Its rows are in their order already. */
export type TablePlan<Item> = {
	readonly columns: readonly Column<Item>[];
	readonly rows: readonly Item[];
	/** Cells; the last one stays blank where there is a cursor. */
	readonly width: number;
	/** Rows in all, headings and the last line included; Infinity: as many as there are. */
	readonly height: number;
	readonly glyphs: Glyphs;
	/** Index of the row that the cursor is on; -1: none is shown; null: there is no cursor, and no cells for it. */
	readonly selected: number | null;
	readonly sort: {readonly id: string | null; readonly reverse: boolean};
	/** What stands at the right end of the last line. */
	readonly legend?: string;
	/** Rows that there are before and behind these, and that are not here yet. */
	readonly beyond?: {readonly above: number; readonly below: number};
};

/** Of more rows than these only the first ones and those that are seen are measured. */
const mostMeasured = 1000;

const maxima = <Item>(fitted: readonly Fitted<Item>[], rows: readonly Item[]): ReadonlyMap<string, number> =>
	new Map(
		fitted
			.filter(({bar}) => bar > 0)
			.map(({column}) => [column.id, rows.reduce((max, item) => Math.max(max, Number(column.value(item))), 0)]),
	);

const place = (cell: Row, width: number, isRight: boolean, cut: string): Row => {
	const blanks = width - rowWidth(cell);
	if (isRight && blanks > 0) return [{text: ' '.repeat(blanks)}, ...cell];
	return fitRow(cell, width, cut);
};

const blank = (cells: number): Span => ({text: ' '.repeat(cells)});

/** Cells of the cursor before the first column. */
const cursorCells = 2;

/** The first row to show, so that the selected one is among `height` rows. */
export const scrollTo = (selected: number, count: number, height: number): number =>
	Math.max(0, Math.min(selected - Math.floor(height / 2), count - height));

const headingRow = <Item>(fitted: readonly Fitted<Item>[], plan: TablePlan<Item>): Row => {
	const {glyphs, sort} = plan;
	return fitted.flatMap(({column, width, bar}, index): Row => {
		const mark = sortsDown(column, sort.reverse) ? glyphs.sorted : glyphs.sortedUp;
		const words = sort.id === column.id ? `${mark}${column.heading}` : column.heading;
		const cell = place([{text: words, role: 'dim'}], width, column.align === 'right', glyphs.cut);
		return [...(index === 0 ? [] : [blank(gap)]), ...(bar > 0 ? [blank(bar + gap)] : []), ...cell];
	});
};

const bodyRow = <Item>(
	item: Item,
	isHere: boolean,
	fitted: readonly Fitted<Item>[],
	tops: ReadonlyMap<string, number>,
	{glyphs}: TablePlan<Item>,
): Row =>
	fitted.flatMap(({column, width, bar}, index): Row => {
		const text = column.text(item);
		const role = isHere && column.grows ? 'bold' : (column.role ?? 'plain');
		const cell = place(typeof text === 'string' ? [{text, role}] : text, width, column.align === 'right', glyphs.cut);
		const value = Math.max(0, Number(column.value(item)));
		const drawn: Row =
			bar > 0 ? [{text: countBar(value, tops.get(column.id) ?? 0, bar, glyphs), role: 'dim'}, blank(gap)] : [];
		return [...(index === 0 ? [] : [blank(gap)]), ...drawn, ...cell];
	});

const lastRow = (
	hidden: {readonly above: number; readonly below: number},
	{width, glyphs, legend = '', selected}: Omit<TablePlan<unknown>, 'columns' | 'rows'>,
): Row => {
	const indent = selected === null ? 0 : cursorCells;
	const words = [
		hidden.above > 0 ? `${formatCount(hidden.above, glyphs)} above` : '',
		hidden.below > 0 ? `${formatCount(hidden.below, glyphs)} more ${glyphs.more}` : '',
	];
	const more: Row = [blank(indent), {text: words.filter(Boolean).join('   '), role: 'dim'}];
	const free = width - rowWidth(more) - legend.length - 1;
	return free < 1 || legend === '' ? more : [...more, blank(free), {text: legend, role: 'dim'}];
};

/**
 * Headings, the rows around the cursor, and how many more there are. At most `height` rows, none wider than `width`; where there
 * is room for two rows only, the headings go.
 */
export const drawTable = <Item>(plan: TablePlan<Item>): readonly Row[] => {
	const {columns, rows, width, height, selected, glyphs} = plan;
	const lead = selected === null ? 0 : cursorCells;
	const headings = height >= 3 && columns.some(({heading}) => heading !== '') ? 1 : 0;
	const room = Math.max(1, height - headings);
	const {beyond = {above: 0, below: 0}} = plan;
	const isPart = rows.length > room || beyond.above + beyond.below > 0;
	const foot = isPart || ((plan.legend ?? '') !== '' && rows.length < room) ? 1 : 0;
	const shown = Math.max(1, Math.min(rows.length, room - foot));
	const first = scrollTo(Math.max(0, selected ?? 0), rows.length, shown);
	const visible = rows.slice(first, first + shown);
	const measured = rows.length <= mostMeasured ? rows : [...rows.slice(0, mostMeasured), ...visible];
	const fitted = fitColumns(columns, measured, Math.max(1, width - lead - (selected === null ? 0 : 1)));
	const tops = maxima(fitted, rows);
	const body = visible.map((item, index): Row => {
		const isHere = first + index === selected;
		const mark: Row = lead === 0 ? [] : [{text: isHere ? glyphs.selected : ' ', role: 'accent'}, blank(1)];
		return [...mark, ...bodyRow(item, isHere, fitted, tops, plan)];
	});
	const heading: Row = lead === 0 ? headingRow(fitted, plan) : [blank(lead), ...headingRow(fitted, plan)];
	const hidden = {above: beyond.above + first, below: beyond.below + rows.length - first - visible.length};
	const last = foot === 0 ? [] : [lastRow(hidden, plan)];
	return [...(headings === 1 ? [heading] : []), ...body, ...last]
		.slice(0, height)
		.map(row => (rowWidth(row) > width ? fitRow(row, width, glyphs.cut) : row));
};
