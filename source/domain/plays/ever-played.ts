/** By what plays of all time are counted for ever. */
export type EverPlayedQuery = {readonly by: 'library' | 'user'};

/** Plays and seconds of all time that never fall: what the server has lost since it was counted counts on. */
export type EverPlayed = {
	/** The section or the user; '' where Tautulli does not know it. */
	readonly key: string;
	readonly name: string;
	/** Of a library: movie, episode, track, live. `''` of a user. */
	readonly kind: string;
	readonly plays: number;
	readonly playedSeconds: number;
};
