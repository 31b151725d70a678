import type {BoardRow} from '../../../domain/board.ts';
import {countBar} from '../../../draw/bars.ts';
import {formatDecimal} from '../../../draw/format.ts';
import type {Span} from '../../../draw/row.ts';
import {amount, left, right} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import type {CollectionsData} from './data.ts';
import {knowsPromotion, measure, perItem, placeLetters} from './rows.ts';

/** A column of the board: its heading, its cells, what stands in it. Columns with a number need that many cells in all. */
export type Column = {
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

/** The columns that have room at this width, from the left. */
export const columnsOf = (data: CollectionsData, frame: Frame): readonly Column[] => {
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
