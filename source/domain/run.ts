import type {AppErrorData} from './app-error.ts';
import type {LostKeys} from './plays/adoption.ts';

/** Which collections a run is about. `scope` is passed over where names are given. */
export type CollectRequest = {
	readonly scope: 'all' | 'promoted';
	/** Whole titles, compared cleaned, NFC, case-blind, in all enabled libraries. */
	readonly names: readonly string[];
	readonly library?: string | undefined;
	readonly rotationId?: number | undefined;
};

/**
 * A fact of a run under way: what it is at, how many of how many are done. `total` is null until it is known. `waiting`:
 * another process reads the history, and it begins when that has ended.
 */
export type Progress = {
	readonly step: 'waiting' | 'syncing' | 'connecting' | 'listing' | 'collecting' | 'saving';
	readonly done: number;
	readonly total: number | null;
	/** The collection or library that it is at. */
	readonly label: string;
	/** While a history is mirrored for the first time: every play since then is there (Unix seconds). */
	readonly reachesTo?: number | undefined;
};

export type CollectedItem = {
	readonly collection: string;
	readonly libraryName: string;
	readonly plays: number;
	readonly ratingKey: string;
};

export type FailedItem = {
	readonly collection: string;
	readonly libraryName: string | null;
	readonly ratingKey: string | null;
	/** A sentence. */
	readonly reason: string;
};

/**
 * How a run that is not under way any more can stand. skipped: Tautulli is disabled. partial: some could not be read. error:
 * nothing was stored.
 */
export const endedStatuses = ['success', 'partial', 'error', 'skipped', 'cancelled', 'interrupted'] as const;

type EndedStatus = (typeof endedStatuses)[number];

/** How one ends by itself. */
type RunStatus = Exclude<EndedStatus, 'cancelled' | 'interrupted'>;

/**
 * Plays of all time whose key is not what it was, summed over the collections of a run as their plays are: a play counts
 * in each collection that holds its item.
 */
export type RunMatches = {
	/** Counted by their guid: the title was added again, under another key. */
	readonly byGuid: number;
	/** Not counted: they have a member's key, but Plex has used it again, and they are of another title. */
	readonly reusedKeys: number;
};

/** How a run ended. */
export type RunSummary = {
	readonly status: RunStatus;
	/** Why it was skipped, or stored nothing. */
	readonly reason: string | null;
	/** The trouble behind `error`, for exit codes; null else. */
	readonly error: AppErrorData | null;
	readonly collected: readonly CollectedItem[];
	readonly failed: readonly FailedItem[];
	/** Sentences such as "promotion could not be read". */
	readonly warnings: readonly string[];
	readonly totalCollections: number;
	/**
	 * Plays of the run's window in any of its collections, each counted once: the sum over collections counts a play in each
	 * that holds its item. Absent or null: not known.
	 */
	readonly distinctPlays?: number | null;
	/**
	 * Plays of the run's window in any of its collections that were carried over from a history set aside, each once. They
	 * are in no other number. Absent or null: not known.
	 */
	readonly adoptedPlays?: number | null;
	/** Plays of the whole history whose keys Plex has given up, as of the last look; absent or null: not known. */
	readonly lostKeys?: (LostKeys & {readonly at: number}) | null;
	/** How plays met the members' keys; absent or null: not known, since Tautulli counted. */
	readonly matches?: RunMatches | null;
};

/** One pass of collecting, as the store remembers it. Times are Unix seconds. */
export type Run = {
	readonly id: number;
	readonly startedAt: number;
	readonly endedAt: number | null;
	readonly status: EndedStatus | 'running';
	readonly collected: number;
	readonly failed: number;
	readonly reason: string | null;
};
