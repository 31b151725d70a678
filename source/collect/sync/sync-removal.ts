import type {SyncDeps} from './sync-deps.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';

/** As many groups as a probe takes. */
const groupsAtOnce = 100;

/**
 * Of rows that are not in a library's window any more, those that the history does not have at all, by their groups. The
 * others moved to another library, whose windows bring them: nothing of them is removed.
 */
export const goneOnes = async (
	{mirror}: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	rowIds: readonly number[],
	signal: AbortSignal,
): Promise<number[]> => {
	const found = new Set<number>();
	const groups = [...new Set(mirror.plays.sightings(serverId, rowIds).flatMap(({referenceId}) => referenceId ?? []))];
	for (let at = 0; at < groups.length; at += groupsAtOnce) {
		const {plays} = await meter.probe(groups.slice(at, at + groupsAtOnce), signal);
		for (const {rowId} of plays) found.add(rowId);
	}
	return rowIds.filter(rowId => !found.has(rowId));
};

/** More than this, or more than half of what a window has, is not removed without a second question. */
const mostUnasked = 50;
/** What may have been played since the last sync and is not mirrored yet. */
const slackRows = 20;

/** True: so many rows of those known in a window are removed only when another question says the same. */
export const isMany = (gone: number, known: number): boolean => gone > mostUnasked || (gone > 2 && gone * 2 > known);

/** Throws where so much cannot be gone by another of Tautulli's tables. */
export const confirmRemoval = async (
	{mirror, doubt}: DoubtingDeps,
	serverId: number,
	gone: number,
	signal: AbortSignal,
): Promise<void> => {
	await doubt.settleSuspicion(signal);
	const state = mirror.servers.current();
	if (gone <= mostUnasked || !state?.complete) return;
	await doubt.checkRemoval(mirror.plays.count(serverId) - gone + Math.max(0, state.hiddenRows) + slackRows, signal);
};
