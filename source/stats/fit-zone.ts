import {type Graph, sumOf} from '../domain/plays/graph.ts';
import type {QuarterCount} from '../domain/plays/play-count.ts';
import type {ZoneSpan} from '../domain/zone.ts';
import {mediaSeries} from './series.ts';

/** Plays at the two ends of a window, where two clocks differ by a second. */
const mostStrays = 2;

/** Plays by local hour of day. */
const hoursOf = (counts: readonly QuarterCount[], spans: readonly ZoneSpan[]): number[] => {
	const hours = new Array<number>(24).fill(0);
	const newestFirst = spans.toReversed();
	for (const {startedAt, plays} of counts) {
		const span = newestFirst.find(({from}) => startedAt >= from) ?? spans[0];
		const hour = Math.floor((startedAt + (span?.offsetSeconds ?? 0)) / 3600) % 24;
		hours[hour] = (hours[hour] ?? 0) + plays;
	}
	return hours;
};

/**
 * Whether a server that cuts its days by this clock would answer this graph of plays by hour of day for these plays. A
 * play stands in another hour under every wrong clock, so the graph fits only the right one, but for zones whose clocks
 * were equal all the while. False where nothing was played: then nothing is known.
 */
export const fitsZone = (counts: readonly QuarterCount[], theirs: Graph, spans: readonly ZoneSpan[]): boolean => {
	let [strays, total] = [0, 0];
	for (const {kind, name} of mediaSeries) {
		// Tautulli leaves out kinds that it has no library for.
		const values = theirs.series.find(series => series.name === name)?.values;
		if (!values) continue;
		// A number that is not known would stand for any number of plays.
		if (values.includes(null)) return false;
		const mine = hoursOf(
			counts.filter(count => count.kind === kind),
			spans,
		);
		strays += sumOf(mine.map((plays, hour) => Math.abs(plays - (values[hour] ?? 0))));
		total += sumOf(values);
	}
	return total > 0 && strays <= Math.min(mostStrays, Math.floor(total / 100));
};
