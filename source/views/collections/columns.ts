import {formatCount, formatDecimal, formatHours} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {BoardRow} from '../../domain/board.ts';
import type {Promoted} from '../../domain/collection.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {liftSpan, narrowLift} from '../lift/numbers.ts';
import type {Column, MaybeCanvas} from '../plan/list-view.ts';
import {keyValue} from '../plays/named-view.ts';
import {type BoardItem, perItem} from './data.ts';
import {shownWords} from './promotion.ts';
import {weeksRow} from './weeks.ts';

const narrowCells = 56;

/** Where a place among others has so little room, one sign says that it is on Home. */
export const isNarrow = ({width = 80}: MaybeCanvas): boolean => width < narrowCells;

/** "HFR": your Home, friends' Home, Recommended; blank where it is on none. On a page a dot stands for those that it is not on. */
export const placeLetters = (promoted: Promoted | null, {glyphs, form}: MaybeCanvas): string => {
	if (promoted === null) return '  ?';
	const {home, shared, recommended} = promoted;
	if (!home && !shared && !recommended) return '   ';
	const none = form === 'pane' ? ' ' : glyphs.track;
	return `${home ? 'H' : none}${shared ? 'F' : none}${recommended ? 'R' : none}`;
};

const placeSign = (promoted: Promoted | null, {glyphs}: MaybeCanvas): string =>
	promoted === null ? '?' : promoted.home ? glyphs.home : '';

/** True where it is known of at least one collection whether it is promoted. */
export const knowsPromotion = (rows: readonly BoardRow[]): boolean =>
	rows.some(({snapshot}) => snapshot.promoted !== null);

const movement = ({rankChange, isNew}: BoardRow, glyphs: Glyphs): string => {
	if (isNew) return 'new';
	if (rankChange === null) return '';
	if (rankChange === 0) return `${glyphs.same} `;
	return `${rankChange > 0 ? glyphs.up : glyphs.down}${Math.abs(rankChange)}`;
};

const place = (id: 'home' | 'shared' | 'recommended'): Column<BoardItem> => ({
	id: `promoted_${id}`,
	value: ({snapshot}) => snapshot.promoted?.[id] ?? null,
});

const knowsLift = (rows: readonly BoardItem[]): boolean => rows.some(({lift}) => lift !== null);

/** From so many cells on the interval stands beside the number. */
const wideCells = 150;

const isWide = ({width = 0}: MaybeCanvas): boolean => width >= wideCells;

const startsOf = (id: 'without' | 'with', side: 'offStarts' | 'onStarts'): Column<BoardItem> => ({
	id,
	heading: id,
	value: ({lift}) => lift?.[side] ?? null,
	show: ({lift}, {glyphs}) => (lift?.reason === null ? formatCount(lift[side], glyphs) : ''),
	align: 'right',
	when: rows => rows.some(({lift}) => lift?.reason === null),
	dropAt: 2,
});

/** What promoting did in a year, whatever window the board has. What is surely good comes before what may be lucky. */
const liftColumns: readonly Column<BoardItem>[] = [
	startsOf('without', 'offStarts'),
	startsOf('with', 'onStarts'),
	{id: 'lift', value: ({lift}) => lift?.lift ?? null},
	{
		id: 'lift_low',
		heading: scene => (isWide(scene) ? 'lift, a year' : 'lift'),
		value: ({lift}) => lift?.low ?? null,
		show: ({lift}, scene) =>
			lift ? [isWide(scene) ? liftSpan(lift, scene.glyphs) : narrowLift(lift, scene.glyphs)] : '',
		align: 'right',
		first: 'down',
		when: knowsLift,
		dropAt: 1,
	},
];

/** The columns of the board, in the order of the screen; those without a heading are for programs. */
export const boardColumns: readonly Column<BoardItem>[] = [
	{id: 'rank', heading: '#', value: row => row.rank, first: 'up', role: 'dim'},
	{
		id: 'on',
		heading: scene => (isNarrow(scene) ? '' : 'on'),
		value: ({snapshot}) => (snapshot.promoted?.home ? 'home' : ''),
		show: ({snapshot}, scene) => (isNarrow(scene) ? placeSign : placeLetters)(snapshot.promoted, scene),
		when: knowsPromotion,
		dropAt: 1,
		exported: false,
	},
	{
		id: 'collection',
		heading: 'collection',
		value: ({snapshot}) => snapshot.collectionName,
		show: ({snapshot}) => shownTitle(snapshot.collectionName),
		grows: true,
		atMost: 48,
	},
	{
		id: 'plex_library',
		heading: 'library',
		value: ({snapshot}) => snapshot.libraryName,
		dropAt: 9,
		atMost: 14,
		when: rows => new Set(rows.map(({snapshot}) => snapshot.libraryName)).size > 1,
	},
	{id: 'rating_key', value: ({snapshot}) => keyValue(snapshot.ratingKey)},
	{id: 'media_type', value: ({snapshot}) => snapshot.mediaType},
	{
		id: 'total_plays',
		heading: 'plays',
		value: row => row.plays,
		show: (row, {glyphs}) => formatCount(row.plays, glyphs),
		bar: true,
	},
	{
		id: 'total_duration',
		heading: 'hours',
		value: row => row.playedSeconds,
		show: (row, {glyphs}) => formatHours(row.playedSeconds, glyphs),
		bar: true,
		dropAt: 6,
	},
	{
		id: 'unique_users',
		heading: 'users',
		value: row => row.uniqueUsers,
		when: rows => rows.some(row => row.uniqueUsers !== null),
		bar: true,
		dropAt: 4,
	},
	{id: 'total_items', heading: 'items', value: ({snapshot}) => snapshot.totalItems, bar: true, dropAt: 7},
	{
		id: 'per_item',
		heading: '/item',
		value: perItem,
		show: row => {
			const found = perItem(row);
			return found === null ? '' : formatDecimal(found);
		},
		align: 'right',
		bar: true,
		dropAt: 1,
		exported: false,
	},
	{
		id: 'promoted',
		heading: 'promoted',
		value: ({shown}) => (shown?.periods.at(-1) ? Math.floor(shown.periods.at(-1)?.from ?? 0) : null),
		show: ({shown}, scene) => (shown ? shownWords(shown, scene) : ''),
		align: 'left',
		when: rows => rows.some(({shown}) => (shown?.periods.length ?? 0) > 0),
		dropAt: 3,
		exported: false,
	},
	...liftColumns,
	{id: 'items_with_plays', value: row => row.itemsWithPlays},
	{
		id: 'rank_change',
		heading: 'rank',
		value: row => row.rankChange,
		show: (row, {glyphs}) => movement(row, glyphs),
		align: 'right',
		when: rows => rows.some(row => row.rankChange !== null || row.isNew),
		dropAt: 5,
	},
	{
		id: 'weeks',
		heading: '12 weeks',
		value: ({weeks}) => weeks?.reduce((sum, plays) => sum + plays, 0) ?? null,
		show: ({weeks, shown, mostInWeek}, scene) =>
			weeks ? weeksRow(weeks, shown?.periods ?? [], mostInWeek, scene) : '',
		align: 'left',
		when: rows => rows.some(({weeks}) => weeks?.some(plays => plays > 0)),
		dropAt: 8,
		exported: false,
	},
	{id: 'is_new', value: row => row.isNew},
	{id: 'collected_at', value: ({snapshot}) => Math.floor(snapshot.collectedAt)},
	place('home'),
	place('shared'),
	place('recommended'),
];
