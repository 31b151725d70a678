import {AppError, isCancelled} from '../domain/app-error.ts';
import type {SyncProgress, SyncSummary} from '../domain/mirror.ts';
import type {Progress} from '../domain/run.ts';
import type {Mirror} from '../store/mirror.ts';
import {syncHistory} from './sync.ts';
import type {SyncDeps} from './sync-deps.ts';

/** What a run needs to count from the mirror; the store's mirror comes with the store. */
export type HistoryDeps = Omit<SyncDeps, 'mirror' | 'now'> & {
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** True when a session was seen to end since this was last asked. */
	readonly takeEnded: () => boolean;
};

/** The mirror of a run: which history it is, or null where it cannot be used and Tautulli counts. */
export type RunMirror = {readonly serverId: number | null; readonly warnings: readonly string[]};

const secondsText = (seconds: number): string =>
	seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;

/** A sync's facts as those of a run, so that one line can show both. */
export async function* syncProgress(
	sync: AsyncGenerator<SyncProgress, SyncSummary>,
): AsyncGenerator<Progress, SyncSummary> {
	let step = await sync.next();
	while (!step.done) {
		const {done, total, secondsLeft} = step.value;
		yield {step: 'syncing', done, total, label: secondsLeft === null ? '' : secondsText(secondsLeft)};
		step = await sync.next();
	}
	return step.value;
}

/**
 * The first step of a run: brings the mirror up to date. A mirror that cannot be is no reason to fail: Tautulli counts
 * then, and a warning says why.
 */
export async function* syncForRun(
	history: HistoryDeps,
	{mirror, now}: {readonly mirror: Mirror; readonly now: () => number},
	signal: AbortSignal,
): AsyncGenerator<Progress, RunMirror> {
	try {
		const sync = syncHistory({...history, mirror, now}, {full: false, sessionEnded: history.takeEnded()}, signal);
		const {warnings} = yield* syncProgress(sync);
		return {serverId: mirror.servers.current()?.serverId ?? null, warnings};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error) || error.code === 'busy') throw error;
		return {serverId: null, warnings: [`The mirror could not be brought up to date: ${error.message}`]};
	}
}
