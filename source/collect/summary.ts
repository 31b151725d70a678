import type {AppError} from '../domain/app-error.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {CollectedItem, FailedItem, RunMatches, RunSummary} from '../domain/run.ts';

const nothing = {error: null, collected: [], failed: [], warnings: [], totalCollections: 0} as const;

/** A run that was not wanted: why, and what would change that. */
export const skippedSummary = ({message, hint = ''}: AppError): RunSummary => ({
	...nothing,
	status: 'skipped',
	reason: `${message} ${hint}`.trim(),
});

/** A run that failed as a whole: nothing was stored. */
export const errorSummary = (error: AppError): RunSummary => ({
	...nothing,
	status: 'error',
	reason: error.message,
	error: error.toJSON(),
});

const collectedItem = ({collectionName, libraryName, plays, ratingKey}: Snapshot): CollectedItem => ({
	collection: collectionName,
	libraryName,
	plays,
	ratingKey,
});

/** What a run found. The total counts the collections in scope and the names that none has, not whole libraries. */
export type Found = {
	readonly snapshots: readonly Snapshot[];
	readonly failed: readonly FailedItem[];
	readonly warnings: readonly string[];
	readonly totalCollections: number;
	readonly distinctPlays: number | null;
	readonly adoptedPlays: number | null;
	readonly matches: RunMatches | null;
	readonly lostKeys: NonNullable<RunSummary['lostKeys']> | null;
};

/** A run that stores what it found. */
export const foundSummary = ({snapshots, failed, ...found}: Found): RunSummary => ({
	status: failed.length > 0 ? 'partial' : 'success',
	reason: null,
	error: null,
	collected: snapshots.map(collectedItem),
	failed,
	...found,
});
