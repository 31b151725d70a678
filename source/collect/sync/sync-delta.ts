import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorState} from '../../domain/plays/mirror.ts';
import {localDay} from '../../domain/zone.ts';
import type {SyncDeps} from './sync-deps.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';
import {countWindow, pageRows, refreshWindow, startRange, type WindowTask} from './sync-window.ts';

/** Rows are placed by their start but appear when they stop, so a delta looks back this far behind the newest stop. */
const overlapDays = 2;

/** The local day from which a delta asks. */
const deltaDay = (deps: SyncDeps, serverId: number): number | null => {
	const newest = deps.mirror.plays.newestStop(serverId);
	return newest === null
		? null
		: localDay(deps.zone().name, Math.min(newest, deps.now()) - overlapDays * secondsPerDay);
};

/** Reads what came since, and returns how many rows the server has now. */
export const catchUp = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	{serverId}: MirrorState,
	signal: AbortSignal,
): Promise<{readonly recordsTotal: number; readonly fromDay: number | null}> => {
	const fromDay = deltaDay(deps, serverId);
	const {recordsTotal} = await refreshWindow(deps, meter, serverId, {fromDay, toDay: null}, signal);
	return {recordsTotal, fromDay};
};

type Suspect = WindowTask & {
	/** Rows that the server has in the window. */
	readonly rows: number;
};

/** Splits a window by days where about half of our rows are on each side; null: it is read again as it is. */
const split = (deps: SyncDeps, serverId: number, window: WindowTask): [WindowTask, WindowTask] | null => {
	const range = startRange(deps, window);
	if (deps.mirror.plays.countIn(serverId, range) <= pageRows) return null;
	const middle = deps.mirror.plays.middleStart(serverId, range);
	if (middle === null) return null;
	const day = localDay(deps.zone().name, middle);
	if (day === window.fromDay || (window.toDay !== null && day > window.toDay)) return null;
	return [
		{fromDay: window.fromDay, toDay: day - 1},
		{fromDay: day, toDay: window.toDay},
	];
};

/**
 * Finds where server and mirror differ in number before a day, and reads only those parts again: halves a window, counts
 * one half, and goes on into each half that differs. Returns the rows that the server has now.
 */
export const findDifferences = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	{serverId}: MirrorState,
	beforeDay: number | null,
	signal: AbortSignal,
): Promise<number> => {
	const whole: WindowTask = {fromDay: null, toDay: beforeDay === null ? null : beforeDay - 1};
	const first = await countWindow(meter, whole, signal);
	let {recordsTotal} = first;
	const suspects: Suspect[] = [{...whole, rows: first.recordsFiltered}];
	while (true) {
		const window = suspects.pop();
		if (!window) return recordsTotal;
		if (deps.mirror.plays.countIn(serverId, startRange(deps, window)) === window.rows) continue;
		const halves = split(deps, serverId, window);
		if (halves) {
			const [older, newer] = halves;
			const counted = await countWindow(meter, newer, signal);
			suspects.push({...older, rows: window.rows - counted.recordsFiltered});
			suspects.push({...newer, rows: counted.recordsFiltered});
			recordsTotal = counted.recordsTotal;
			continue;
		}
		recordsTotal = (await refreshWindow(deps, meter, serverId, window, signal)).recordsTotal;
	}
};
