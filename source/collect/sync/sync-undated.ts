import type {HistoryWindow} from '../../tautulli/mirror-client.ts';
import type {SyncDeps} from './sync-deps.ts';
import type {SyncMeter} from './sync-meter.ts';

/** Few servers have any, and none more than an import left behind. */
const undatedRows = 200;

/** The rows without a start, and the last page that was read for them. */
type Undated = {readonly rowIds: ReadonlySet<number>; readonly page: HistoryWindow};

/** Reads from the oldest on, where rows without a start stand first, until one has a start. */
const readFirst = async (
	deps: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	sectionId: string | undefined,
	signal: AbortSignal,
): Promise<Undated> => {
	const rowIds = new Set<number>();
	let start = 0;
	while (true) {
		const page = await meter.ask({sectionId, start, length: undatedRows}, signal);
		const undated = page.plays.filter(({startedAt}) => startedAt === null);
		const saved = deps.mirror.plays.save(serverId, undated, sectionId);
		meter.count('added', saved.added);
		meter.count('changed', saved.changed);
		for (const {rowId} of undated) rowIds.add(rowId);
		start += page.plays.length + page.unread;
		if (undated.length < page.plays.length || start >= page.recordsFiltered) return {rowIds, page};
	}
};

/**
 * Rows without a start are in no window of dates, and a question without dates costs Tautulli most: so they are looked for
 * only where the numbers do not fit otherwise. Returns what the server shows in all.
 */
export const readUndated = async (
	deps: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	signal: AbortSignal,
): Promise<Pick<HistoryWindow, 'recordsTotal' | 'recordsFiltered'>> => {
	const {mirror} = deps;
	const before = mirror.plays.undatedIds(serverId);
	const {rowIds, page} = await readFirst(deps, meter, serverId, undefined, signal);
	const sections = rowIds.size === 0 ? [] : mirror.parts.list(serverId).map(({sectionId}) => sectionId);
	for (const sectionId of sections) {
		if (sectionId !== '') await readFirst(deps, meter, serverId, sectionId, signal);
	}
	// A row of the windows may have lost its start on the way: only what is too many is gone.
	const gone = before.filter(rowId => !rowIds.has(rowId));
	if (gone.length > 0 && mirror.plays.count(serverId) > page.recordsFiltered) {
		meter.count('removed', mirror.plays.remove(serverId, gone));
	}
	return page;
};
