import type {StreamSpan} from '../domain/plays/play-count.ts';
import {type Peaks, sweepPeaks} from './concurrency.ts';

/** Days between two of which the thread may be given back. */
const daysAtOnce = 50;

/**
 * Peaks by start date (days since 1970), as Tautulli's concurrent graph has them: a stream that began before midnight does not count on
 * the next day. The streams come ordered by day; only one day of them is held at a time. Yields where the thread may be given
 * back.
 */
export function* sweepDays(streams: Iterable<StreamSpan>): Generator<void, Map<number, Peaks>> {
	const peaks = new Map<number, Peaks>();
	let held: StreamSpan[] = [];
	const close = (): void => {
		if (held[0]) peaks.set(held[0].day, sweepPeaks(held));
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
