import {type Row, type Span, spreadRow} from '../../../canvas/row.ts';
import type {BoardRow} from '../../../domain/board.ts';
import {blank, cursor, cursorIndex, left, right, scrollTo} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import {type Column, columnsOf} from './board-columns.ts';
import {type CollectionsData, keyOf} from './data.ts';
import {friendsHome, knowsPromotion} from './rows.ts';

/** Cells of the cursor and the rank before the first column. */
const rankCells = (rows: readonly BoardRow[]): number => 2 + Math.max(2, ...rows.map(({rank}) => String(rank).length));

/** The board's columns at this width: their cells, and where the first one begins. */
type Layout = {readonly columns: readonly Column[]; readonly widths: readonly number[]; readonly ranks: number};

const layOut = (data: CollectionsData, frame: Frame): Layout => {
	const columns = columnsOf(data, frame);
	const ranks = rankCells(data.board.rows);
	const fixed = columns.reduce((sum, {width}) => sum + 1 + width, ranks);
	// The last cell of a row stays blank, as the title rule has it.
	const title = Math.max(1, frame.width - fixed - 1);
	return {columns, ranks, widths: columns.map(({width}) => (width === 0 ? title : width))};
};

/** Cells in their columns, a blank before each. */
const place = (spans: readonly Span[]): Row => spans.flatMap(span => [blank(1), span]);

/** The words above the columns. */
const headingRow = ({columns, widths, ranks}: Layout, {glyphs}: Frame): Row => [
	blank(ranks),
	...place(
		columns.map(({heading, alignsRight}, index) =>
			(alignsRight ? right : left)(heading, widths[index] ?? 0, glyphs, 'dim'),
		),
	),
];

const boardRow = (row: BoardRow, isHere: boolean, {columns, widths, ranks}: Layout, {glyphs}: Frame): Row => {
	const spans = columns.map(({draw, width}, index) => {
		const span = draw(row, widths[index] ?? 0);
		return isHere && width === 0 ? {...span, role: 'bold' as const} : span;
	});
	return [cursor(isHere, glyphs), right(String(row.rank), ranks - 1, glyphs, 'dim'), ...place(spans)];
};

const moreRow = (hidden: number, data: CollectionsData, frame: Frame): Row => {
	const {glyphs, width} = frame;
	const more = hidden > 0 ? `${hidden} more ${glyphs.more}` : '';
	const legend = width >= 54 ? `H Home  F ${friendsHome(glyphs)}  R Recommended ` : `${glyphs.home} on Home `;
	const words = knowsPromotion(data.board.rows) ? legend : 'promotion not known ';
	return spreadRow([blank(4), {text: more, role: 'dim'}], [{text: words, role: 'dim'}], width, glyphs.cut);
};

/** The board in `height` rows: headings, the rows around the cursor, what is hidden. */
export const boardRows = (
	rows: readonly BoardRow[],
	data: CollectionsData,
	frame: Frame,
	height: number,
): readonly Row[] => {
	const layout = layOut(data, frame);
	const shown = Math.max(1, height - 2);
	const selected = cursorIndex(frame, rows.map(keyOf));
	const first = scrollTo(Math.max(0, selected), rows.length, shown);
	const visible = rows.slice(first, first + shown);
	const drawn = visible.map((row, index) => boardRow(row, first + index === selected, layout, frame));
	const filled = [...drawn, ...Array.from({length: Math.max(0, shown - drawn.length)}, (): Row => [])];
	return [headingRow(layout, frame), ...filled, moreRow(rows.length - first - visible.length, data, frame)];
};
