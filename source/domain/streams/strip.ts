import type {PeakRecord} from '../plays/at-once.ts';

/** Streams at the highest moment of a minute; what the three lack of the streams is not known. */
export type StripMinute = {
	readonly streams: number;
	readonly direct: number;
	readonly copied: number;
	readonly transcoded: number;
	/** False: from history, which does not have yet what still runs. */
	readonly isSeen: boolean;
};

/** How many watched in the last three hours. */
export type StripAnswer = {
	/** Unix seconds of the first minute; the last one is that of the moment that was asked about. */
	readonly from: number;
	/** A value a minute; null: nobody knows. */
	readonly minutes: ReadonlyArray<StripMinute | null>;
	/** The highest of all known days; null: too few are known, or it is not reckoned yet. */
	readonly record: PeakRecord | null;
};
