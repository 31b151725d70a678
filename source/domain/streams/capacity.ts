/** What went out over the internet on one day of the server's calendar, at its highest. */
export type CapacityDay = {
	/** YYYY-MM-DD. */
	readonly date: string;
	/** `seen`: tautop's own highest minute. `plex`: from Plex's statistics, of a time that nobody saw. */
	readonly source: 'seen' | 'plex';
	/** The rate is the mean of so many seconds: a minute that was seen has its highest moment, Plex has hours, or a whole day. */
	readonly seconds: 60 | 3600 | 86_400;
	readonly kbps: number;
	/** Unix seconds when that minute, hour or day began. */
	readonly at: number;
	/** Of the minutes that were seen, those over the mark; null: there is no limit, or none was seen. */
	readonly minutesOver: number | null;
	/** The most in that minute; null: not known. */
	readonly streams: number | null;
	readonly transcoded: number | null;
	/** Who was watching over the internet then, the fattest stream first. */
	readonly who: readonly string[];
};

/** Is the upload enough. */
export type CapacityAnswer = {
	/** Null: none is configured. */
	readonly limitKbps: number | null;
	/** Those of the window that anything is known of, the highest first. */
	readonly days: readonly CapacityDay[];
	/** The last day, a minute a value, from `recentFrom` (Unix seconds) on; null: nobody looked. */
	readonly recent: readonly (number | null)[];
	readonly recentFrom: number;
	/** Since when every minute was over the mark, Unix seconds; null: the last one was not. */
	readonly overSince: number | null;
	/** Unix seconds of the first minute that was seen; null: none ever was. */
	readonly seenFrom: number | null;
};

/** From this share of the limit on a line counts as full. */
export const overShare = 0.8;

/** From this share on the next stream stalls the others. */
export const nearShare = 0.95;
