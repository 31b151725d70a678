import {AppError} from '../../domain/app-error.ts';
import type {Snapshot} from '../../domain/collection.ts';
import type {Section} from '../../domain/library.ts';
import type {RunSummary} from '../../domain/run.ts';
import type {Database} from '../database.ts';
import type {Events} from '../events.ts';
import type {HeldLease} from '../lease.ts';
import type {Collections, SectionListing} from './collections.ts';
import type {Runs} from './runs.ts';
import type {Snapshots} from './snapshots.ts';

/** All that a run found. Times are Unix seconds. */
export type FinishedRun = {
	readonly id: number;
	readonly lease: HeldLease;
	readonly startedAt: number;
	readonly endedAt: number;
	readonly summary: RunSummary;
	readonly snapshots: readonly Snapshot[];
	/** Only sections that were listed in full. The flags in them are recorded as promotions. */
	readonly listings: readonly SectionListing[];
	/** All enabled sections there are, unreadable ones included; null where the run looked at some only. */
	readonly sections: readonly Section[] | null;
};

/** The sentence that the log of events keeps of a run. */
const runText = ({status, reason, collected, failed}: RunSummary): string => {
	if (status === 'error' || status === 'skipped') return reason ?? 'The run stored nothing.';
	const unread = failed.length > 0 ? `, ${failed.length} failed` : '';
	return `Collected ${collected.length} ${collected.length === 1 ? 'collection' : 'collections'}${unread}.`;
};

/** More names would be a list of all collections. */
const mostNamed = 5;

/** "Nordic Noir: Plex did not answer; Heist: …"; null: nothing failed. */
const failureText = ({failed}: RunSummary): string | null => {
	if (failed.length === 0) return null;
	const named = failed.slice(0, mostNamed).map(({collection, reason}) => `${collection}: ${reason.replace(/\.$/, '')}`);
	const more = failed.length - named.length;
	return `${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`;
};

type Parts = {
	readonly database: Database;
	readonly snapshots: Snapshots;
	readonly collections: Collections;
	readonly runs: Runs;
	readonly events: Events;
	readonly isInPlace: () => boolean;
};

/**
 * SQLite writes without a word into a file that was deleted or moved away, and into the sound pages of a damaged one,
 * which is set aside in a moment.
 */
const refuseLost = ({database: {path, isDamaged}, isInPlace}: Parts): void => {
	if (isDamaged()) {
		throw new AppError('store', `The database ${path} is damaged, so the run is not stored.`, {
			hint: 'It is set aside under a dated name, and a new one is begun: collect again.',
		});
	}
	if (isInPlace()) return;
	throw new AppError('store', `The database ${path} was deleted or replaced meanwhile, so the run is not stored.`, {
		hint: 'Collect again.',
	});
};

/**
 * Writes a run in one transaction: all of it or nothing. Throws `busy` when the lease was lost to another run, and
 * `store` when the path no longer holds the file that is open, or that file has shown damage.
 */
export const createSaveRun =
	(parts: Parts) =>
	(run: FinishedRun): void => {
		const {database, snapshots, collections, runs, events} = parts;
		refuseLost(parts);
		database.immediate(() => {
			run.lease.renew();
			for (const listing of run.listings) collections.saveListing(listing, run.startedAt);
			if (run.sections) collections.saveSections(run.sections);
			for (const snapshot of run.snapshots) snapshots.saveSnapshot(snapshot);
			const {status, reason, collected, failed} = run.summary;
			runs.saveEnd({
				id: run.id,
				endedAt: run.endedAt,
				status,
				collected: collected.length,
				failed: failed.length,
				reason: reason ?? failureText(run.summary),
			});
			events.saveEvent({at: run.endedAt, kind: 'run-ended', text: runText(run.summary)});
		});
		refuseLost(parts);
	};
