import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {StreamSpan} from '../../domain/plays/play-count.ts';
import type {LocalStarts} from './local-clock.ts';

/** More rows than any history has: a start and a place share one number. */
const mostRows = 2 ** 21;

/** The plays with a start and a stop that stopped in a window and meet all conditions, by their start and then by row id. */
export const streamsOf = (
	columns: PlayColumns,
	{from, to, conditions}: {readonly from: number; readonly to: number; readonly conditions: readonly IsWanted[]},
): Int32Array => {
	const {count, startedAt, stoppedAt} = columns;
	const found = new Float64Array(count);
	let size = 0;
	rows: for (let at = 0; at < count; at++) {
		const [start = nothing, stop = nothing] = [startedAt[at], stoppedAt[at]];
		if (start === nothing || stop === nothing || stop < from || stop >= to) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue rows;
		found[size] = (start - nothing) * mostRows + at;
		size += 1;
	}
	return Int32Array.from(found.subarray(0, size).sort(), value => value % mostRows);
};

/** The same by local day: a clock that goes back may have put a later start on an earlier one. */
export const byDay = ({days}: LocalStarts, places: Int32Array): Int32Array => {
	const isInOrder = places.every((at, index) => index === 0 || (days[places[index - 1] ?? 0] ?? 0) <= (days[at] ?? 0));
	return isInOrder ? places : places.toSorted((one, two) => (days[one] ?? 0) - (days[two] ?? 0));
};

/** These plays as streams, one at a time. */
export function* spansOf(
	{startedAt, stoppedAt, decisions}: PlayColumns,
	{days}: LocalStarts,
	places: Int32Array,
): Generator<StreamSpan> {
	for (const at of places) {
		yield {
			day: days[at] ?? 0,
			startedAt: startedAt[at] ?? 0,
			stoppedAt: stoppedAt[at] ?? 0,
			decision: decisions.texts[decisions.indexes[at] ?? 0] ?? '',
		};
	}
}
