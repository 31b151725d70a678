import {rowBar} from '../bars.ts';
import {formatCount} from '../format.ts';
import type {Glyphs} from '../glyphs.ts';
import {fitRow, type Row, rowWidth, type Span} from '../row.ts';
import {textWidth, truncate} from '../widths.ts';
import type {Column} from './column.ts';
import {type Fitted, fitPages} from './fit.ts';
import {sortsDown} from './order.ts';

/** How a table stands on a canvas. Its rows are in their order already. */
export type TablePlan<Item> = {
	readonly columns: readonly Column<Item>[];
	readonly rows: readonly Item[];
	/** Cells. */
	readonly width: number;
	/** Rows in all, headings and the last line included; Infinity: as many as there are. */
	readonly height: number;
	readonly glyphs: Glyphs;
	/** Index of the row that the cursor is on; -1: none is shown; null: there is no cursor, and no cells for it. */
	readonly selected: number | null;
	readonly sort: {readonly id: string | null; readonly reverse: boolean};
	/** Which of the pages of columns, counted round and round. */
	readonly page?: number;
	/** The headings stand on a rule. */
	readonly ruled?: boolean;
	/** What stands at the right end of the last line, by the columns that are seen. */
	readonly legend?: (shown: ReadonlySet<string>) => string;
	/** Rows that there are before and behind these, and that are not here yet. */
	readonly beyond?: {readonly above: number; readonly below: number};
};

/** Of more rows than these only the first ones and those that are seen are measured. */
const mostMeasured = 1000;

/** A table, and how many pages its columns take at its width. */
export type DrawnTable = {readonly rows: readonly Row[]; readonly pages: number};

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

/** Cells that a title must keep beside the number of its episode. */
const fewestOfTitle = 4;

/** A title gives way before the number of its episode (`Harbour Lights  S02E05`). */
const shortened = (text: string, width: number, cut: string): string => {
	const [, title = '', code = ''] = textWidth(text) > width ? (/^(.*\S)( {2}S\d+E\d+)$/.exec(text) ?? []) : [];
	const room = width - code.length;
	return code === '' || room < fewestOfTitle ? text : `${truncate(title, room, cut)}${code}`;
};

const blank = (cells: number): Span => ({text: ' '.repeat(cells)});

/** Cells of the cursor before the first column. */
const cursorCells = 2;

/** The first row to show, so that the selected one is among `height` rows. */
export const scrollTo = (selected: number, count: number, height: number): number =>
	Math.max(0, Math.min(selected - Math.floor(height / 2), count - height));

/** Words with a rule where blanks were, a blank beside each word. */
const onRule = (line: string, width: number, {box}: Glyphs): string =>
	`${line} `
		.slice(0, width)
		.replace(/^ {2,}/, blanks => `${box.rule.repeat(blanks.length - 1)} `)
		.replaceAll(/ {3,}/g, blanks => ` ${box.rule.repeat(blanks.length - 2)} `)
		.padEnd(width, box.rule);

/** Each heading over its column and the bar of that; the mark of the order stands before it. */
const headingRow = <Item>(fitted: readonly Fitted<Item>[], lead: number, plan: TablePlan<Item>): Row => {
	const {glyphs, sort, width: whole} = plan;
	let line = '';
	let at = lead;
	for (const {column, width, bar, before} of fitted) {
		const {id, heading, align} = column;
		const cells = (bar > 0 ? bar + 1 : 0) + width;
		const mark = sort.id !== id ? '' : sortsDown(column, sort.reverse) ? glyphs.sorted : glyphs.sortedUp;
		const from = at + before + (align === 'right' ? Math.max(0, cells - textWidth(heading)) : 0) - mark.length;
		if (heading !== '' || mark !== '') line = `${line.padEnd(from)}${mark}${heading}`;
		at += before + cells;
	}
	return [{text: plan.ruled ? onRule(line, whole, glyphs) : line, role: 'dim'}];
};

