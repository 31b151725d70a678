import type {Interval} from './concurrency.ts';

/** The streams of somebody that stand in one row, since no two of them run at the same time. */
export type Lane<Stream> = {
	readonly owner: string;
	/** True: the owner's first row. */
	readonly isFirst: boolean;
	readonly streams: readonly Stream[];
};

/** Streams in as few rows as hold them, those of one owner one below the other; owners by their first stream. They come by start. */
export const lanesOf = <Stream extends Interval>(
	streams: readonly Stream[],
	ownerOf: (stream: Stream) => string,
): ReadonlyArray<Lane<Stream>> =>
	[...Map.groupBy(streams, ownerOf)].flatMap(([owner, own]) => {
		const lanes: Stream[][] = [];
		for (const stream of own) {
			const free = lanes.find(lane => (lane.at(-1)?.stoppedAt ?? 0) <= stream.startedAt);
			if (free) free.push(stream);
			else lanes.push([stream]);
		}
		return lanes.map((lane, index) => ({owner, isFirst: index === 0, streams: lane}));
	});
