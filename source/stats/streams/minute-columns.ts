/** Some minutes as one column: the highest of them, and when that was (Unix seconds); null: nobody looked in any of them. */
export type MinuteColumn = {
	/** Unix seconds of its first minute. */
	readonly from: number;
	readonly minutes: number;
	readonly highest: {readonly kbps: number; readonly at: number} | null;
};

/** A minute a value, from a time (Unix seconds) on. */
export type Minutes = {readonly recent: readonly (number | null)[]; readonly recentFrom: number};

/** The highest minute of a stretch, the first of equals. */
export const highestMinute = (
	{recent, recentFrom}: Minutes,
	from: number,
	minutes: number,
): MinuteColumn['highest'] => {
	const first = Math.round((from - recentFrom) / 60);
	let best: MinuteColumn['highest'] = null;
	for (let index = Math.max(0, first); index < Math.min(recent.length, first + minutes); index++) {
		const kbps = recent[index] ?? null;
		if (kbps !== null && kbps > (best?.kbps ?? -1)) best = {kbps, at: recentFrom + index * 60};
	}
	return best;
};

/**
 * The last `count` columns of so many minutes each. They begin at whole multiples of that, so that a minute stays in its column
 * while time goes on; the last one is not full yet.
 */
export const minuteColumns = (known: Minutes, count: number, minutes: number): readonly MinuteColumn[] => {
	const last = Math.floor(known.recentFrom / 60) + known.recent.length - 1;
	const lastColumn = Math.floor(last / minutes);
	return Array.from({length: count}, (_, index) => {
		const from = (lastColumn - count + 1 + index) * minutes * 60;
		return {from, minutes, highest: highestMinute(known, from, minutes)};
	});
};

/** Minutes of a column that whole hours can be cut into. */
const steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];

/** How many columns of how many minutes show so many minutes: the finest that have room, and all of the room that whole hours fill. */
export const columnsFor = (
	minutes: number,
	room: number,
	most: number,
): {readonly count: number; readonly minutes: number} => {
	const step = steps.find(each => minutes / each <= room) ?? 60;
	const hours = Math.floor((Math.min(most, room * step) || 0) / 60);
	return {count: Math.max(1, Math.min(room, Math.floor((Math.max(1, hours) * 60) / step))), minutes: step};
};
