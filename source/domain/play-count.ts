/** Plays and seconds of one bucket and one kind. Live TV is the kind `live`, whatever its media type. */
export type BucketCount = {
	/** Days since 1970 by the local calendar, an hour, a weekday (0 is Sunday), or `YYYY-MM`. */
	readonly bucket: number | string;
	readonly kind: string;
	readonly plays: number;
	readonly playedSeconds: number;
};

/** Plays and seconds of a name by kind. */
export type NamedCount = {
	readonly name: string;
	readonly kind: string;
	readonly plays: number;
	readonly playedSeconds: number;
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
