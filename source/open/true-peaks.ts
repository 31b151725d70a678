import type {TruePeakDays} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import {dayStart, localDay, type ZoneName, zoneSpans} from '../domain/zone.ts';
import {fillTrueDays} from '../stats/true-days.ts';
import {sweepTrue} from '../stats/true-peaks.ts';
import type {Mirror} from '../store/mirror.ts';

/** True peaks of the last days by the server's calendar; null while the mirror does not hold the whole history. */
export const truePeaksOf = (mirror: Mirror, zone: ZoneName, days: Days, now: number): TruePeakDays | null => {
	const state = mirror.servers.current();
	if (!state?.complete || state.syncedAt === null) return null;
	const today = localDay(zone, now);
	const since = dayStart(zone, today - days + 1);
	// A stream that ended in the window may have begun long before it.
	const oldest = Math.min(since, mirror.plays.oldestStart(state.serverId) ?? since);
	const peaks = sweepTrue(
		mirror.graphs.intervals({serverId: state.serverId, since}),
		zoneSpans(zone, oldest, Math.max(now, state.newestStop ?? now)),
	);
	return fillTrueDays(peaks, today, days, localDay(zone, state.syncedAt));
};
