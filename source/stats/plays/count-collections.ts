import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import {tally} from './tally.ts';

/** What is in a collection: keys of items, seasons or albums, shows or artists. */
export type CollectionMembers = {readonly ratingKey: string; readonly members: ReadonlySet<number>};

/** Plays of one collection in one window. */
export type CollectionCount = {
	readonly plays: number;
	readonly playedSeconds: number;
	readonly users: number;
	/** Members that were played. */
	readonly items: number;
};

/** How collections are counted. `since`: Unix seconds, plays that stopped then or later; null: all. */
export type CollectionsQuery = {
	readonly since: number | null;
	readonly grouping: boolean;
	readonly knownUsers: ReadonlySet<number>;
};

const none: CollectionCount = {plays: 0, playedSeconds: 0, users: 0, items: 0};

/** The collections by number, and which of them each key is in. */
const byKey = (collections: readonly CollectionMembers[]): ReadonlyMap<number, readonly number[]> => {
	const found = new Map<number, number[]>();
	for (const [number, {members}] of collections.entries()) {
		for (const key of members) {
			const known = found.get(key);
			if (known) known.push(number);
			else found.set(key, [number]);
		}
	}
	return found;
};

/** Live TV has keys that are no items of a library. */
const notLive = ({media}: PlayColumns): IsWanted => {
	const live = media.texts.indexOf('live');
	return at => media.indexes[at] !== live;
};

/**
 * Collections in one window, by rating key; and the plays that are in any of them, each once. A group counts once in each. Where the
 * seconds come to exactly 0, so do the plays, as in Tautulli.
 */
export const countCollections = (
	columns: PlayColumns,
	collections: readonly CollectionMembers[],
	{since, grouping, knownUsers}: CollectionsQuery,
): {readonly counts: ReadonlyMap<string, CollectionCount>; readonly distinctPlays: number} => {
	const {itemKeys, parentKeys, grandparentKeys} = columns;
	const collectionsOf = byKey(collections);
	const keysAt = (at: number): readonly number[] =>
		[itemKeys, parentKeys, grandparentKeys].flatMap(column => {
			const key = column[at] ?? nothing;
			return collectionsOf.has(key) ? [key] : [];
		});
	const asked = {
		from: since ?? Number.NEGATIVE_INFINITY,
		to: Number.POSITIVE_INFINITY,
		conditions: [notLive(columns), (at: number) => keysAt(at).length > 0],
		keyOf: String,
		kinds: null,
		grouping,
		perBucket: false,
		asGraph: false,
		usersOf: knownUsers,
		knownUsers,
	};
	const {rows, total} = tally(columns, {
		...asked,
		bucketsAt: at => [...new Set(keysAt(at).flatMap(key => collectionsOf.get(key) ?? []))],
	});
	const played = new Set(tally(columns, {...asked, bucketsAt: keysAt}).rows.map(({key}) => Number(key)));
	const counted = new Map(rows.map(row => [Number(row.key), row]));
	const countOf = ({members}: CollectionMembers, number: number): CollectionCount => {
		const row = counted.get(number);
		if (!row) return none;
		return {
			plays: row.playedSeconds === 0 ? 0 : row.plays,
			playedSeconds: row.playedSeconds,
			users: row.users ?? 0,
			items: [...members].filter(key => played.has(key)).length,
		};
	};
	return {
		counts: new Map(collections.map((collection, number) => [collection.ratingKey, countOf(collection, number)])),
		distinctPlays: total.plays,
	};
};
