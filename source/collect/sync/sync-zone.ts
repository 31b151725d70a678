import {AppError, isCancelled} from '../../domain/app-error.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorState, SyncProgress} from '../../domain/plays/mirror.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {zoneNames} from '../../domain/zone-names.ts';
import {fitsZone} from '../../stats/fit-zone.ts';
import type {SyncDeps} from './sync-deps.ts';
import type {SyncMeter} from './sync-meter.ts';
import {syncStep} from './sync-progress.ts';

/** A year holds both changes of the clock. */
export const wholeFitDays = 365;

/** So many are mirrored within seconds, and tell hours and days of today apart. */
export const firstFitDays = 30;

/**
 * Tautulli tells its time zone nowhere, but its plays by hour of day fit the mirrored ones in the right zone alone. What
 * is found is kept with the history; where nothing fits (too few plays), the zone stays unknown. Needs a mirror of all plays
 * that stopped in these days.
 */
const findZone = async (
	{tautulli, mirror, zone, zoneLooked, now, pause}: SyncDeps,
	{serverId}: MirrorState,
	days: number,
	signal: AbortSignal,
): Promise<void> => {
	const presumed = zone();
	if (presumed.trust === 'configured') return;
	const theirs = await tautulli.getHourlyPlays(days, signal);
	const [since, until] = [now() - days * secondsPerDay, now()];
	const counts = mirror.quarters.count(serverId, since);
	// A play that stopped in the window may have begun before it.
	const from = counts.reduce((oldest, {startedAt}) => Math.min(oldest, startedAt), since);
	let found: string | null = null;
	for (const name of zoneNames(presumed.name)) {
		if (fitsZone(counts, theirs, zoneSpans(name, from, until))) {
			found = name;
			break;
		}
		await pause(0, signal);
	}
	// What fitted fewer days is better than nothing, where odd rows keep more of them from fitting.
	if (found === null && days > firstFitDays && presumed.trust === 'verified') return;
	mirror.servers.saveZone(serverId, found);
	zoneLooked();
};

/** Looks for the zone by the plays of these days. Not to know it is no reason to fail: it is looked for again later. */
export async function* lookForZone(
	deps: SyncDeps,
	meter: SyncMeter,
	state: MirrorState,
	days: number,
	signal: AbortSignal,
): AsyncGenerator<SyncProgress, void> {
	yield syncStep('comparing', deps.mirror.plays.count(state.serverId), null);
	try {
		await findZone(deps, state, days, signal);
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		meter.warn(`Tautulli's time zone could not be found out: ${error.message}`);
	}
}
