/** The process that answers the dashboard is not there. Times are Unix seconds. */
export type EngineTrouble = {
	/** Since when it was not heard. */
	readonly since: number;
	/** What happened: a sentence. */
	readonly reason: string;
	/** When it is started anew. */
	readonly retryAt: number;
};
