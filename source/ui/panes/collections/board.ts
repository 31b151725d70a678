import type {BoardRow} from '../../../domain/board.ts';
import {type Row, type Span, spreadRow} from '../../../draw/row.ts';
import {blank, cursor, cursorIndex, left, right, scrollTo} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import {type Column, columnsOf} from './board-columns.ts';
import {type CollectionsData, keyOf} from './data.ts';
import {friendsHome, knowsPromotion} from './rows.ts';

const rankCells = 4;

/** Columns that are separated by a blank on their left; numbers bring their own. */
const widthsFor = (columns: readonly Column[], frame: Frame): readonly number[] => {
	const fixed = columns.reduce((sum, {width, rightHeading}) => sum + width + (rightHeading ? 0 : 1), 0);
	const title = Math.max(1, frame.width - rankCells - fixed - 1);
	return columns.map(({width, heading}) => (heading === 'collection' ? title : width));
};

const place = (columns: readonly Column[], spans: readonly Span[]): Row =>
	columns.flatMap(({rightHeading}, index) => [...(rightHeading ? [] : [blank(1)]), spans[index] ?? blank(0)]);

/** The words above the columns, the sorted one with its mark. */
const headingRow = (columns: readonly Column[], widths: readonly number[], frame: Frame): Row => [
	blank(rankCells),
	...place(
		columns,
		columns.map(({heading, rightHeading}, index) =>
			rightHeading
				? right(heading, widths[index] ?? 0, frame.glyphs, 'dim')
				: left(heading, widths[index] ?? 0, frame.glyphs, 'dim'),
		),
	),
];

const boardRow = (
	row: BoardRow,
	isHere: boolean,
	columns: readonly Column[],
	widths: readonly number[],
	frame: Frame,
): Row => {
	const spans = columns.map(({draw, heading}, index) => {
		const span = draw(row, widths[index] ?? 0);
		return isHere && heading === 'collection' ? {...span, role: 'bold' as const} : span;
	});
	return [
		cursor(isHere, frame.glyphs),
		right(String(row.rank), rankCells - 1, frame.glyphs, 'dim'),
		...place(columns, spans),
	];
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
	const columns = columnsOf(data, frame);
	const widths = widthsFor(columns, frame);
	const shown = Math.max(1, height - 2);
	const selected = cursorIndex(frame, rows.map(keyOf));
	const first = scrollTo(Math.max(0, selected), rows.length, shown);
	const visible = rows.slice(first, first + shown);
	const drawn = visible.map((row, index) => boardRow(row, first + index === selected, columns, widths, frame));
	const filled = [...drawn, ...Array.from({length: Math.max(0, shown - drawn.length)}, (): Row => [])];
	return [headingRow(columns, widths, frame), ...filled, moreRow(rows.length - first - visible.length, data, frame)];
};
