import {AppError, isCancelled} from '../../domain/app-error.ts';
import {inTurns} from '../../domain/in-turns.ts';
import type {MirrorState, SyncProgress, SyncSummary} from '../../domain/mirror.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {catchUp, findDifferences} from './sync-delta.ts';
import type {SyncDeps, SyncRequest} from './sync-deps.ts';
import {createDoubt, type DoubtingDeps} from './sync-doubt.ts';
import {recognise} from './sync-identity.ts';
import {createMeter, type SyncMeter} from './sync-meter.ts';
import {passOver} from './sync-pass.ts';
import {findSections} from './sync-sections.ts';
import {readUndated} from './sync-undated.ts';
import {findZone} from './sync-zone.ts';

/** What the probe cannot see is looked for once a day. */
const compareEverySeconds = secondsPerDay;

/** Two clocks may differ, and a play may be written a moment late. */
const settledAfterSeconds = 3600;

type Kind = SyncSummary['kind'];

const progress = (step: SyncProgress['step'], done: number, total: number | null): SyncProgress => ({
	step,
	done,
	total,
	coveredFrom: null,
	secondsLeft: null,
});

/** Everything, by library. What came meanwhile is added at the end, and what is still missing is named. */
async function* readAll(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	recordsTotal: number,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, void> {
	const {mirror} = deps;
	const {serverId} = state;
	await deps.doubt.settle(signal);
	const step = state.complete ? 'comparing' : 'filling';
	mirror.parts.begin(serverId, await deps.tautulli.getSectionIds(signal), deps.now());
	yield* passOver(deps, meter, state, recordsTotal, step, signal);
	yield progress('catching-up', mirror.plays.count(serverId), recordsTotal);
	let total = (await catchUp(deps, meter, state, signal)).recordsTotal;
	if (mirror.plays.count(serverId) + state.hiddenRows !== total) {
		const others = await findSections(deps, meter, serverId, signal);
		mirror.parts.begin(serverId, others, deps.now());
		yield* passOver(deps, meter, state, total, step, signal);
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
		yield* passOver(deps, meter, state, total, step, signal);
		const after = await catchUp(deps, meter, state, signal);
		const missing = after.recordsTotal - hidden - mirror.plays.count(serverId);
		// Looked for once a day: a row that cannot be kept must not make every sync one of everything.
		hidden += missing;
		if (missing > 0) meter.warn(`Tautulli has ${missing} plays that it did not show; they are looked for again.`);
		if (missing < 0) meter.warn(`Tautulli shows ${-missing} plays more than it counts; they are looked at again.`);
	}
	// What was on the server all the while and is in no library has none; what came meanwhile has that of its show.
	const settledBefore = (mirror.parts.beganAt(serverId) ?? 0) - settledAfterSeconds;
	await inTurns(mirror.sections.settle(serverId, settledBefore), () => deps.pause(0, signal));
	await inTurns(mirror.sections.fill(serverId), () => deps.pause(0, signal));
	mirror.parts.clear(serverId);
	mirror.servers.markCompared(serverId, deps.now(), hidden);
}

const isDue = ({comparedAt}: MirrorState, now: number): boolean =>
	comparedAt === null || now - comparedAt >= compareEverySeconds || comparedAt > now;

/** What came since the last time; where the numbers still differ, deletions are looked for, then everything is read. */
async function* update(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, Kind> {
	const {plays, sections} = deps.mirror;
	const {serverId, hiddenRows} = state;
	const fillSections = (): Promise<void> => inTurns(sections.fill(serverId), () => deps.pause(0, signal));
	yield progress('catching-up', plays.count(serverId), null);
	const {recordsTotal, fromDay} = await catchUp(deps, meter, state, signal);
	await fillSections();
	if (meter.replaced() === 0 && plays.count(serverId) + hiddenRows === recordsTotal) return 'delta';
	yield progress('comparing', plays.count(serverId), recordsTotal);
	const total = await findDifferences(deps, meter, state, fromDay, signal);
	await fillSections();
	if (meter.replaced() === 0 && plays.count(serverId) + hiddenRows === total) return 'delta';
	yield* readAll(deps, meter, state, total, signal);
	return 'compared';
}

/** Not to know the zone is no reason to fail: all is mirrored, and it is looked for again after the next comparison. */
async function* lookForZone(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, void> {
	yield progress('comparing', deps.mirror.plays.count(state.serverId), null);
	try {
		await findZone(deps, state, signal);
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		meter.warn(`Tautulli's time zone could not be found out: ${error.message}`);
	}
}

/** Another play under a known number: the server's database is an older one, and its numbers go on from there. */
const tellRestored = (meter: SyncMeter): void => {
	if (meter.replaced() === 0) return;
	const lost = meter.replaced() + meter.totals().removed;
	meter.warn(
		`A backup of Tautulli seems to have been put back: ${lost} mirrored ${lost === 1 ? 'play is' : 'plays are'} not in its history any more.`,
	);
};

/**
 * Brings the mirror up to date. Asks one history question at a time, with rests between; everything that was read is
 * stored at once, so that it can be ended at any moment and goes on from there. Throws AppErrors; what is stored then
 * stays right as far as it goes.
 */
export async function* syncHistory(
	given: SyncDeps,
	request: SyncRequest,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, SyncSummary> {
	const began = given.clock();
	const meter = createMeter(given);
	const deps: DoubtingDeps = {...given, doubt: createDoubt(given, meter)};
	yield progress('probing', 0, null);
	const {state, recordsTotal, doubtful, moved} = await recognise(deps, meter, signal);
	const {serverId} = state;
	const {trust: trusted} = deps.zone();
	let kind: Kind = 'same';
	const everything = !state.complete || request.full || doubtful || isDue(state, deps.now());
	if (everything) {
		// Asked for by hand, it begins anew; otherwise it goes on where it was cut off.
		if (request.full && state.complete) deps.mirror.parts.clear(serverId);
		yield* readAll(deps, meter, state, recordsTotal, signal);
		kind = state.complete ? 'compared' : 'filled';
	} else if (request.sessionEnded || moved || state.plays + state.hiddenRows !== recordsTotal) {
		kind = yield* update(deps, meter, state, signal);
	}
	tellRestored(meter);
	// Whoever was renamed since is in no new row; the comparison reads all rows, and so all names.
	if (kind === 'delta') deps.mirror.users.saveNames(serverId, await deps.tautulli.getUsers(signal));
	deps.mirror.servers.markSynced(serverId, deps.now());
	if (kind === 'filled' || kind === 'compared' || deps.zone().trust !== trusted)
		yield* lookForZone(deps, meter, state, signal);
	return {kind, plays: deps.mirror.plays.count(serverId), ...meter.totals(), totalMs: deps.clock() - began};
}
