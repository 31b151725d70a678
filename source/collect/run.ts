import {setTimeout} from 'node:timers/promises';
import {AppError, isCancelled} from '../domain/app-error.ts';
import {cutOffReason, isCutOff} from '../domain/cut-off.ts';
import type {Days} from '../domain/period.ts';
import type {CollectRequest, Progress, RunSummary} from '../domain/run.ts';
import type {PlexClient} from '../plex/client.ts';
import type {HeldLease} from '../store/lease.ts';
import type {Store} from '../store/open.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {gather} from './gather.ts';
import {keepLease} from './keep-lease.ts';
import {errorSummary, skippedSummary} from './summary.ts';
import type {HistoryDeps} from './sync/sync-deps.ts';
import {type RunMirror, syncForRun} from './sync/sync-for-run.ts';

/** What a run works with. */
export type CollectDeps = {
	/** Null: disabled in the configuration. */
	readonly tautulli: TautulliClient | null;
	/** Why, with its remedy. */
	readonly switchedOff: AppError;
	/** Null: not configured; then Tautulli lists the collections, and promotion is unknown. */
	readonly plex: PlexClient | null;
	readonly store: Store;
	/** Unix seconds. */
	readonly now: () => number;
	/** Names of the enabled libraries; empty: all. */
	readonly libraries: readonly string[];
	/** Names of those switched off. */
	readonly disabledLibraries: readonly string[];
	/** The window that `plays` of a snapshot counts. */
	readonly queryDays: Days;
	/** Null or absent: there is no mirror, so Tautulli counts. */
	readonly history?: HistoryDeps | null | undefined;
	/** Who runs, for others to read: such as "dashboard, process 4711". */
	readonly holder: string;
};

type Begun = {readonly id: number; readonly lease: HeldLease; readonly startedAt: number};

/** Nothing of the run is stored but that it was. Failing to note this is not worth hiding the first trouble. */
const noteEnd = (
	{store, now}: CollectDeps,
	{id}: Begun,
	status: 'cancelled' | 'interrupted' | 'error',
	reason: string,
): void => {
	const endedAt = now();
	try {
		store.runs.saveEnd({id, endedAt, status, collected: 0, failed: 0, reason});
		store.events.saveEvent({at: endedAt, kind: 'run-ended', text: reason});
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
	}
};

const cancelledReason = 'The run was cancelled; nothing of it was stored.';

/** Somebody cancelled it, or the program that it ran for has ended. */
const noteStop = (deps: CollectDeps, begun: Begun, signal: AbortSignal | undefined): void =>
	signal && isCutOff(signal)
		? noteEnd(deps, begun, 'interrupted', cutOffReason)
		: noteEnd(deps, begun, 'cancelled', cancelledReason);

const noMirror: RunMirror = {serverId: null, warnings: []};

/** The run under its lease: gathers, then saves everything in one transaction. */
async function* runHolding(
	deps: CollectDeps & {readonly tautulli: TautulliClient},
	request: CollectRequest,
	begun: Begun,
	signal: AbortSignal,
): AsyncGenerator<Progress, RunSummary> {
	const {history, plex, store, now} = deps;
	const {mirror, events} = store;
	const mirrored = history ? yield* syncForRun(history, {plex, mirror, events, now}, signal) : noMirror;
	yield {step: 'connecting', done: 0, total: null, label: ''};
	const gathered = yield* gather({...deps, mirrored, startedAt: begun.startedAt}, request, signal);
	const total = gathered.snapshots.length;
	yield {step: 'saving', done: 0, total, label: ''};
	signal.throwIfAborted();
	deps.store.saveRun({...begun, ...gathered, endedAt: deps.now()});
	return gathered.summary;
}

const lookEveryMs = 500;

/** Another process that reads the history reads what a run begins with: its end is waited for. All else throws `busy`. */
async function* takeLease(
	{store: {lease}, holder}: CollectDeps,
	signal: AbortSignal | undefined,
): AsyncGenerator<Progress, HeldLease> {
	for (;;) {
		if (signal?.aborted) throw new AppError('cancelled', cancelledReason);
		if (lease.holder()?.work !== 'sync') return lease.take(holder, 'run');
		yield {step: 'waiting', done: 0, total: null, label: ''};
		// An abort is told above.
		await setTimeout(lookEveryMs, undefined, {signal}).catch(() => undefined);
	}
}

/**
 * Collects once: lists all collections of the enabled libraries with their flags, counts those in scope, and stores the
 * run in one transaction. Yields what it is at, returns how it ended. Throws `busy` when another run holds the lease and
 * `cancelled` when the signal aborts; every other trouble is in the summary (status `error`, nothing stored).
 */
export async function* collectRun(
	deps: CollectDeps,
	request: CollectRequest,
	signal?: AbortSignal,
): AsyncGenerator<Progress, RunSummary> {
	const {tautulli, store, now, holder} = deps;
	if (!tautulli) return skippedSummary(deps.switchedOff);
	const lease = yield* takeLease(deps, signal);
	const kept = keepLease(lease);
	const stop = new AbortController();
	const signals = AbortSignal.any([stop.signal, kept.lost, ...(signal ? [signal] : [])]);
	let begun: Begun | null = null;
	try {
		const startedAt = now();
		const id = store.runs.saveStart({startedAt, holder, rotationId: request.rotationId ?? null});
		begun = {id, lease, startedAt};
		const summary = yield* runHolding({...deps, tautulli}, request, begun, signals);
		begun = null;
		return summary;
	} catch (error) {
		const run = begun;
		begun = null;
		const trouble: unknown = kept.lost.aborted ? kept.lost.reason : error;
		if (signal?.aborted || isCancelled(trouble)) {
			if (run) noteStop(deps, run, signal);
			throw new AppError('cancelled', cancelledReason);
		}
		const known = trouble instanceof AppError;
		if (run) noteEnd(deps, run, 'error', known ? trouble.message : 'A bug in tautop ended the run.');
		if (!known) throw trouble;
		return errorSummary(trouble);
	} finally {
		// Whoever iterates may stop doing so: that cancels the run, too.
		if (begun) noteEnd(deps, begun, 'cancelled', cancelledReason);
		stop.abort();
		kept.release();
	}
}
