/** The most streams at once, and from when to when there were so many. Unix seconds. */
export type Peak = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** A stream from its start to its stop. */
export type Interval = {readonly startedAt: number; readonly stoppedAt: number};

/**
 * The most streams at once, as Tautulli counts them: the number is looked at whenever one stops, and of several equal
 * peaks the last one names the times. A stream of no length adds nothing. Null where there was none.
 */
export const sweepPeak = (intervals: Iterable<Interval>): Peak | null => {
	// Numbers, since there may be a million: even for a stop, odd for a start, which comes behind a stop at the same second.
	const edges: number[] = [];
	for (const {startedAt, stoppedAt} of intervals) edges.push(startedAt * 2 + 1, stoppedAt * 2);
	let [count, best, lastStart] = [0, 0, 0];
	let peak: Peak | null = null;
	for (const edge of Float64Array.from(edges).sort()) {
		const at = Math.floor(edge / 2);
		const isStart = edge > at * 2;
		if (isStart && count + 1 >= best) lastStart = at;
		if (!isStart && count >= best) {
			best = count;
			peak = {count, startedAt: lastStart, stoppedAt: at};
		}
		count += isStart ? 1 : -1;
	}
	return peak !== null && peak.count > 0 ? peak : null;
};
