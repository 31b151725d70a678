import {AppError, isCancelled} from '../../domain/app-error.ts';
import {isDoubted} from '../../domain/doubt.ts';
import type {Progress} from '../../domain/run.ts';
import type {HistoryDeps} from './sync-deps.ts';
import {type MirrorDeps, syncMirror} from './sync-mirror.ts';

/** The mirror of a run: which history it is, or null where it cannot be used and Tautulli counts. */
export type RunMirror = {readonly serverId: number | null; readonly warnings: readonly string[]};

/**
 * The first step of a run: brings the mirror up to date. A mirror that cannot be is no reason to fail: Tautulli counts
 * then, and a warning says why. A doubt ends the run: it is Tautulli whose answers are not believed.
 */
export async function* syncForRun(
	history: HistoryDeps,
	deps: MirrorDeps,
	signal: AbortSignal,
): AsyncGenerator<Progress, RunMirror> {
	try {
		const {warnings} = yield* syncMirror(history, deps, {full: false}, signal);
		return {serverId: deps.mirror.servers.current()?.serverId ?? null, warnings};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error) || isDoubted(error) || error.code === 'busy') throw error;
		return {serverId: null, warnings: [`The mirror could not be brought up to date: ${error.message}`]};
	}
}
