import type {PeakRecord} from '../plays/at-once.ts';
import type {Minute} from './minute.ts';

/** Streams at the highest moment of a minute; what the three lack of the streams is not known. */
export type StripMinute = {
	readonly streams: number;
	readonly direct: number;
	readonly copied: number;
	readonly transcoded: number;
	/** False: from history, which does not have yet what still runs. */
	readonly isSeen: boolean;
};

/** Null: not known. */
export type MinuteRates = Pick<Minute, 'kbps' | 'lanKbps' | 'wanKbps'>;

/** How many watched in the last three hours. */
export type StripAnswer = {
	/** Unix seconds of the first minute; the last one is that of the moment that was asked about. */
	readonly from: number;
	/** A value a minute; null: nobody knows. */
	readonly minutes: ReadonlyArray<StripMinute | null>;
	/** What the streams of the last minute took together, at most, as tautop saw it; null: nobody looked. */
	readonly rates: MinuteRates | null;
	/** The highest of all known days; null: too few are known, or it is not reckoned yet. */
	readonly record: PeakRecord | null;
};
