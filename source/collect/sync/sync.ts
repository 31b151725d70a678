import {AppError, isCancelled} from '../../domain/app-error.ts';
import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorState, SyncProgress, SyncSummary} from '../../domain/plays/mirror.ts';
import {catchUp, findDifferences} from './sync-delta.ts';
import type {SyncDeps, SyncRequest} from './sync-deps.ts';
import {createDoubt, type DoubtingDeps} from './sync-doubt.ts';
import {readAll} from './sync-everything.ts';
import {recognise} from './sync-identity.ts';
import {createMeter, type SyncMeter} from './sync-meter.ts';
import {syncStep} from './sync-progress.ts';
import {lookForZone, wholeFitDays} from './sync-zone.ts';

/** What the probe cannot see is looked for once a day. */
const compareEverySeconds = secondsPerDay;

type Kind = SyncSummary['kind'];

const isDue = ({comparedAt}: MirrorState, now: number): boolean =>
	comparedAt === null || now - comparedAt >= compareEverySeconds || comparedAt > now;

/** What came since the last time; where the numbers still differ, deletions are looked for, then everything is read. */
async function* update(
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	{quick}: SyncRequest,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, Kind> {
	const {plays, sections} = deps.mirror;
	const {serverId, hiddenRows} = state;
	const fillSections = (): Promise<void> => inTurns(sections.fill(serverId), () => deps.pause(0, signal));
	yield syncStep('catching-up', plays.count(serverId), null);
	const {recordsTotal, fromDay} = await catchUp(deps, meter, state, signal);
	await fillSections();
	if (meter.replaced() === 0 && plays.count(serverId) + hiddenRows === recordsTotal) return 'delta';
	yield syncStep('comparing', plays.count(serverId), recordsTotal);
	const total = await findDifferences(deps, meter, state, fromDay, signal);
	await fillSections();
	if (meter.replaced() === 0 && plays.count(serverId) + hiddenRows === total) return 'delta';
	if (quick && meter.replaced() === 0) return 'delta';
	yield* readAll(deps, meter, state, {recordsTotal: total}, signal);
	return 'compared';
}

/** Another play under a known number: the server's database is an older one, and its numbers go on from there. */
const tellRestored = (meter: SyncMeter): void => {
	if (meter.replaced() === 0) return;
	const lost = meter.replaced() + meter.totals().removed;
	meter.warn(
		`Tautulli seems to have been restored from a backup: ${lost} known ${lost === 1 ? 'play is' : 'plays are'} not in its history any more.`,
	);
};

/**
 * Whoever was renamed since is in no new row; the comparison reads all rows, and so all names. Who owns the server is asked
 * for until it is known, but plays are right without it.
 */
const noteUsers = async (
	{mirror, tautulli}: SyncDeps,
	serverId: number,
	kind: Kind,
	signal: AbortSignal,
): Promise<void> => {
	if (kind !== 'delta' && mirror.users.owners(serverId) !== null) return;
	try {
		mirror.users.save(serverId, await tautulli.getUsers(signal));
	} catch (error) {
		if (kind === 'delta' || isCancelled(error) || !(error instanceof AppError)) throw error;
	}
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
	yield syncStep('probing', 0, null);
	const {state, recordsTotal, doubtful, moved} = await recognise(deps, meter, signal);
	const {serverId} = state;
	const {trust: trusted} = deps.zone();
	let kind: Kind = 'same';
	const everything = !state.complete || request.full || doubtful || (!request.quick && isDue(state, deps.now()));
	if (everything) {
		// Asked for by hand, it begins anew; otherwise it goes on where it was cut off.
		if (request.full && state.complete) deps.mirror.parts.clear(serverId);
		const isWhole = yield* readAll(deps, meter, state, {recordsTotal, quick: request.quick}, signal);
		kind = state.complete ? 'compared' : isWhole ? 'filled' : 'part';
	} else if (request.sessionEnded || moved || state.plays + state.hiddenRows !== recordsTotal) {
		kind = yield* update(deps, meter, state, request, signal);
	}
	tellRestored(meter);
	await noteUsers(deps, serverId, kind, signal);
	deps.mirror.servers.markSynced(serverId, deps.now());
	const isNew = kind === 'filled' || kind === 'compared' || deps.zone().trust !== trusted;
	if (kind !== 'part' && isNew) yield* lookForZone(deps, meter, state, wholeFitDays, signal);
	// Counted anew only where the plays have changed.
	const plays = deps.mirror.servers.current()?.plays ?? 0;
	return {kind, plays, ...meter.totals(), totalMs: deps.clock() - began};
}
