import {type IsWanted, nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {StreamSpan} from '../../domain/plays/play-count.ts';
import {type StreamColumns, wayOf} from '../true-peaks.ts';
import type {LocalStarts} from './local-clock.ts';

/** More rows than any history has: a start and a place share one number. */
const mostRows = 2 ** 21;

const ordered = new WeakMap<PlayColumns, Int32Array>();

/** All plays with a start and a stop by their start and then by row id, put in order once for all who ask. */
const inOrder = (columns: PlayColumns): Int32Array => {
	const known = ordered.get(columns);
	if (known) return known;
	const {count, startedAt, stoppedAt} = columns;
	const found = new Float64Array(count);
	let size = 0;
	for (let at = 0; at < count; at++) {
		const [start = nothing, stop = nothing] = [startedAt[at], stoppedAt[at]];
		if (start === nothing || stop === nothing) continue;
		found[size] = (start - nothing) * mostRows + at;
		size += 1;
	}
	const order = Int32Array.from(found.subarray(0, size).sort(), value => value % mostRows);
	ordered.set(columns, order);
	return order;
};

/** The plays with a start and a stop that stopped in a window and meet all conditions, by their start and then by row id. */
export const streamsOf = (
	columns: PlayColumns,
	{from, to, conditions}: {readonly from: number; readonly to: number; readonly conditions: readonly IsWanted[]},
): Int32Array => {
	const {stoppedAt} = columns;
	const order = inOrder(columns);
	const found = new Int32Array(order.length);
	let size = 0;
	rows: for (const at of order) {
		const stop = stoppedAt[at] ?? nothing;
		if (stop < from || stop >= to) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue rows;
		found[size] = at;
		size += 1;
	}
	return found.slice(0, size);
};

/** These plays as far as they are in a stretch of time (Unix seconds); those that began behind it are left out. */
export const within = (
	{startedAt, stoppedAt, decisions}: PlayColumns,
	places: Int32Array,
	{from, to}: {readonly from: number; readonly to: number},
): StreamColumns => {
	const behind = places.findIndex(at => (startedAt[at] ?? 0) >= to);
	const size = behind < 0 ? places.length : behind;
	const wayOfText = Uint8Array.from(decisions.texts, wayOf);
	const columns = {
		startedAt: new Int32Array(size),
		stoppedAt: new Int32Array(size),
		ways: new Uint8Array(size),
	};
	for (let index = 0; index < size; index++) {
		const at = places[index] ?? 0;
		columns.startedAt[index] = Math.max(startedAt[at] ?? 0, from);
		columns.stoppedAt[index] = Math.min(stoppedAt[at] ?? 0, to);
		columns.ways[index] = wayOfText[decisions.indexes[at] ?? 0] ?? 0;
	}
	return columns;
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
