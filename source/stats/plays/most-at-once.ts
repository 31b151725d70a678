import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {Interval} from '../concurrency.ts';

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

/**
 * The most streams at once within a time (Unix seconds), and since when: the first of equals, as a record is. Null: there was none.
 */
export const mostAtOnce = (
	columns: PlayColumns,
	{from, to}: {readonly from: number; readonly to: number},
	conditions: readonly IsWanted[],
): {readonly count: number; readonly at: number} | null => {
	// A stop comes before a start at the same second.
	const edges: number[] = [];
	for (const {startedAt, stoppedAt} of partsWithin(columns, from, to, conditions)) {
		edges.push(startedAt * 2 + 1, stoppedAt * 2);
	}
	let [count, most, at] = [0, 0, 0];
	for (const edge of Float64Array.from(edges).sort()) {
		count += edge % 2 === 0 ? -1 : 1;
		if (count > most) [most, at] = [count, Math.floor(edge / 2)];
	}
	return most === 0 ? null : {count: most, at};
};
