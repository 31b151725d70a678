import type {ReasonCount, WhyCounts} from '../../domain/streams/why.ts';

/** Each stream counts once, for its first reason. */
export const countWhy = (counts: readonly ReasonCount[]): Omit<WhyCounts, 'since'> => {
	const reasons = {limit: 0, subtitles: 0, codec: 0, sound: 0, container: 0};
	let seen = 0;
	for (const {why, streams} of counts) {
		const [first] = why;
		if (!first) continue;
		reasons[first] += streams;
		seen += streams;
	}
	return {seen, reasons};
};
