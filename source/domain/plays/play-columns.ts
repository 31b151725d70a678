/** Stands where a row has no time, no user, no library, no key. */
export const nothing = -2_147_483_648;

/** A column of few different texts: each row has the index of its text. */
export type TextColumn = {readonly texts: readonly string[]; readonly indexes: Uint16Array};

/**
 * The plays of a window, a column a list, so that any question about them is one pass over numbers. Rows stand in the order of
 * their row ids. Times are Unix seconds, `nothing` where the row has none; times outside of 1901 to 2038 are taken for these ends.
 */
export type PlayColumns = {
	readonly count: number;
	readonly rowIds: Float64Array;
	/** Rows that Tautulli joined have one number; rows of no group `nothing`. */
	readonly groups: Int32Array;
	/** How many groups have several rows: their numbers are lower. */
	readonly groupsOfSeveral: number;
	readonly startedAt: Int32Array;
	readonly stoppedAt: Int32Array;
	/** Stop minus start minus pauses; the pauses alone, below zero, where a time is missing: Tautulli takes them off its sums. */
	readonly seconds: Int32Array;
	readonly userIds: Int32Array;
	readonly sectionIds: Int32Array;
	readonly itemKeys: Int32Array;
	readonly parentKeys: Int32Array;
	readonly grandparentKeys: Int32Array;
	/** The store's number for the full title. */
	readonly titleIds: Int32Array;
	/** movie, episode, track, or live, whatever is watched live. */
	readonly media: TextColumn;
	/** Tautulli's words. */
	readonly decisions: TextColumn;
	readonly platforms: TextColumn;
	readonly players: TextColumn;
	readonly products: TextColumn;
	/** lan, wan, ''. */
	readonly networks: TextColumn;
};

/** True for a play (by its place in the columns) that is wanted. */
export type IsWanted = (at: number) => boolean;
