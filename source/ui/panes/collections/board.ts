import type {BoardRow} from '../../../domain/board.ts';
import {countBar} from '../../../draw/bars.ts';
import {formatDecimal} from '../../../draw/format.ts';
import {type Row, type Span, spreadRow} from '../../../draw/row.ts';
import {amount, blank, cursor, cursorIndex, left, right, scrollTo} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import {type CollectionsData, keyOf} from './data.ts';
import {friendsHome, knowsPromotion, measure, perItem, placeLetters} from './rows.ts';

/** A column of the board: its heading, its cells, what stands in it. Columns with a number need that many cells in all. */
type Column = {
	readonly heading: string;
	readonly width: number;
	readonly from: number;
	readonly draw: (row: BoardRow, width: number) => Span;
	readonly rightHeading?: boolean;
};

const movement = ({rankChange, isNew}: BoardRow, {glyphs}: Frame): string => {
	if (isNew) return 'new';
	if (rankChange === null) return '';
	if (rankChange === 0) return `${glyphs.same} `;
	return `${rankChange > 0 ? glyphs.up : glyphs.down}${Math.abs(rankChange)}`;
};

const decimal = (value: number | null): string => (value === null ? '' : formatDecimal(value));

const columnsOf = (data: CollectionsData, frame: Frame): readonly Column[] => {
	const {glyphs} = frame;
	const known = knowsPromotion(data.board.rows);
	const users = data.board.rows.some(({uniqueUsers}) => uniqueUsers !== null);
	const isHours = data.yAxis === 'duration';
	const max = Math.max(0, ...data.board.rows.map(row => measure(row, data.yAxis)));
	const wide = frame.width >= 54;
	const bar = frame.width < 30 ? 0 : frame.width < 54 ? 5 : Math.min(24, 6 + Math.floor((frame.width - 54) / 5));
	const mark: Column = {
		heading: '',
		width: 1,
		from: 0,
		draw: ({snapshot}) => ({text: snapshot.promoted?.home ? glyphs.home : ' ', role: 'accent'}),
	};
	const places: Column = {
		heading: 'on',
		width: 3,
		from: 0,
		draw: ({snapshot}) => ({text: placeLetters(snapshot.promoted, glyphs), role: 'accent'}),
	};
	const name: Column = {
		heading: 'collection',
		width: 0,
		from: 0,
		draw: ({snapshot}, width) => left(snapshot.collectionName, width, glyphs),
	};
	const bars: Column = {
		heading: '',
		width: bar,
		from: 30,
		draw: (row, width) => ({text: countBar(measure(row, data.yAxis), max, width, glyphs), role: 'dim'}),
	};
	const count: Column = {
		heading: isHours ? 'hours' : 'plays',
		width: isHours ? 8 : 6,
		from: 0,
		rightHeading: true,
		draw: (row, width) => right(amount(measure(row, data.yAxis), data.yAxis, glyphs), width, glyphs),
	};
	const numbers: Column[] = [
		{
			heading: 'users',
			width: 6,
			from: users ? 50 : 999,
			draw: ({uniqueUsers}, width) => right(uniqueUsers === null ? '' : String(uniqueUsers), width, glyphs),
		},
		{
			heading: 'hours',
			width: 8,
			from: isHours ? 999 : 76,
			draw: ({playedSeconds}, width) => right(amount(playedSeconds, 'duration', glyphs), width, glyphs),
		},
		{
			heading: 'items',
			width: 6,
			from: 66,
			draw: ({snapshot}, width) =>
				right(snapshot.totalItems === null ? '' : String(snapshot.totalItems), width, glyphs),
		},
		{heading: '/item', width: 6, from: 36, draw: (row, width) => right(decimal(perItem(row)), width, glyphs)},
		{
			heading: 'rank',
			width: 6,
			from: data.board.hasMovement ? 46 : 999,
			draw: (row, width) => right(movement(row, frame), width, glyphs),
		},
		{
			heading: 'library',
			width: 14,
			from: 96,
			draw: ({snapshot}, width) => right(snapshot.libraryName, width, glyphs, 'dim'),
		},
	];
	const first = known ? [wide ? places : mark] : [];
	return [...first, name, bars, count, ...numbers.map(column => ({...column, rightHeading: true}))].filter(
		({from, width, heading}) => frame.width >= from && (width > 0 || heading === 'collection'),
	);
};

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
