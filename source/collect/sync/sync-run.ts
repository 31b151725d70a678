import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {SyncSummary} from '../../domain/plays/mirror.ts';
import type {Progress} from '../../domain/run.ts';
import type {PlexClient} from '../../plex/client.ts';
import type {Store} from '../../store/open.ts';
import {keepLease} from '../keep-lease.ts';
import type {HistoryDeps, SyncRequest} from './sync-deps.ts';
import {syncMirror} from './sync-mirror.ts';

export type SyncRunDeps = {
	/** Null: Tautulli is disabled in the configuration. */
	readonly history: HistoryDeps | null;
	/** Why, with its remedy. */
	readonly switchedOff: AppError;
	/** Null: not configured. */
	readonly plex: PlexClient | null;
	readonly store: Pick<Store, 'mirror' | 'lease' | 'events'>;
	/** Unix seconds. */
	readonly now: () => number;
	/** Who runs, for others to read. */
	readonly holder: string;
};

/**
 * Brings the mirror up to date under the lease that runs take too. Throws `busy` while one holds it, `cancelled` when
 * the signal aborts; what was read until then is kept.
 */
export async function* syncRun(
	{history, switchedOff, plex, store, now, holder}: SyncRunDeps,
	request: SyncRequest,
	signal: AbortSignal,
): AsyncGenerator<Progress, SyncSummary> {
	if (!history) throw switchedOff;
	const kept = keepLease(store.lease.take(holder, 'sync'));
	const signals = AbortSignal.any([kept.lost, signal]);
	try {
		return yield* syncMirror(history, {plex, mirror: store.mirror, events: store.events, now}, request, signals);
	} catch (error) {
		const trouble: unknown = kept.lost.aborted ? kept.lost.reason : error;
		if (!signal.aborted && !isCancelled(trouble)) throw trouble;
		throw new AppError('cancelled', 'The sync was cancelled; what was read until then is kept.');
	} finally {
		kept.release();
	}
}
