import type {BoardRow} from '../domain/board.ts';
import type {DataTable} from '../export/data-table.ts';
import {numericKey} from './words.ts';

/** A line of the leaderboard under the names of the JSON. */
export const entryOf = ({
	snapshot,
	rank,
	plays,
	playedSeconds,
	uniqueUsers,
	itemsWithPlays,
	rankChange,
	isNew,
}: BoardRow) => ({
	rank,
	collection: snapshot.collectionName,
	plex_library: snapshot.libraryName,
	rating_key: numericKey(snapshot.ratingKey),
	media_type: snapshot.mediaType,
	total_plays: plays,
	total_duration: playedSeconds,
	unique_users: uniqueUsers,
	total_items: snapshot.totalItems,
	items_with_plays: itemsWithPlays,
	promoted: snapshot.promoted === null ? null : {...snapshot.promoted},
	rank_change: rankChange,
	is_new: isNew,
	collected_at: Math.floor(snapshot.collectedAt),
});

export type BoardEntry = ReturnType<typeof entryOf>;

/** Entries in columns; the three places of promotion have one each. */
export const entriesTable = (entries: readonly BoardEntry[]): DataTable => {
	const columns = [
		'rank',
		'collection',
		'plex_library',
		'rating_key',
		'media_type',
		'total_plays',
		'total_duration',
		'unique_users',
		'total_items',
		'items_with_plays',
		'rank_change',
		'is_new',
		'collected_at',
	] as const;
	const places = ['home', 'shared', 'recommended'] as const;
	return {
		columns: [...columns, ...places.map(place => `promoted_${place}`)],
		rows: entries.map(entry => [
			...columns.map(name => entry[name]),
			...places.map(place => entry.promoted?.[place] ?? null),
		]),
	};
};
