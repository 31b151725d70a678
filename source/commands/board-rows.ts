import {countBar} from '../canvas/bars.ts';
import {formatCount, formatDecimal, formatHours} from '../canvas/format.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import {type Cell, type Column, table} from '../canvas/old-table.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import type {BoardRow} from '../domain/board.ts';
import {isPromoted, type Promoted} from '../domain/collection.ts';
import type {YAxis} from '../domain/media.ts';
import {shownTitle} from '../domain/text.ts';
import type {Frame} from './report.ts';

/** Where it is promoted, a letter a place: H your Home, F friends' Home, R Recommended. */
const places = (promoted: Promoted | null): string => {
	if (promoted === null) return '?';
	if (!isPromoted(promoted)) return '';
	return `${promoted.home ? 'H' : '·'}${promoted.shared ? 'F' : '·'}${promoted.recommended ? 'R' : '·'}`;
};

const movement = ({rankChange, isNew}: BoardRow, glyphs: Glyphs): string => {
	if (isNew) return 'new';
	if (rankChange === null) return '';
	if (rankChange === 0) return glyphs.same;
	return `${rankChange > 0 ? glyphs.up : glyphs.down}${Math.abs(rankChange)}`;
};

const measure = ({plays, playedSeconds}: BoardRow, yAxis: YAxis): number => (yAxis === 'plays' ? plays : playedSeconds);

const cellsOf = (row: BoardRow, max: number, yAxis: YAxis, glyphs: Glyphs): Cell[] => {
	const {snapshot, rank, plays, playedSeconds, uniqueUsers} = row;
	const {totalItems} = snapshot;
	const marks = places(snapshot.promoted);
	return [
		formatCount(rank, glyphs),
		glyphs.ascii ? marks.replaceAll('·', '.') : marks,
		shownTitle(snapshot.collectionName),
		snapshot.libraryName,
		countBar(measure(row, yAxis), max, 8, glyphs),
		formatCount(plays, glyphs),
		formatHours(playedSeconds, glyphs),
		uniqueUsers === null ? '' : formatCount(uniqueUsers, glyphs),
		totalItems === null || totalItems === 0 ? '' : formatDecimal(plays / totalItems),
		movement(row, glyphs),
	];
};

const columns: readonly Column[] = [
	{heading: '#', align: 'right', role: 'dim'},
	{heading: 'on'},
	{heading: 'collection', flexible: true},
	{heading: 'library', role: 'dim', atMost: 16, dropAt: 6},
	{heading: '', role: 'accent', dropAt: 3},
	{heading: 'plays', align: 'right'},
	{heading: 'time', align: 'right', dropAt: 4},
	{heading: 'users', align: 'right', dropAt: 5},
	{heading: '/item', align: 'right', dropAt: 2},
	{heading: 'rank', align: 'right', dropAt: 1},
];

/** The leaderboard as a table. Columns that nothing is known for are left out. */
export const boardRows = (rows: readonly BoardRow[], yAxis: YAxis, {width, glyphs}: Frame): Row[] => {
	const max = maxOf(rows.map(row => measure(row, yAxis)));
	const cells = rows.map(row => cellsOf(row, max, yAxis, glyphs));
	const known = columns.map((_, index) => cells.some(row => row[index] !== ''));
	return table(
		columns.filter((_, index) => known[index]),
		cells.map(row => row.filter((_, index) => known[index])),
		width,
		glyphs,
	);
};
