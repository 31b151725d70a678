import type {SyncSummary} from '../../domain/mirror.ts';
import type {Progress} from '../../domain/run.ts';
import {type LostKeysDeps, lookForLostKeys} from './lost-keys.ts';
import {syncHistory} from './sync.ts';
import type {HistoryDeps, SyncRequest} from './sync-deps.ts';
import {syncProgress} from './sync-progress.ts';

/** Brings the mirror up to date, and knows once a day which of its plays Plex has given up the keys of. */
export async function* syncMirror(
	history: HistoryDeps,
	deps: LostKeysDeps,
	asked: Pick<SyncRequest, 'full' | 'quick'>,
	signal: AbortSignal,
): AsyncGenerator<Progress, SyncSummary> {
	const request = {...asked, sessionEnded: history.takeEnded()};
	const summary = yield* syncProgress(syncHistory({...history, ...deps}, request, signal));
	if (asked.quick) return summary;
	const warnings = yield* lookForLostKeys(deps, summary, signal);
	return {...summary, warnings: [...summary.warnings, ...warnings]};
}
