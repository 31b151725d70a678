import type {SyncSummary} from '../domain/mirror.ts';
import type {Progress} from '../domain/run.ts';
import type {SourcesEvent} from '../sources.ts';

/** One sync as a generator of its progress. */
export type StartSync = (
	request: {readonly full: boolean},
	signal: AbortSignal,
) => AsyncGenerator<Progress, SyncSummary>;

/** Syncs the mirror by itself, and tells listeners how it goes. The lease keeps it apart from runs. */
export type Syncer = {
	readonly sync: (request: {readonly full: boolean}, signal?: AbortSignal) => Promise<SyncSummary>;
	/** Cancels what is under way and waits for its end. */
	readonly stop: () => Promise<void>;
};

export const createSyncer = (start: StartSync, emit: (event: SourcesEvent) => void): Syncer => {
	const stopping = new AbortController();
	const underway = new Set<Promise<unknown>>();

	const follow = async (sync: AsyncGenerator<Progress, SyncSummary>): Promise<SyncSummary> => {
		let step = await sync.next();
		while (!step.done) {
			emit({type: 'progress', progress: step.value});
			step = await sync.next();
		}
		return step.value;
	};

	return {
		sync: async (request, signal) => {
			const ended = follow(start(request, AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])])));
			underway.add(ended);
			try {
				return await ended;
			} finally {
				underway.delete(ended);
				emit({type: 'stored'});
			}
		},
		stop: async () => {
			stopping.abort();
			await Promise.allSettled([...underway]);
		},
	};
};
