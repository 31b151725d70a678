import {AppError} from '../domain/app-error.ts';
import type {Collection} from '../domain/collection.ts';
import {inTurns} from '../domain/in-turns.ts';
import {memberLevel} from '../domain/member-level.ts';
import {type Days, secondsPerDay, storedWindows, type WindowTotal} from '../domain/period.ts';
import type {Progress} from '../domain/run.ts';
import type {Mirror} from '../store/mirror/mirror.ts';
import type {CountedPlays, MemberCount, MemberCounts} from '../store/mirror/play-members.ts';
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
	/** Ids of the libraries that the server has now. */
	readonly sections: readonly string[];
	/** Gives the thread back for a moment. */
	readonly turn: () => Promise<void>;
};

const countedOf = (
	{windows, rowsByGuid, rowsOfOthers}: MemberCount,
	totalItems: number,
	days: readonly Days[],
	queryDays: Days,
): Counted => {
	const totals = windows.map((window, index): WindowTotal => ({...window, days: days[index] ?? 0}));
	const asked = totals.find(window => window.days === queryDays);
	if (!asked) throw new AppError('bad-answer', 'The window of the run is missing.');
	return {
		windows: totals.slice(0, storedWindows.length),
		asked,
		totalItems,
		playsByGuid: rowsByGuid,
		playsOfOthers: rowsOfOthers,
	};
};

/** The numbers of all collections, and the plays that they were counted from; null where Tautulli counted. */
export type CountedRun = {readonly outcomes: Array<Outcome<Counted>>; readonly counted: CountedPlays | null};

/** In pieces, so that the thread can answer others between them. */
const countPlays = async (
	{mirror, serverId, grouping, countedAt, sections, turn}: MirrorCountSources,
	collections: readonly Collection[],
	days: readonly Days[],
): Promise<MemberCounts> => {
	const sinces = days.map(window => (window === 0 ? null : countedAt - window * secondsPerDay));
	const collectionKeys = collections.map(({ratingKey}) => ratingKey);
	const places = {sectionOf: new Map(collections.map(({ratingKey, sectionId}) => [ratingKey, sectionId])), sections};
	return await inTurns(mirror.memberPlays.count({serverId, collectionKeys, sinces, grouping, places}), turn);
};

/**
 * Counts from the mirror: nothing is asked but for the members, and all windows have users. A play counts by the key
 * that the members' type asks for, and by its guid where the title was added again under another key. The members of all
 * collections come first, so that one pass over their plays counts everything.
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
	const {byCollection, counted} = await countPlays(sources, readable, days);
	return {
		counted,
		outcomes: outcomes.map((outcome): Outcome<Counted> => {
			const {collection, value, error} = outcome;
			if (error) return {collection, value: null, error};
			const count = byCollection.get(collection.ratingKey);
			if (!count) throw new AppError('bad-answer', 'A collection of the run was not counted.');
			return {collection, value: countedOf(count, value, days, queryDays), error: null};
		}),
	};
}
