import type {Interval} from './concurrency.ts';

/** A stretch of whole hours in columns of so many seconds. */
export type Frame = {readonly from: number; readonly to: number; readonly step: number};

const hour = 3600;

/** Seconds of a column: an hour has a whole number of them. */
const steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60].map(minutes => minutes * 60);

/** In coarser columns a stream of half an hour is nothing any more. */
const coarsest = 600;

/** So much of a day is shown at least where all of it would be too coarse. */
const leastHours = 6;

export const columnsOf = ({from, to, step}: Frame): number => Math.ceil((to - from) / step);

/** The whole hours of a day that its streams fill. */
export const extentOf = (
	streams: readonly Interval[],
	day: {readonly from: number; readonly to: number},
): {readonly from: number; readonly to: number} => {
	const first = streams.reduce((least, {startedAt}) => Math.min(least, startedAt), day.to);
	const last = streams.reduce((most, {stoppedAt}) => Math.max(most, stoppedAt), day.from);
	const from = day.from + Math.floor((Math.max(day.from, first) - day.from) / hour) * hour;
	const to = Math.min(day.to, day.from + Math.ceil((last - day.from) / hour) * hour);
	const begin = Math.min(from, day.to - hour);
	return {from: begin, to: Math.max(begin + hour, to)};
};

/**
 * The finest columns in which all of it has room; where these would be too coarse and it can be moved, those that let some hours be read.
 * Null: there is too little room.
 */
export const stepFor = (
	{from, to}: {readonly from: number; readonly to: number},
	room: number,
	isMovable = true,
): number | null => {
	const all = steps.find(each => (to - from) / each <= room);
	if (!isMovable || (all !== undefined && all <= coarsest)) return all ?? null;
	return steps.find(each => (leastHours * hour) / each <= room) ?? null;
};

const overlap = (streams: readonly Interval[], from: number, to: number): number =>
	streams.reduce(
		(sum, {startedAt, stoppedAt}) => sum + Math.max(0, Math.min(to, stoppedAt) - Math.max(from, startedAt)),
		0,
	);

/**
 * The hours that are shown of all: those with the most time watched (that hold a moment), of equals the first; moved as far as it
 * takes to hold the moment that the cursor is on.
 */
export const frameOf = (
	streams: readonly Interval[],
	all: Frame,
	room: number,
	{busiest, cursor}: {readonly busiest: number | null; readonly cursor: number | null},
): Frame => {
	const length = Math.max(hour, Math.floor((room * all.step) / hour) * hour);
	if (all.to - all.from <= length) return all;
	const begins = Array.from({length: (all.to - all.from - length) / hour + 1}, (_, index) => all.from + index * hour);
	const holding = begins.filter(begin => busiest === null || (begin <= busiest && busiest < begin + length));
	const best = (holding.length > 0 ? holding : begins).reduce((one, two) =>
		overlap(streams, two, two + length) > overlap(streams, one, one + length) ? two : one,
	);
	const at = cursor ?? best;
	const before = begins.findLast(begin => begin <= at) ?? best;
	const behind = begins.find(begin => at < begin + length) ?? before;
	const from = cursor === null ? best : Math.max(behind, Math.min(best, before));
	return {from, to: from + length, step: all.step};
};
