/** Keeps the mirror of an open dashboard up to date: at its start, when a session has ended, and now and then. */
export type Keeper = {
	/** A session ended: its play is written a moment later. */
	readonly sessionEnded: () => void;
	readonly stop: () => void;
};

/**
 * A probe costs Tautulli some 50 ms; plays that nobody watched begin or end here are found within this time. It is what two
 * rounds of the graphs take, so that what they show of the mirror is never older than their own answers.
 */
const everyMs = 2 * 60_000;

/** Tautulli writes the row some seconds after a session has left its activity. */
const afterSessionMs = 15_000;

/** After a failure: soon, in case the server only started, then ever more seldom. */
const firstRetryMs = 10_000;

/** `sync` never throws; false: it failed, and is tried again sooner than it would be. */
export const keepSynced = (sync: () => Promise<boolean>): Keeper => {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let retryMs = firstRetryMs;

	const syncNow = async (): Promise<void> => {
		clearTimeout(timer);
		const isDone = await sync();
		later(isDone ? everyMs : retryMs);
		retryMs = isDone ? firstRetryMs : Math.min(retryMs * 2, everyMs);
	};

	const later = (ms: number): void => {
		clearTimeout(timer);
		if (!stopped) timer = setTimeout(() => void syncNow(), ms);
	};

	later(0);
	return {
		sessionEnded: () => later(afterSessionMs),
		stop: () => {
			stopped = true;
			clearTimeout(timer);
		},
	};
};
