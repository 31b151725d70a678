import {AppError} from '../../domain/app-error.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {DayRange, MirrorPlay} from '../../domain/plays/mirror.ts';
import {dayStart, dayText, localDay} from '../../domain/zone.ts';
import type {StartRange} from '../../store/mirror/plays.ts';
import type {HistoryWindow} from '../../tautulli/mirror-client.ts';
import type {SyncDeps} from './sync-deps.ts';
import {askAgainMs, type DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';
import {confirmRemoval, goneOnes, isMany} from './sync-removal.ts';
import {screenPage} from './sync-screen.ts';

/** A part of the history to bring up to date: local days, and one library or all (undefined). */
export type WindowTask = DayRange & {readonly sectionId?: string | undefined};

/** What the server has in a window now: rows read, and rows in the whole history. */
export type WindowResult = {readonly rows: number; readonly recordsTotal: number};

/** Rows a request: enough that the server's cost of a question does not count, few enough to hold in memory. */
export const pageRows = 2000;
/** Rows a transaction; the thread is given back after each. */
const chunkRows = 1000;
/** A history that changes while its pages are read is read again; not for ever. */
const mostTries = 4;

const farthest = 4_000_000_000_000;

/** The window in seconds of starts, by the server's calendar. */
export const startRange = ({zone}: SyncDeps, {fromDay, toDay, sectionId}: WindowTask): StartRange => {
	const {name} = zone();
	return {
		from: fromDay === null ? -farthest : dayStart(name, fromDay),
		to: toDay === null ? farthest : dayStart(name, toDay + 1),
		sectionId,
	};
};

/** What is inside the window by every calendar: no zone is a whole day away from another one's date. */
const surelyInside = (deps: SyncDeps, task: WindowTask): StartRange => {
	const range = startRange(deps, task);
	const margin = deps.zone().trust === 'presumed' ? 2 * secondsPerDay : 0;
	return {...range, from: range.from + margin, to: range.to - margin};
};

const filterOf = ({fromDay, toDay, sectionId}: WindowTask) => ({
	after: fromDay === null ? undefined : dayText(fromDay),
	before: toDay === null ? undefined : dayText(toDay),
	sectionId,
});

/** How many rows the server has in a window. */
export const countWindow = (meter: SyncMeter, task: WindowTask, signal: AbortSignal): Promise<HistoryWindow> =>
	meter.ask({...filterOf(task), start: 0, length: 0}, signal);

const zoneError = (zone: string, play: MirrorPlay): AppError =>
	new AppError('config', `Tautulli does not use the time zone ${zone}: it places play ${play.rowId} on another date.`, {
		server: 'tautulli',
		hint: "Set tautulli.timezone to the time zone of Tautulli's machine (its TZ, where it runs in a container).",
	});

/**
 * A row outside the window by our calendar shows that the server's is another one; deletions could not be told then. What
 * the user said is an error; what we found out ourselves is found out anew.
 */
const checkZone = (deps: SyncDeps, serverId: number, task: WindowTask, plays: readonly MirrorPlay[]): void => {
	const {name, trust} = deps.zone();
	if (trust === 'presumed') return;
	for (const play of [plays[0], plays.at(-1)]) {
		if (!play || play.startedAt === null) continue;
		const day = localDay(name, play.startedAt);
		if ((task.fromDay === null || day >= task.fromDay) && (task.toDay === null || day <= task.toDay)) continue;
		if (trust === 'configured') throw zoneError(name, play);
		// While the first fill goes on the zone is that of its newest days, and in another season another one may fit.
		if (deps.mirror.servers.current()?.complete) deps.mirror.servers.saveZone(serverId, null);
		return;
	}
};

const savePage = async (
	deps: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	plays: readonly MirrorPlay[],
	sectionId: string | undefined,
	signal: AbortSignal,
): Promise<void> => {
	for (let at = 0; at < plays.length; at += chunkRows) {
		const saved = deps.mirror.plays.save(serverId, plays.slice(at, at + chunkRows), sectionId);
		meter.count('added', saved.added);
		meter.count('changed', saved.changed);
		await deps.pause(0, signal);
	}
};

/** Asks for a page of a window. */
export const askPage = (
	meter: SyncMeter,
	task: WindowTask,
	start: number,
	signal: AbortSignal,
): Promise<HistoryWindow> => meter.ask({...filterOf(task), start, length: pageRows}, signal);

/** What was read of a window. `left`: rows of it that were not kept. */
type ReadWindow = {readonly seen: ReadonlySet<number>; readonly left: number; readonly recordsTotal: number};

/** Reads all pages of a window and saves them as they come; null where the window changed meanwhile. */
const readPages = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	serverId: number,
	task: WindowTask,
	signal: AbortSignal,
	first: HistoryWindow | null,
): Promise<ReadWindow | null> => {
	const seen = new Set<number>();
	const range = {...startRange(deps, task), open: task.fromDay === null && task.toDay === null};
	let [left, expected, read] = [0, first?.recordsFiltered, first];
	while (true) {
		const page = read ?? (await askPage(meter, task, seen.size + left, signal));
		read = null;
		expected ??= page.recordsFiltered;
		if (expected !== page.recordsFiltered) return null;
		const screened = await screenPage(deps, meter, serverId, page, range, signal);
		checkZone(deps, serverId, task, screened.plays);
		await savePage(deps, meter, serverId, screened.plays, task.sectionId, signal);
		const before = seen.size;
		for (const {rowId} of screened.plays) seen.add(rowId);
		if (seen.size !== before + screened.plays.length) return null;
		left += screened.left;
		if (seen.size + left >= expected) return {seen, left, recordsTotal: page.recordsTotal};
	}
};

/**
 * Makes a window of the mirror equal to the server's: saves all of its rows, then removes those that the server did not
 * return. Nothing is removed unless the whole window was read in one piece, and no large part of it unless it was read
 * twice and another table agrees. `first` is its first page where that was read already.
 */
export const refreshWindow = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	serverId: number,
	task: WindowTask,
	signal: AbortSignal,
	first: HistoryWindow | null = null,
): Promise<WindowResult> => {
	let askedAgain = false;
	for (let tries = 0; tries < mostTries; tries++) {
		const read = await readPages(deps, meter, serverId, task, signal, tries === 0 ? first : null);
		if (!read) continue;
		const result = {rows: read.seen.size, recordsTotal: read.recordsTotal};
		const known = deps.mirror.plays.rowIdsIn(serverId, surelyInside(deps, task));
		const missing = known.filter(rowId => !read.seen.has(rowId));
		// A row that was left out may be any of those that seem to be gone.
		if (missing.length <= read.left) return result;
		const gone = task.sectionId === undefined ? missing : await goneOnes(deps, meter, serverId, missing, signal);
		if (gone.length === 0) return result;
		if (isMany(gone.length, known.length)) {
			if (!askedAgain) {
				askedAgain = true;
				await deps.pause(askAgainMs, signal);
				continue;
			}
			await confirmRemoval(deps, serverId, gone.length, signal);
		}
		meter.count('removed', deps.mirror.plays.remove(serverId, gone));
		return result;
	}
	throw new AppError('bad-answer', "Tautulli's history changes while it is read, again and again.", {
		server: 'tautulli',
		hint: 'Wait until an import or a clean-up in Tautulli has ended, then sync again.',
	});
};
