import type {SyncDeps} from './sync-deps.ts';
import type {SyncMeter} from './sync-meter.ts';
import {countWindow} from './sync-window.ts';

/** Plex numbers its libraries from 1; nobody has made more than this many. */
const highestSection = 900;

/**
 * Libraries that have rows but that Tautulli does not name any more, because they were deleted: one question about all
 * numbers that are not known, then halves of those that have rows.
 */
export const findSections = async (
	deps: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	signal: AbortSignal,
): Promise<string[]> => {
	const known = new Set(deps.mirror.parts.list(serverId).map(({sectionId}) => sectionId));
	const unknown = Array.from({length: highestSection}, (_, index) => String(index + 1)).filter(id => !known.has(id));
	const found: string[] = [];
	const suspects = [unknown];
	while (true) {
		const ids = suspects.pop();
		if (!ids) return found;
		if (ids.length === 0) continue;
		const sectionId = ids.join(',');
		const {recordsFiltered} = await countWindow(meter, {fromDay: null, toDay: null, sectionId}, signal);
		if (recordsFiltered === 0) continue;
		const half = Math.ceil(ids.length / 2);
		if (ids.length === 1) found.push(...ids);
		else suspects.push(ids.slice(0, half), ids.slice(half));
	}
};
