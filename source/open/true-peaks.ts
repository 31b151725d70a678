import type {TruePeakDays} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import {dayStart, localDay, type ZoneName, zoneSpans} from '../domain/zone.ts';
import type {Interval} from '../stats/concurrency.ts';
import {fillTrueDays} from '../stats/true-days.ts';
import {sweepTrue} from '../stats/true-peaks.ts';
import type {Mirror} from '../store/mirror/mirror.ts';

/** Only the part of a stream that is inside the days counts: its hours before them are not theirs. */
function* within(since: number, streams: Iterable<Interval>): Generator<Interval> {
	for (const {startedAt, stoppedAt} of streams) yield {startedAt: Math.max(startedAt, since), stoppedAt};
}

/** True peaks of the last days by the server's calendar; null while the mirror does not hold the whole history. */
export const truePeaksOf = (mirror: Mirror, zone: ZoneName, days: Days, now: number): TruePeakDays | null => {
	const state = mirror.servers.current();
	if (!state?.complete || state.syncedAt === null) return null;
	const today = localDay(zone, now);
	const since = dayStart(zone, today - days + 1);
	const peaks = sweepTrue(
		within(since, mirror.graphs.intervals({serverId: state.serverId, since})),
		zoneSpans(zone, since, Math.max(now, state.newestStop ?? now)),
	);
	return fillTrueDays(peaks, today, days, localDay(zone, state.syncedAt));
};
