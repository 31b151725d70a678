import {AppError} from '../domain/app-error.ts';
import type {Collection} from '../domain/collection.ts';
import {inTurns} from '../domain/in-turns.ts';
import {memberLevel} from '../domain/member-level.ts';
import {type Days, secondsPerDay, storedWindows, type WindowTotal} from '../domain/period.ts';
import type {Progress} from '../domain/run.ts';
import {type CollectionCount, countCollections} from '../stats/plays/count-collections.ts';
import type {Mirror} from '../store/mirror/mirror.ts';
import {askAll, type Outcome} from './ask-all.ts';
import type {Counted} from './count.ts';
import {type MemberSources, refreshMembers} from './refresh-members.ts';

export type MirrorCountSources = Omit<MemberSources, 'members'> & {
	readonly mirror: Mirror;
	readonly serverId: number;
	readonly queryDays: Days;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** Unix seconds: the end of all windows. */
	readonly countedAt: number;
	/** Gives the thread back for a moment. */
	readonly turn: () => Promise<void>;
};

/** The numbers of all collections, and the plays of the run's window that are in any of them, each once. */
export type CountedRun = {
	readonly outcomes: Array<Outcome<Counted>>;
	/** Null: Tautulli counted. */
	readonly distinctPlays: number | null;
};

/** One window of all collections. */
type WindowCounts = ReturnType<typeof countCollections> & {readonly days: Days};

/** A window at a time, so that the thread can answer others between them. */
const countWindows = async (
	{mirror, serverId, grouping, countedAt, turn}: MirrorCountSources,
	collections: readonly Collection[],
	days: readonly Days[],
): Promise<readonly WindowCounts[]> => {
	const columns = await inTurns(mirror.columns.read(serverId, null), turn);
	const known = [...mirror.names.users(serverId)].flatMap(([id, user]) => (user.known ? [id] : []));
	const members = collections.map(({ratingKey}) => ({
		ratingKey,
		members: mirror.collectionKeys.keysOfCollection(Number(ratingKey)),
	}));
	const counted: WindowCounts[] = [];
	for (const each of days) {
		const since = each === 0 ? null : countedAt - each * secondsPerDay;
		counted.push({days: each, ...countCollections(columns, members, {since, grouping, knownUsers: new Set(known)})});
		await turn();
	}
	return counted;
};

const countedOf = (
	ratingKey: string,
	totalItems: number,
	windows: readonly WindowCounts[],
	queryDays: Days,
): Counted => {
	const totals = windows.flatMap(({days, counts}): WindowTotal[] => {
		const count: CollectionCount | undefined = counts.get(ratingKey);
		return count ? [{...count, days}] : [];
	});
	const asked = totals.find(({days}) => days === queryDays);
	if (!asked) throw new AppError('bad-answer', 'The window of the run is missing.');
	return {windows: totals.slice(0, storedWindows.length), asked, totalItems};
};

/**
 * Counts from the mirror: nothing is asked but for the members, and all windows have users. A play counts for the title that it is
 * of today. The members of all collections come first, so that one pass over the plays counts everything.
 */
export async function* countMirrored(
	sources: MirrorCountSources,
	collections: readonly Collection[],
	signal: AbortSignal,
): AsyncGenerator<Progress, CountedRun> {
	const {mirror, queryDays} = sources;
	const days = storedWindows.includes(queryDays) ? storedWindows : [...storedWindows, queryDays];
	const refresh = (collection: Collection): Promise<number> =>
		refreshMembers({...sources, members: mirror.members}, collection, memberLevel(collection.mediaType), signal);
	const outcomes = yield* askAll(collections, refresh, signal);
	const readable = outcomes.flatMap(({collection, error}) => (error ? [] : [collection]));
	const windows = await countWindows(sources, readable, days);
	return {
		distinctPlays: windows.find(window => window.days === queryDays)?.distinctPlays ?? null,
		outcomes: outcomes.map((outcome): Outcome<Counted> => {
			const {collection, value, error} = outcome;
			if (error) return {collection, value: null, error};
			return {collection, value: countedOf(collection.ratingKey, value, windows, queryDays), error: null};
		}),
	};
}
