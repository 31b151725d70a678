import type {MirrorState} from '../../domain/mirror.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {zoneNames} from '../../domain/zone-names.ts';
import {fitsZone} from '../../stats/fit-zone.ts';
import type {SyncDeps} from './sync-deps.ts';

/** A year holds both changes of the clock. */
const fitDays = 365;

/**
 * Tautulli tells its time zone nowhere, but its plays by hour of day fit the mirrored ones in the right zone alone. What
 * is found is kept with the history; where nothing fits (too few plays), the zone stays unknown. Needs a whole mirror.
 */
export const findZone = async (
	{tautulli, mirror, zone, now, pause}: SyncDeps,
	{serverId}: MirrorState,
	signal: AbortSignal,
): Promise<void> => {
	const presumed = zone();
	if (presumed.trust === 'configured') return;
	const theirs = await tautulli.getHourlyPlays(fitDays, signal);
	const [since, until] = [now() - fitDays * secondsPerDay, now()];
	const counts = mirror.graphs.quarters({serverId, since});
	// A play that stopped in the window may have begun before it.
	const from = counts.reduce((oldest, {startedAt}) => Math.min(oldest, startedAt), since);
	for (const name of zoneNames(presumed.name)) {
		if (fitsZone(counts, theirs, zoneSpans(name, from, until))) {
			mirror.servers.saveZone(serverId, name);
			return;
		}
		await pause(0, signal);
	}
	mirror.servers.saveZone(serverId, null);
};
