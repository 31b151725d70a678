import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import {type Interval, sweepPeaks} from '../concurrency.ts';

/** The parts of streams that are within a time, in no order. A stream without a start or a stop was nowhere. */
function* partsWithin(
	{count, startedAt, stoppedAt}: PlayColumns,
	from: number,
	to: number,
	conditions: readonly IsWanted[],
): Generator<Interval> {
	places: for (let at = 0; at < count; at++) {
		const [start = nothing, stop = nothing] = [startedAt[at], stoppedAt[at]];
		if (start === nothing || stop <= from || start >= to || stop <= start) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue places;
		yield {startedAt: Math.max(start, from), stoppedAt: Math.min(stop, to)};
	}
}

/** The most streams at once within a time (Unix seconds), and since when; null: there was none. */
export const mostAtOnce = (
	columns: PlayColumns,
	{from, to}: {readonly from: number; readonly to: number},
	conditions: readonly IsWanted[],
): {readonly count: number; readonly at: number} | null => {
	const peak = sweepPeaks(partsWithin(columns, from, to, conditions)).all;
	return peak && {count: peak.count, at: peak.startedAt};
};
