/** Windows are rolling days back from now, as Tautulli counts them; 0 is all time. */
export type Days = number;

/** The windows that every snapshot stores. */
export const storedWindows: readonly Days[] = [1, 7, 30, 90, 365, 0];

/** Plays and seconds in one window; users are null until the mirror knows them. */
export type WindowTotal = {
	readonly days: Days;
	readonly plays: number;
	readonly playedSeconds: number;
	readonly users: number | null;
	/** Of a collection: members with plays in the window; absent or null where nobody counted. */
	readonly items?: number | null | undefined;
};

/** Seconds of a day of 24 hours; windows count these, calendars do not. */
export const secondsPerDay = 86_400;

/**
 * Which plays by when they stopped: rolling days back from now, or from the past moment `at` (Unix seconds); or dates of the
 * server's zone (YYYY-MM-DD), both inside.
 */
export type Window =
	| {readonly days: Days; readonly at?: number | undefined}
	| {readonly from: string; readonly to: string};
