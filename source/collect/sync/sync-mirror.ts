import {setImmediate} from 'node:timers/promises';
import {inTurns} from '../../domain/in-turns.ts';
import type {SyncSummary} from '../../domain/plays/mirror.ts';
import type {Progress} from '../../domain/run.ts';
import type {Events} from '../../store/events.ts';
import {decideNew, knowTitles, type ListingDeps} from './list-titles.ts';
import {syncHistory} from './sync.ts';
import type {HistoryDeps, SyncRequest} from './sync-deps.ts';
import {syncFinding} from './sync-finding.ts';
import {syncProgress} from './sync-progress.ts';

/** What the mirror is kept with. */
export type MirrorDeps = ListingDeps & {readonly events: Pick<Events, 'saveEvent'>};

/** Brings the mirror up to date, notes what was found, and decides whose its plays are. */
export async function* syncMirror(
	history: HistoryDeps,
	deps: MirrorDeps,
	asked: Pick<SyncRequest, 'full' | 'quick'>,
	signal: AbortSignal,
): AsyncGenerator<Progress, SyncSummary> {
	const request = {...asked, sessionEnded: history.takeEnded()};
	const summary = yield* syncProgress(syncHistory({...history, ...deps}, request, signal));
	const finding = syncFinding(summary);
	if (finding !== null) deps.events.saveEvent({at: deps.now(), kind: 'history', text: finding});
	if (asked.quick) {
		decideNew(deps, summary.kind);
		return summary;
	}
	await inTurns(deps.mirror.titles.index(), setImmediate);
	const warnings = yield* knowTitles(deps, summary, signal);
	return {...summary, warnings: [...summary.warnings, ...warnings]};
}
