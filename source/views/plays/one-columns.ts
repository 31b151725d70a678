import {formatLately} from '../../canvas/clock.ts';
import type {NarrowingKind} from '../../domain/plays/narrowing.ts';
import {playTitle} from '../history/columns.ts';
import type {Column} from '../plan/list-view.ts';
import {howRowOf} from './live-plays.ts';
import {type SeenPlay, seenPlayColumns} from './seen-plays.ts';

/** Their order on a page about one user or title, and which of them goes first where there is no room. */
const shown: ReadonlyArray<readonly [id: string, dropAt?: number]> = [
	['date'],
	['user'],
	['full_title'],
	['percent_complete', 2],
	['transcode_decision', 1],
	['player', 4],
	['stalls', 3],
	['duration', 5],
	['network', 6],
	['library', 7],
	['picture', 8],
	['paused', 9],
];

const isOneTitle = (rows: readonly SeenPlay[]): boolean => new Set(rows.map(playTitle)).size < 2;

const own: Readonly<Record<string, Partial<Column<SeenPlay>>>> = {
	date: {
		show: ({lastStartedAt, session}, {now, zone, glyphs}) =>
			lastStartedAt === null ? (session ? 'now' : glyphs.none) : formatLately(lastStartedAt, now, zone),
	},
	percent_complete: {
		show: ({percentComplete, session}) => (session ? 'now' : percentComplete === null ? '' : `${percentComplete} %`),
	},
	// Beside no user, or below its own name, it needs less.
	full_title: {before: 16},
	transcode_decision: {show: howRowOf},
	duration: {dropAt: 4},
};

/** Columns of the plays of one user or title: what is the same in each of them is left to programs. */
export const oneColumns = (kind: NarrowingKind): readonly Column<SeenPlay>[] => {
	const places = new Map(shown.map(([id, dropAt], place) => [id, {place, dropAt}]));
	const drawn = seenPlayColumns.map((column): Column<SeenPlay> => {
		const place = places.get(column.id);
		const {heading: _, ...hidden} = column;
		if (!place || (column.id === 'user' && kind === 'user')) return hidden;
		const when =
			column.id === 'full_title' && kind === 'title'
				? {when: (rows: readonly SeenPlay[]) => !isOneTitle(rows)}
				: column.id === 'library' && kind === 'title'
					? {when: () => false}
					: {};
		const {dropAt} = place;
		return {...column, ...(dropAt === undefined ? {} : {dropAt}), ...own[column.id], ...when};
	});
	return drawn.toSorted((one, two) => (places.get(one.id)?.place ?? -1) - (places.get(two.id)?.place ?? -1));
};
