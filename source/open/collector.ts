import {AppError, isCancelled} from '../domain/app-error.ts';
import {cutOff} from '../domain/cut-off.ts';
import type {CollectRequest, Progress, RunSummary} from '../domain/run.ts';
import type {SourcesEvent} from '../questions/sources.ts';
import {follow} from './history/follow.ts';

/** One run as a generator of its progress. */
export type StartRun = (request: CollectRequest, signal: AbortSignal) => AsyncGenerator<Progress, RunSummary>;

/** Runs collections one run at a time, and tells listeners how it goes. */
export type Collector = {
	readonly collect: (request: CollectRequest, signal?: AbortSignal) => Promise<RunSummary>;
	/** Ends the run under way, since the program ends, and waits for that. */
	readonly stop: () => Promise<void>;
};

export const createCollector = (startRun: StartRun, emit: (event: SourcesEvent) => void): Collector => {
	let running: {readonly controller: AbortController; readonly ended: Promise<unknown>} | null = null;

	const collect = async (request: CollectRequest, signal?: AbortSignal): Promise<RunSummary> => {
		if (running) throw new AppError('busy', 'A run is going on already.', {hint: 'Wait for its end, or cancel it.'});
		const controller = new AbortController();
		const signals = AbortSignal.any([controller.signal, ...(signal ? [signal] : [])]);
		const ended = follow(startRun(request, signals), progress => emit({type: 'progress', progress}));
		running = {controller, ended};
		try {
			const summary = await ended;
			emit({type: 'run-ended', summary});
			return summary;
		} catch (error) {
			emit({type: 'run-ended', summary: failedSummary(error)});
			throw error;
		} finally {
			running = null;
			emit({type: 'stored'});
		}
	};

	return {
		collect,
		stop: async () => {
			running?.controller.abort(cutOff());
			await running?.ended.catch(() => undefined);
		},
	};
};

/** What listeners hear of a run that ended with a throw. */
const failedSummary = (error: unknown): RunSummary => ({
	status: 'error',
	reason: isCancelled(error) ? 'cancelled' : error instanceof Error ? error.message : String(error),
	error: error instanceof AppError ? error.toJSON() : null,
	collected: [],
	failed: [],
	warnings: [],
	totalCollections: 0,
});