const bodyRow = <Item>(
	item: Item,
	isHere: boolean,
	fitted: readonly Fitted<Item>[],
	tops: ReadonlyMap<string, number>,
	{glyphs}: TablePlan<Item>,
): Row =>
	fitted.flatMap(({column, width, bar, before}): Row => {
		const text = column.text(item);
		const role = isHere && column.grows ? 'bold' : (column.role ?? 'plain');
		const written = typeof text === 'string' ? [{text: shortened(text, width, glyphs.cut), role}] : text;
		const cell = place(written, width, column.align === 'right', glyphs.cut);
		const value = Math.max(0, Number(column.value(item)));
		const drawn: Row =
			bar > 0 ? [{text: rowBar(value, tops.get(column.id) ?? 0, bar, glyphs), role: 'dim'}, blank(1)] : [];
		return [...(before === 0 ? [] : [blank(before)]), ...drawn, ...cell];
	});

const lastRow = (
	hidden: {readonly above: number; readonly below: number},
	legend: string,
	{width, glyphs, selected}: Pick<TablePlan<unknown>, 'width' | 'glyphs' | 'selected'>,
): Row => {
	const indent = selected === null ? 0 : cursorCells;
	const words = [
		hidden.above > 0 ? `${formatCount(hidden.above, glyphs)} above` : '',
		hidden.below > 0 ? `${formatCount(hidden.below, glyphs)} more ${glyphs.more}` : '',
	];
	const more: Row = [blank(indent), {text: words.filter(Boolean).join('   '), role: 'dim'}];
	const free = width - rowWidth(more) - textWidth(legend) - 1;
	return free < 1 || legend === '' ? more : [...more, blank(free), {text: legend, role: 'dim'}];
};

/** Of very many rows the first ones, and those around the cursor. */
const measuredRows = <Item>({rows, selected, height}: TablePlan<Item>): readonly Item[] => {
	if (rows.length <= mostMeasured) return rows;
	const from = Math.max(0, (selected ?? 0) - height);
	return [...rows.slice(0, mostMeasured), ...rows.slice(from, from + 2 * height)];
};

/**
 * Headings, the rows around the cursor, and how many more there are. At most `height` rows, none wider than `width`; where there
 * is room for two rows only, the headings go.
 */
export const drawTable = <Item>(plan: TablePlan<Item>): DrawnTable => {
	const {columns, rows, width, height, selected, glyphs, sort, page = 0} = plan;
	const lead = selected === null ? 0 : cursorCells;
	const {beyond = {above: 0, below: 0}} = plan;
	const pages = fitPages(columns, measuredRows(plan), Math.max(1, width - lead), {sorted: sort.id, lead: lead > 0});
	const fitted = pages[page % pages.length] ?? [];
	const headings = height >= 3 && columns.some(({heading}) => heading !== '') ? 1 : 0;
	const room = Math.max(1, height - headings);
	const legend = plan.legend?.(new Set(fitted.map(({column}) => column.id))) ?? '';
	const isPart = rows.length > room || beyond.above + beyond.below > 0;
	const foot = isPart || (legend !== '' && rows.length < room) ? 1 : 0;
	const shown = Math.max(1, Math.min(rows.length, room - foot));
	const first = scrollTo(Math.max(0, selected ?? 0), rows.length, shown);
	const tops = maxima(fitted, rows);
	const visible = rows.slice(first, first + shown);
	const body = visible.map((item, index): Row => {
		const isHere = first + index === selected;
		const mark: Row = lead === 0 ? [] : [{text: isHere ? glyphs.selected : ' ', role: 'accent'}, blank(1)];
		return [...mark, ...bodyRow(item, isHere, fitted, tops, plan)];
	});
	const hidden = {above: beyond.above + first, below: beyond.below + rows.length - first - visible.length};
	const last = foot === 0 ? [] : [lastRow(hidden, legend, plan)];
	const drawn = [...(headings === 1 ? [headingRow(fitted, lead, plan)] : []), ...body, ...last]
		.slice(0, height)
		.map(row => (rowWidth(row) > width ? fitRow(row, width, glyphs.cut) : row));
	return {rows: drawn, pages: pages.length};
};
