import type {Interval} from './concurrency.ts';

/** The first moment of a stretch of time with the most streams, and those that ran then. */
export type Moment<Stream> = {readonly at: number; readonly running: readonly Stream[]};

/** Where nothing ran that is its beginning. */
export const momentIn = <Stream extends Interval>(
	streams: readonly Stream[],
	{from, to}: {readonly from: number; readonly to: number},
): Moment<Stream> => {
	const near = streams.filter(({startedAt, stoppedAt}) => startedAt < to && stoppedAt > from && stoppedAt > startedAt);
	const starts = near.map(({startedAt}) => Math.max(from, startedAt)).toSorted((one, two) => one - two);
	const runningAt = (at: number): readonly Stream[] =>
		near.filter(({startedAt, stoppedAt}) => startedAt <= at && at < stoppedAt);
	return starts
		.map((at): Moment<Stream> => ({at, running: runningAt(at)}))
		.reduce((best, one) => (one.running.length > best.running.length ? one : best), {at: from, running: []});
};
