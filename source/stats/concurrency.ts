/** The most streams at once, and from when to when there were so many. Unix seconds. */
type Peak = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** A stream from its start to its stop. */
export type Interval = {readonly startedAt: number; readonly stoppedAt: number};

/** Peaks of all streams, and of those of each decision that had one alone. */
export type Peaks = {readonly all: Peak | null; readonly byDecision: ReadonlyMap<string, Peak>};

/**
 * Counts up and down as Tautulli does: the number is looked at whenever a stream stops, and of several equal peaks the last one names
 * the times.
 */
const createSweep = () => {
	let [count, best, lastStart] = [0, 0, 0];
	let peak: Peak | null = null;
	return {
		take: (at: number, isStart: boolean): void => {
			if (isStart && count + 1 >= best) lastStart = at;
			if (!isStart && count >= best) {
				best = count;
				peak = {count, startedAt: lastStart, stoppedAt: at};
			}
			count += isStart ? 1 : -1;
		},
		/** Null: never a stream. */
		peak: (): Peak | null => (peak !== null && peak.count > 0 ? peak : null),
	};
};

/** More decisions than there are. */
const kinds = 65_536;

/** The most streams at once. A stream of no length adds nothing. */
export const sweepPeaks = (streams: Iterable<Interval & {readonly decision?: string}>): Peaks => {
	const everything = createSweep();
	const byKind: Array<{readonly decision: string; readonly sweep: ReturnType<typeof createSweep>}> = [];
	const kindOf = new Map<string, number>();
	// Numbers that sort by time, since there may be a million: a stop comes before a start at the same second.
	const edges: number[] = [];
	for (const {startedAt, stoppedAt, decision = ''} of streams) {
		const kind = kindOf.get(decision) ?? byKind.push({decision, sweep: createSweep()}) - 1;
		kindOf.set(decision, kind);
		edges.push((startedAt * 2 + 1) * kinds + kind, stoppedAt * 2 * kinds + kind);
	}
	for (const edge of Float64Array.from(edges).sort()) {
		const step = Math.floor(edge / kinds);
		const at = Math.floor(step / 2);
		const isStart = step > at * 2;
		everything.take(at, isStart);
		byKind[edge - step * kinds]?.sweep.take(at, isStart);
	}
	const peaks = byKind.flatMap(({decision, sweep}): ReadonlyArray<[string, Peak]> => {
		const peak = sweep.peak();
		return peak ? [[decision, peak]] : [];
	});
	return {all: everything.peak(), byDecision: new Map(peaks)};
};
