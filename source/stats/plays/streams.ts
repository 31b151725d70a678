import {type IsWanted, nothing, type PlayColumns} from '../../domain/play-columns.ts';
import type {StreamSpan} from '../../domain/play-count.ts';
import type {LocalStarts} from './local-clock.ts';

/** The plays with a start that stopped in a window and meet all conditions, by day and then by start. */
export const streamsOf = (
	columns: PlayColumns,
	{days}: LocalStarts,
	{from, to, conditions}: {readonly from: number; readonly to: number; readonly conditions: readonly IsWanted[]},
): Int32Array => {
	const {count, startedAt, stoppedAt} = columns;
	const found = new Int32Array(count);
	let size = 0;
	rows: for (let at = 0; at < count; at++) {
		const stop = stoppedAt[at] ?? nothing;
		if (startedAt[at] === nothing || stop < from || stop >= to) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue rows;
		found[size] = at;
		size += 1;
	}
	return found
		.subarray(0, size)
		.sort(
			(one, two) => (days[one] ?? 0) - (days[two] ?? 0) || (startedAt[one] ?? 0) - (startedAt[two] ?? 0) || one - two,
		);
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
