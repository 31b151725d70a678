/** What Plex says that it sent in one stretch of time. */
export type Bandwidth = {
	/** Unix seconds of its begin. */
	readonly at: number;
	/** True: inside of the house. */
	readonly lan: boolean;
	readonly bytes: number;
};
