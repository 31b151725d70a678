import type {SyncRequest} from '../../collect/sync/sync-deps.ts';
import type {SyncSummary} from '../../domain/plays/mirror.ts';
import type {Progress} from '../../domain/run.ts';
import type {SourcesEvent} from '../../questions/sources.ts';
import {follow} from './follow.ts';

type SyncAsked = Pick<SyncRequest, 'full' | 'quick'>;

/** One sync as a generator of its progress. */
export type StartSync = (request: SyncAsked, signal: AbortSignal) => AsyncGenerator<Progress, SyncSummary>;

/** Syncs the mirror by itself, and tells listeners how it goes. The lease keeps it apart from runs. */
export type Syncer = {
	readonly sync: (request: SyncAsked, signal?: AbortSignal) => Promise<SyncSummary>;
	/** Cancels what is under way and waits for its end; what was read is kept, and the next sync goes on from there. */
	readonly interrupt: () => Promise<void>;
};

/** `synced` hears how each of them ended. */
export const createSyncer = (
	start: StartSync,
	emit: (event: SourcesEvent) => void,
	synced: (summary: SyncSummary) => void = () => undefined,
): Syncer => {
	let interrupting = new AbortController();
	const underway = new Set<Promise<unknown>>();

	return {
		sync: async (request, signal) => {
			const signals = AbortSignal.any([interrupting.signal, ...(signal ? [signal] : [])]);
			// Most find nothing new: what is shown need not be asked for again then. One that fails may have read something.
			let isSame = false;
			let hasListed = false;
			const ended = follow(start(request, signals), progress => {
				hasListed ||= progress.step === 'listing';
				emit({type: 'syncing', progress});
			});
			underway.add(ended);
			try {
				const summary = await ended;
				isSame = summary.kind === 'same' && !hasListed;
				synced(summary);
				return summary;
			} finally {
				underway.delete(ended);
				emit({type: 'syncing', progress: null});
				if (!isSame) emit({type: 'stored'});
			}
		},
		interrupt: async () => {
			interrupting.abort();
			interrupting = new AbortController();
			await Promise.allSettled([...underway]);
		},
	};
};
