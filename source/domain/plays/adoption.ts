/** Which histories that were set aside are meant, and whether to carry them over or only to look. */
export type AdoptRequest = {
	/** The id of one history; absent: all. */
	readonly historyId?: number | undefined;
	readonly carryOver: boolean;
};

/** What of a history that was set aside fits the current one. Counts are plays; none is in two of the last three. */
export type AdoptShares = {
	/** Of titles that are known now, by guid. */
	readonly matching: number;
	/** Of those: the server has them itself (same user, same second of the start, same guid). */
	readonly overlapping: number;
	/** Of those: carried over before, from this or another history. */
	readonly adopted: number;
	/** Of those: what carrying over adds. */
	readonly adding: number;
};

/** A history that was set aside. Times are Unix seconds. */
export type AsideHistory = AdoptShares & {
	readonly id: number;
	readonly setAsideAt: number;
	readonly reason: string;
	readonly plays: number;
	/** Plays carried over just now; null: nothing was asked for. */
	readonly carriedOver: number | null;
};

/** Plays of the current history whose keys Plex has given up. */
export type LostKeys = {
	/** Plex has their guid, under another key. */
	readonly rekeyed: number;
	/** Plex knows neither their key nor their guid. */
	readonly orphans: number;
};

/** The histories that were set aside, beside the current one. */
export type AdoptReport = {
	/** Null: there is none yet. */
	readonly current: {readonly plays: number; readonly complete: boolean} | null;
	/** Null: Plex is not configured, so only what was played is known. */
	readonly lostKeys: LostKeys | null;
	readonly histories: readonly AsideHistory[];
};
