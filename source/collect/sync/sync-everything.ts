import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorState, SyncProgress} from '../../domain/plays/mirror.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import {coveredDay, playsFrom} from './covered-day.ts';
import {catchUp} from './sync-delta.ts';
import type {SyncRequest} from './sync-deps.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';
import {passOver} from './sync-pass.ts';
import {syncStep} from './sync-progress.ts';
import {findSections} from './sync-sections.ts';
import {readUndated} from './sync-undated.ts';
import {refreshWindow, startRange} from './sync-window.ts';
import {firstFitDays, lookForZone, wholeFitDays} from './sync-zone.ts';

/** Two clocks may differ, and a play may be written a moment late. */
const settledAfterSeconds = 3600;

type Reading = Pick<SyncRequest, 'quick'> & {readonly recordsTotal: number};

/** Local dates of this machine may be a day away from the server's. */
const marginDays = 1;

/** What was on the server all the while and is in no library has none; what came meanwhile has that of its show. */
const placeStrays = async ({mirror, pause}: DoubtingDeps, serverId: number, signal: AbortSignal): Promise<void> => {
	const settledBefore = (mirror.parts.beganAt(serverId) ?? 0) - settledAfterSeconds;
	await inTurns(mirror.sections.settle(serverId, settledBefore), () => pause(0, signal));
	await inTurns(mirror.sections.fill(serverId), () => pause(0, signal));
};

/** Rows of no library are in no pass over libraries: where the days that were read have fewer than the server counts, they are read as they are. */
const readStrays = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	{serverId}: MirrorState,
	signal: AbortSignal,
): Promise<void> => {
	const {mirror} = deps;
	const fromDay = coveredDay(mirror.parts.list(serverId));
	if (fromDay === null) return;
	const counted = await meter.ask({after: dayText(fromDay), start: 0, length: 0}, signal);
	const mirrored = mirror.plays.countIn(serverId, startRange(deps, {fromDay, toDay: null}));
	if (mirrored === counted.recordsFiltered) return;
	await refreshWindow(deps, meter, serverId, {fromDay, toDay: null}, signal);
	await placeStrays(deps, serverId, signal);
};

/**
 * The newest plays of a first fill, before anything older: those that the zone is found out by, then those that somebody
 * waits for. Returns whether that is all that is wanted now.
 */
async function* readNewest(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	{recordsTotal, quick}: Reading,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, boolean> {
	const {parts} = deps.mirror;
	const backTo = (since: number) => {
		const untilDay = localDay(deps.zone().name, playsFrom(since)) - marginDays;
		return passOver(deps, meter, state, {recordsTotal, step: 'filling', untilDay}, signal);
	};
	if (deps.zone().trust === 'presumed') {
		yield* backTo(deps.now() - firstFitDays * secondsPerDay);
		yield* lookForZone(deps, meter, state, firstFitDays, signal);
	}
	const since = quick?.since ?? null;
	if (since === null) return false;
	yield* backTo(since);
	await readStrays(deps, meter, state, signal);
	// Zones that were alike for 30 days may have differed before.
	const days = Math.min(wholeFitDays, Math.floor((deps.now() - since) / secondsPerDay));
	if (days > firstFitDays) yield* lookForZone(deps, meter, state, days, signal);
	return parts.list(state.serverId).some(({done}) => !done);
}

/**
 * Everything, by library. What came meanwhile is added at the end, and what is still missing is named. Returns false where
 * somebody waits for an answer that needs less of a first fill: then the next sync goes on from there.
 */
export async function* readAll(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	{recordsTotal, quick}: Reading,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, boolean> {
	const {mirror} = deps;
	const {serverId} = state;
	await deps.doubt.settle(signal);
	const step = state.complete ? 'comparing' : 'filling';
	const goesOn = !state.complete && coveredDay(mirror.parts.list(serverId)) !== null;
	mirror.parts.begin(serverId, await deps.tautulli.getSectionIds(signal), deps.now());
	if (goesOn) {
		// The bookmarks tell how far back it is read, not what came since.
		await catchUp(deps, meter, state, signal);
		await inTurns(mirror.sections.fill(serverId), () => deps.pause(0, signal));
	}
	if (!state.complete && (yield* readNewest(deps, meter, state, {recordsTotal, quick}, signal))) return false;
	yield* passOver(deps, meter, state, {recordsTotal, step, untilDay: null}, signal);
	yield syncStep('catching-up', mirror.plays.count(serverId), recordsTotal);
	let total = (await catchUp(deps, meter, state, signal)).recordsTotal;
	if (mirror.plays.count(serverId) + state.hiddenRows !== total) {
		const others = await findSections(deps, meter, serverId, signal);
		mirror.parts.begin(serverId, others, deps.now());
		yield* passOver(deps, meter, state, {recordsTotal: total, step, untilDay: null}, signal);
	}
	let hidden = state.hiddenRows;
	if (mirror.plays.count(serverId) + hidden !== total) {
		const visible = await readUndated(deps, meter, serverId, signal);
		hidden = visible.recordsTotal - visible.recordsFiltered;
		total = visible.recordsTotal;
	}
	if (mirror.plays.count(serverId) + hidden !== total) {
		// Rows of no library: only a pass over everything finds them.
		mirror.parts.begin(serverId, [''], deps.now());
		yield* passOver(deps, meter, state, {recordsTotal: total, step, untilDay: null}, signal);
		const after = await catchUp(deps, meter, state, signal);
		const missing = after.recordsTotal - hidden - mirror.plays.count(serverId);
		// Looked for once a day: a row that cannot be kept must not make every sync one of everything.
		hidden += missing;
		if (missing > 0) meter.warn(`Tautulli has ${missing} plays that it did not show; they are looked for again.`);
		if (missing < 0) meter.warn(`Tautulli shows ${-missing} plays more than it counts; they are looked at again.`);
	}
	await placeStrays(deps, serverId, signal);
	mirror.parts.clear(serverId);
	mirror.servers.markCompared(serverId, deps.now(), hidden);
	return true;
}
