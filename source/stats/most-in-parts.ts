import type {Interval} from './concurrency.ts';

/** The most streams at once in each of so many equal parts of a stretch of time. */
export const mostInParts = (
	streams: readonly Interval[],
	{from, to}: {readonly from: number; readonly to: number},
	parts: number,
): readonly number[] => {
	const most = new Array<number>(parts).fill(0);
	const size = (to - from) / parts;
	// A stop comes before a start at the same second.
	const edges = streams
		.filter(({startedAt, stoppedAt}) => stoppedAt > startedAt)
		.flatMap(({startedAt, stoppedAt}) => [
			{at: startedAt, by: 1},
			{at: stoppedAt, by: -1},
		])
		.sort((one, two) => one.at - two.at || one.by - two.by);
	let count = 0;
	for (const [index, {at, by}] of edges.entries()) {
		count += by;
		const end = Math.min(to, edges[index + 1]?.at ?? at);
		const begin = Math.max(from, at);
		if (begin >= end) continue;
		const last = Math.ceil((end - from) / size) - 1;
		for (let part = Math.floor((begin - from) / size); part <= last; part++) {
			most[part] = Math.max(most[part] ?? 0, count);
		}
	}
	return most;
};
