/** A number of streams at once, and since when there were so many (Unix seconds). */
export type Since = {readonly count: number; readonly at: number};

/** The same, by the way that they were played; what the three lack of the count is not known. */
export type AtOnce = Since & {
	readonly directPlay: number;
	readonly directStream: number;
	readonly transcode: number;
};

/** The highest of all known days, and what was the highest before it (null: it was never beaten). */
export type PeakRecord = Since & {readonly before: Since | null};

/** The median of the highest of the last days of one weekday (0 is Sunday), and of how many. */
export type Usual = {readonly weekday: number; readonly count: number; readonly days: number};
