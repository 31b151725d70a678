/** The most streams at once, and from when to when there were so many. Unix seconds. */
export type Peak = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** A stream from its start to its stop. */
export type Interval = {readonly startedAt: number; readonly stoppedAt: number};

type Edge = {readonly at: number; readonly step: 1 | -1};

/** By time; a stop comes before a start at the same second. */
const inOrder = (one: Edge, two: Edge): number => one.at - two.at || one.step - two.step;

/**
 * The most streams at once, as Tautulli counts them: the number is looked at whenever one stops, and of several equal
 * peaks the last one names the times. A stream of no length adds nothing. Null where there was none.
 */
export const sweepPeak = (intervals: Iterable<Interval>): Peak | null => {
	const edges: Edge[] = [];
	for (const {startedAt, stoppedAt} of intervals) {
		edges.push({at: startedAt, step: 1}, {at: stoppedAt, step: -1});
	}
	edges.sort(inOrder);
	let [count, best, lastStart] = [0, 0, 0];
	let peak: Peak | null = null;
	for (const {at, step} of edges) {
		if (step === 1 && count + 1 >= best) lastStart = at;
		if (step === -1 && count >= best) {
			best = count;
			peak = {count, startedAt: lastStart, stoppedAt: at};
		}
		count += step;
	}
	return peak !== null && peak.count > 0 ? peak : null;
};
