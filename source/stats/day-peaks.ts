import type {StreamSpan} from '../domain/play-count.ts';
import {type Interval, sweepPeak} from './concurrency.ts';

/** Most streams at once among those that started on a day; by stream type each counted alone. */
export type DayPeak = {readonly all: number; readonly byDecision: Readonly<Record<string, number>>};

const peakOf = (intervals: readonly Interval[]): number => sweepPeak(intervals)?.count ?? 0;

const dayPeak = (streams: readonly StreamSpan[]): DayPeak => {
	const decisions = Map.groupBy(streams, ({decision}) => decision);
	return {
		all: peakOf(streams),
		byDecision: Object.fromEntries([...decisions].map(([decision, some]) => [decision, peakOf(some)])),
	};
};

/** Days between two of which the thread may be given back. */
const daysAtOnce = 50;

/**
 * Peaks by start date, as Tautulli's concurrent graph has them: a stream that began before midnight does not count on
 * the next day. The streams come ordered by day; only one day of them is held at a time. Yields where the thread may be given
 * back.
 */
export function* sweepDays(streams: Iterable<StreamSpan>): Generator<void, Map<number, DayPeak>> {
	const peaks = new Map<number, DayPeak>();
	let held: StreamSpan[] = [];
	const close = (): void => {
		if (held[0]) peaks.set(held[0].day, dayPeak(held));
		held = [];
	};
	for (const stream of streams) {
		if (held[0] && held[0].day !== stream.day) {
			close();
			if (peaks.size % daysAtOnce === 0) yield;
		}
		held.push(stream);
	}
	close();
	return peaks;
}
