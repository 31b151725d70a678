import type {Narrowing} from '../../source/domain/plays/narrowing.ts';
import type {CountWindow} from '../../source/domain/plays/play-count.ts';
import type {PlayCounts, TimeGroup} from '../../source/domain/plays/plays.ts';
import type {ZoneSpan} from '../../source/domain/zone.ts';
import {type CollectionCount, countCollections} from '../../source/stats/plays/count-collections.ts';
import {localStarts} from '../../source/stats/plays/local-clock.ts';
import {conditionsOf} from '../../source/stats/plays/narrow.ts';
import {tally} from '../../source/stats/plays/tally.ts';
import {timeKeys} from '../../source/stats/plays/time-keys.ts';
import type {Mirror} from '../../source/store/mirror/mirror.ts';
import {runThrough} from './run-through.ts';

/** What there is in a window, as the questions about plays count it; the clock is UTC. */
export const countPlays = (
	mirror: Mirror,
	{serverId, since, grouping}: CountWindow,
	where: Narrowing = {},
): PlayCounts['total'] => {
	const columns = runThrough(mirror.columns.read(serverId, since));
	const starts = localStarts(columns, [{from: 0, offsetSeconds: 0}]);
	const facts = {
		keysOf: (_: unknown, id: string) => new Set([Number(id)]),
		titlesWith: mirror.titles.withWord,
		userNames: () => mirror.names.users(serverId),
	};
	const known = [...mirror.names.users(serverId)].flatMap(([id, user]) => (user.known ? [id] : []));
	const {total} = tally(columns, {
		from: since ?? Number.NEGATIVE_INFINITY,
		to: Number.POSITIVE_INFINITY,
		conditions: conditionsOf(where, columns, starts, facts, grouping),
		bucketsAt: () => [0],
		keyOf: () => '',
		kinds: null,
		grouping,
		perBucket: false,
		asGraph: false,
		usersOf: null,
		knownUsers: new Set(known),
	});
	return total;
};

/** The bars of a graph by time: plays by key, as Tautulli draws them. */
export const barsOf = (
	mirror: Mirror,
	{serverId, since, grouping}: CountWindow,
	by: TimeGroup,
	spans: readonly ZoneSpan[],
): ReadonlyMap<string, number> => {
	const columns = runThrough(mirror.columns.read(serverId, since));
	const {bucketAt, keyOf} = timeKeys(by, localStarts(columns, spans));
	const {rows} = tally(columns, {
		from: since ?? Number.NEGATIVE_INFINITY,
		to: Number.POSITIVE_INFINITY,
		conditions: [],
		bucketsAt: at => [bucketAt(at) ?? []].flat(),
		keyOf,
		kinds: null,
		grouping,
		perBucket: true,
		asGraph: true,
		usersOf: null,
		knownUsers: new Set(),
	});
	return new Map(rows.map(({key, plays}) => [key, plays]));
};

/** One collection in a window, as runs count it. */
export const countCollection = (
	mirror: Mirror,
	{serverId, since, grouping}: CountWindow,
	ratingKey: string,
): CollectionCount => {
	const columns = runThrough(mirror.columns.read(serverId, since));
	const known = [...mirror.names.users(serverId)].flatMap(([id, user]) => (user.known ? [id] : []));
	const members = mirror.collectionKeys.keysOfCollection(Number(ratingKey));
	const query = {since, grouping, knownUsers: new Set(known)};
	const count = countCollections(columns, [{ratingKey, members}], query).counts.get(ratingKey);
	if (!count) throw new Error(`Collection ${ratingKey} was not counted.`);
	return count;
};

/** Narrows to one title, user or library by its key. */
export const only = (kind: 'title' | 'user' | 'library', id: string): Narrowing => ({[kind]: [{id, name: id}]});
