import type {MirrorState, SyncProgress} from '../../domain/plays/mirror.ts';
import {dayStart, localDay} from '../../domain/zone.ts';
import type {MirrorPart} from '../../store/mirror/mirror-parts.ts';
import type {HistoryWindow} from '../../tautulli/mirror-client.ts';
import {coveredDay} from './covered-day.ts';
import type {SyncDeps} from './sync-deps.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';
import {askPage, pageRows, refreshWindow, type WindowTask} from './sync-window.ts';

/** Days of the first window of a library, before anything is known of how much is played in it. */
const firstDays = 14;
/** Windows grow at most by this factor, since a quiet month says little about the one before. */
const mostGrowth = 4;
/** Longer windows are left open: nothing is that old. */
const openBeyondDays = 2000;

type Pace = {readonly days: number; readonly rows: number};

/** The days of the next window, so that it holds about a page. */
const nextDays = (pace: Pace | undefined): number => {
	if (!pace) return firstDays;
	const wanted = pace.rows === 0 ? Number.POSITIVE_INFINITY : Math.floor((pace.days * pageRows) / pace.rows);
	return Math.max(1, Math.min(wanted, pace.days * mostGrowth));
};

/** What a pass goes over. `untilDay`: it ends where every library is done back to this local day; null: with the oldest play. */
export type Pass = {
	readonly recordsTotal: number;
	readonly step: 'filling' | 'comparing';
	readonly untilDay: number | null;
};

/** True: this library has been read as far back as the pass goes. */
const hasReached = ({done, fromDay}: MirrorPart, untilDay: number | null): boolean =>
	done || (untilDay !== null && fromDay !== null && fromDay <= untilDay);

/** Newest first over all libraries, so that what is mirrored reaches back equally far in each. */
const newestPart = (parts: readonly MirrorPart[], untilDay: number | null): MirrorPart | null => {
	const open = parts.filter(part => !hasReached(part, untilDay));
	const reach = ({fromDay}: MirrorPart): number => fromDay ?? Number.POSITIVE_INFINITY;
	return open.reduce<MirrorPart | null>((best, part) => (best && reach(best) >= reach(part) ? best : part), null);
};

/** The next window of a library. The newest one has no end, and one without much left behind it has no beginning. */
const nextTask = (
	deps: SyncDeps,
	part: MirrorPart,
	pace: Pace | undefined,
	{remaining, untilDay}: {readonly remaining: number; readonly untilDay: number | null},
): WindowTask => {
	const days = nextDays(pace);
	const toDay = part.fromDay === null ? null : part.fromDay - 1;
	const last = toDay ?? localDay(deps.zone().name, deps.now());
	const open = remaining <= pageRows || days > openBeyondDays;
	const fromDay = Math.max(last - days + 1, untilDay ?? Number.NEGATIVE_INFINITY);
	return {fromDay: open ? null : fromDay, toDay, ...sectionOf(part)};
};

const sectionOf = ({sectionId}: MirrorPart) => (sectionId === '' ? {} : {sectionId});

/** Seconds left at the pace so far. */
const secondsLeft = (elapsedMs: number, done: number, total: number): number | null =>
	done === 0 ? null : Math.max(0, (elapsedMs / done) * (total - done)) / 1000;

/** A window of one library whose first page is on its way. */
type Reading = {readonly part: MirrorPart; readonly task: WindowTask; readonly page: Promise<HistoryWindow>};

/** How far a library is done when a window of it is. */
const partAfter = ({part, task}: Reading): MirrorPart => ({
	sectionId: part.sectionId,
	fromDay: task.fromDay,
	done: task.fromDay === null,
});

/**
 * Reads the history back to a day, library by library in turns, newest first; each window is committed with a bookmark, so
 * that it goes on where it was cut off. Returns how many rows were read. The rows of a library are asked for by library,
 * since no row tells its own: that takes about as many questions as asking for all at once, and Tautulli has an index
 * for it. The next window is asked for while one is saved, so that the server sets the pace.
 */
export async function* passOver(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	{recordsTotal, step, untilDay}: Pass,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, number> {
	const {serverId} = state;
	const {parts, plays} = deps.mirror;
	const paces = new Map<string, Pace>();
	const before = step === 'filling' ? plays.count(serverId) : 0;
	const began = deps.clock();
	let [read, total, list] = [0, recordsTotal, parts.list(serverId)];

	const begin = (): Reading | null => {
		const part = newestPart(list, untilDay);
		if (!part) return null;
		const task = nextTask(deps, part, paces.get(part.sectionId), {remaining: total - before - read, untilDay});
		const page = askPage(meter, task, 0, signal);
		// It is waited for a moment later; until then a failure has nobody who hears it.
		page.catch(() => undefined);
		return {part, task, page};
	};

	const progress = (): SyncProgress => {
		const covered = coveredDay(parts.list(serverId));
		return {
			step,
			done: Math.min(before + read, total),
			total,
			coveredFrom: covered === null ? null : dayStart(deps.zone().name, covered),
			secondsLeft: secondsLeft(deps.clock() - began, read, total - before),
		};
	};

	yield progress();
	let reading = begin();
	while (reading) {
		const {part, task} = reading;
		const page = await reading.page;
		const after = partAfter(reading);
		const last = task.toDay ?? localDay(deps.zone().name, deps.now());
		if (task.fromDay !== null) paces.set(part.sectionId, {days: last - task.fromDay + 1, rows: page.recordsFiltered});
		list = list.map(one => (one.sectionId === after.sectionId ? after : one));
		read += page.recordsFiltered;
		total = page.recordsTotal;
		const upcoming = begin();
		// Saving holds the thread: the question leaves before that.
		await deps.pause(0, signal);
		await refreshWindow(deps, meter, serverId, task, signal, page);
		parts.save(serverId, after);
		yield progress();
		reading = upcoming;
	}
	return read;
}
