/** Which plays are counted. `since`: Unix seconds, those that stopped then or later; null: all. */
export type CountWindow = {
	readonly serverId: number;
	readonly since: number | null;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
};

/** One play as far as counting streams at a time needs it. `day` is the local date of its start, in days since 1970. */
export type StreamSpan = {
	readonly day: number;
	readonly startedAt: number;
	readonly stoppedAt: number;
	readonly decision: string;
};

/** Ungrouped plays of one kind (movie, episode, track, live) that started within a quarter of an hour. */
export type QuarterCount = {
	/** Unix seconds; every zone of our time is a number of quarters away from UTC. */
	readonly startedAt: number;
	readonly kind: string;
	readonly plays: number;
};
