/** Whether this process keeps the database, as one of those that have it open: see `engine/place/`. */
export type Keeping = {
	/**
	 * The one predicate for whatever must happen once: runs by the clock, events, looks, minutes, comparisons. Asked each time,
	 * since another process may take it over. Others answer their own screen, and note nothing.
	 */
	readonly isKeeper: () => boolean;
	/** Why it is another process that keeps the database: a sentence. Null: it is this one. */
	readonly apart: () => string | null;
};

/** Nobody else is looked for. */
export const alone: Keeping = {isKeeper: () => true, apart: () => null};
