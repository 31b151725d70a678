import type {Board, BoardQuery, BoardRow} from '../domain/board.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {Days, WindowTotal} from '../domain/period.ts';
import {comparable} from '../domain/text/text.ts';

/** The numbers of a snapshot in a window; null where it was stored without that window. */
export const windowOf = (snapshot: Snapshot, days: Days): WindowTotal | null => {
	if (days !== snapshot.queryDays) return snapshot.windows.find(window => window.days === days) ?? null;
	const {plays, playedSeconds, uniqueUsers, itemsWithPlays} = snapshot;
	return {days, plays, playedSeconds, users: uniqueUsers, items: itemsWithPlays};
};

type Ranked = {readonly snapshot: Snapshot; readonly total: WindowTotal; readonly rank: number};

/** Code units, not a locale: the same order on every machine. */
const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

const isAsked = (snapshot: Snapshot, {library, mediaType}: BoardQuery): boolean =>
	(mediaType === undefined || snapshot.mediaType === mediaType) &&
	(library === undefined || comparable(snapshot.libraryName) === comparable(library));

/** Highest first; ties by title, then by library and key so that the order never depends on the database's. */
const rank = (snapshots: readonly Snapshot[], query: BoardQuery): Ranked[] => {
	const weight = ({plays, playedSeconds}: WindowTotal): number => (query.yAxis === 'plays' ? plays : playedSeconds);
	return snapshots
		.filter(snapshot => isAsked(snapshot, query))
		.flatMap(snapshot => {
			const total = windowOf(snapshot, query.days);
			return total ? [{snapshot, total, title: comparable(snapshot.collectionName)}] : [];
		})
		.sort(
			(one, two) =>
				weight(two.total) - weight(one.total) ||
				compareText(one.title, two.title) ||
				compareText(one.snapshot.libraryName, two.snapshot.libraryName) ||
				compareText(one.snapshot.ratingKey, two.snapshot.ratingKey),
		)
		.map(({snapshot, total}, index) => ({snapshot, total, rank: index + 1}));
};

/** What makes two snapshots be about the same collection; other programs may write rows without a key. */
const identityOf = ({sectionUuid, ratingKey, libraryName, collectionName}: Snapshot): string =>
	JSON.stringify(ratingKey === '' ? [sectionUuid, libraryName, collectionName] : [sectionUuid, ratingKey]);

/** What a leaderboard is made of: the newest snapshots of all programs, and our own of now and of seven to ten days ago. */
export type BoardSnapshots = {
	readonly newest: readonly Snapshot[];
	readonly own: readonly Snapshot[];
	readonly weekAgo: readonly Snapshot[];
};

/**
 * Our own snapshots of now: the newest, and where that one is another program's, the last of ours before it. `recent` are
 * the newest of ours.
 */
export const ownSnapshots = (newest: readonly Snapshot[], recent: readonly Snapshot[]): readonly Snapshot[] => {
	const byIdentity = new Map(recent.map(snapshot => [identityOf(snapshot), snapshot]));
	return newest
		.map(snapshot => (snapshot.foreign ? byIdentity.get(identityOf(snapshot)) : snapshot))
		.filter(snapshot => snapshot !== undefined);
};

const ranksOf = (snapshots: readonly Snapshot[], query: BoardQuery): ReadonlyMap<string, number> =>
	new Map(rank(snapshots, query).map(ranked => [identityOf(ranked.snapshot), ranked.rank]));

/**
 * The leaderboard from the newest snapshots, with movement since those of a week ago; what other programs wrote is in none.
 * Library and media type say who competes; the name only says which lines are shown, so that a rank stays a rank. A
 * snapshot that lacks the asked window (another program wrote it) is left out: its number is not known.
 */
export const rankBoard = ({newest, own, weekAgo}: BoardSnapshots, query: BoardQuery): Board => {
	const [ranks, before] = [ranksOf(own, query), ranksOf(weekAgo, query)];
	const hasMovement = before.size > 0;
	const asked = query.name === undefined ? null : comparable(query.name);
	const rows = rank(newest, query)
		.filter(({snapshot}) => asked === null || comparable(snapshot.collectionName) === asked)
		.map(({snapshot, total, rank}): BoardRow => {
			const identity = identityOf(snapshot);
			const rankNow = snapshot.foreign ? undefined : ranks.get(identity);
			const rankBefore = before.get(identity);
			return {
				snapshot,
				rank,
				plays: total.plays,
				playedSeconds: total.playedSeconds,
				uniqueUsers: total.users,
				itemsWithPlays: total.items ?? null,
				rankChange: rankBefore === undefined || rankNow === undefined ? null : rankBefore - rankNow,
				isNew: hasMovement && rankNow !== undefined && rankBefore === undefined,
			};
		});
	const times = rows.map(({snapshot}) => snapshot.collectedAt);
	return {
		days: query.days,
		rows,
		hasMovement,
		collectedAt: times.length > 0 ? times.reduce((one, two) => Math.max(one, two)) : null,
	};
};
