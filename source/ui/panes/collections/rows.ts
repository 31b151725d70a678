import type {Glyphs} from '../../../canvas/glyphs.ts';
import type {BoardRow} from '../../../domain/board.ts';
import type {Promoted} from '../../../domain/collection.ts';
import type {YAxis} from '../../../domain/media.ts';
import type {BoardSort, Frame} from '../../components/pane.ts';

/** Plays per item, as far as the items are known. */
export const perItem = ({plays, snapshot}: BoardRow): number | null =>
	snapshot.totalItems === null || snapshot.totalItems === 0 ? null : plays / snapshot.totalItems;

/** The number that the board ranks by. */
export const measure = (row: BoardRow, yAxis: YAxis): number => (yAxis === 'duration' ? row.playedSeconds : row.plays);

const byName = (one: BoardRow, two: BoardRow): number =>
	one.snapshot.collectionName.localeCompare(two.snapshot.collectionName, 'en');

const orders: Readonly<Record<BoardSort, (one: BoardRow, two: BoardRow) => number>> = {
	rank: (one, two) => one.rank - two.rank,
	'per item': (one, two) => (perItem(two) ?? -1) - (perItem(one) ?? -1) || one.rank - two.rank,
	name: byName,
};

/** The rows that are shown, in their order on the screen. Ranks stay those of the whole board. */
export const shownRows = (rows: readonly BoardRow[], {sort, homeOnly}: Frame): BoardRow[] =>
	rows.filter(({snapshot}) => !homeOnly || snapshot.promoted?.home === true).toSorted(orders[sort]);

/** "HFR": your Home, friends' Home, Recommended; a dot where it is on some other of them, blank where on none. */
export const placeLetters = (promoted: Promoted | null, {track}: Glyphs): string => {
	if (promoted === null) return '  ?';
	const {home, shared, recommended} = promoted;
	if (!home && !shared && !recommended) return '   ';
	return `${home ? 'H' : track}${shared ? 'F' : track}${recommended ? 'R' : track}`;
};

/** "friends’ Home", in the signs that the terminal has. */
export const friendsHome = ({ascii}: Glyphs): string => (ascii ? "friends' Home" : 'friends’ Home');

/** True where it is known of at least one collection whether it is promoted. */
export const knowsPromotion = (rows: readonly BoardRow[]): boolean =>
	rows.some(({snapshot}) => snapshot.promoted !== null);
