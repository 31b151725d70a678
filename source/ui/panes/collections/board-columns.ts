import {countBar} from '../../../canvas/bars.ts';
import {formatDecimal} from '../../../canvas/format.ts';
import type {Span} from '../../../canvas/row.ts';
import {textWidth} from '../../../canvas/widths.ts';
import type {BoardRow} from '../../../domain/board.ts';
import {shownTitle} from '../../../domain/text.ts';
import {amount, left, right} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import type {CollectionsData} from './data.ts';
import {knowsPromotion, measure, perItem, placeLetters} from './rows.ts';

/** A column of the board. Between two columns there is always a blank, which is not part of their widths. */
export type Column = {
	readonly heading: string;
	/** Cells; 0: what the others leave. */
	readonly width: number;
	readonly draw: (row: BoardRow, width: number) => Span;
	readonly alignsRight?: boolean;
};

const movement = ({rankChange, isNew}: BoardRow, {glyphs}: Frame): string => {
	if (isNew) return 'new';
	if (rankChange === null) return '';
	if (rankChange === 0) return `${glyphs.same} `;
	return `${rankChange > 0 ? glyphs.up : glyphs.down}${Math.abs(rankChange)}`;
};

/** A column of numbers: what stands in it, how wide it is at least, and the width of the frame that it needs. */
type Numbers = {
	readonly heading: string;
	readonly least: number;
	readonly from: number;
	readonly text: (row: BoardRow) => string;
};

/** As wide as the longest number of the whole board, so that none is cut and nothing jumps when the board scrolls. */
const numbers = ({heading, least, text}: Numbers, rows: readonly BoardRow[], {glyphs}: Frame): Column => ({
	heading,
	width: Math.max(least, ...rows.map(row => textWidth(text(row)))),
	alignsRight: true,
	draw: (row, width) => right(text(row), width, glyphs),
});

const orBlank = (value: number | null, words: (value: number) => string): string =>
	value === null ? '' : words(value);

const numbersOf = (data: CollectionsData, {glyphs}: Frame): readonly Numbers[] => {
	const isHours = data.yAxis === 'duration';
	const {rows} = data.board;
	const hours: Numbers = {
		heading: 'hours',
		least: 7,
		from: 76,
		text: ({playedSeconds}) => amount(playedSeconds, 'duration', glyphs),
	};
	return [
		isHours
			? {...hours, from: 0}
			: {heading: 'plays', least: 5, from: 0, text: ({plays}) => amount(plays, 'plays', glyphs)},
		...(rows.some(({uniqueUsers}) => uniqueUsers !== null)
			? [{heading: 'users', least: 5, from: 50, text: ({uniqueUsers}: BoardRow) => orBlank(uniqueUsers, String)}]
			: []),
		...(isHours ? [] : [hours]),
		{heading: 'items', least: 5, from: 66, text: ({snapshot}) => orBlank(snapshot.totalItems, String)},
		{heading: '/item', least: 5, from: 36, text: row => orBlank(perItem(row), formatDecimal)},
	];
};

/** The columns that have room at this width, from the left. */
export const columnsOf = (data: CollectionsData, frame: Frame): readonly Column[] => {
	const {glyphs, width: room} = frame;
	const {rows, hasMovement} = data.board;
	const max = Math.max(0, ...rows.map(row => measure(row, data.yAxis)));
	const bar = room < 54 ? 5 : Math.min(24, 6 + Math.floor((room - 54) / 5));
	const mark: Column = {
		heading: '',
		width: 1,
		draw: ({snapshot}) => ({text: snapshot.promoted?.home ? glyphs.home : ' ', role: 'accent'}),
	};
	const places: Column = {
		heading: 'on',
		width: 3,
		draw: ({snapshot}) => ({text: placeLetters(snapshot.promoted, glyphs), role: 'accent'}),
	};
	const name: Column = {
		heading: 'collection',
		width: 0,
		draw: ({snapshot}, width) => left(shownTitle(snapshot.collectionName), width, glyphs),
	};
	const bars: Column = {
		heading: '',
		width: bar,
		draw: (row, width) => ({text: countBar(measure(row, data.yAxis), max, width, glyphs), role: 'dim'}),
	};
	const library: Column = {
		// A blank more: it is the only text that stands on the left of its column behind a number.
		heading: ' library',
		width: Math.min(14, 1 + Math.max(7, ...rows.map(({snapshot}) => textWidth(snapshot.libraryName)))),
		draw: ({snapshot}, width) => left(` ${snapshot.libraryName}`, width, glyphs, 'dim'),
	};
	const rank: Numbers = {heading: 'rank', least: 5, from: 46, text: row => movement(row, frame)};
	return [
		...(knowsPromotion(rows) ? [room >= 54 ? places : mark] : []),
		name,
		...(room >= 30 ? [bars] : []),
		...[...numbersOf(data, frame), ...(hasMovement ? [rank] : [])]
			.filter(({from}) => room >= from)
			.map(column => numbers(column, rows, frame)),
		...(room >= 96 ? [library] : []),
	];
};
