import type {Ticker} from '../ticker.ts';

/** Keeps the mirror of an open dashboard up to date: at its start, when a session has ended, and now and then. */
export type Keeper = {
	/** A session ended: its play is written a moment later. */
	readonly sessionEnded: () => void;
	readonly stop: () => void;
};

/** A probe costs Tautulli some 50 ms; plays that nobody watched begin or end here are found within this time. */
const everyMs = 30_000;

/** Tautulli writes the row some seconds after a session has left its activity. */
const afterSessionMs = 15_000;

/** After a failure: soon, in case the server only started, then ever more seldom. */
const firstRetryMs = 10_000;
const longestRetryMs = 120_000;

/** Begins at once. `sync` never throws; false: it failed, and is tried again sooner, then later than it would be. */
export const keepSynced = (sync: () => Promise<boolean>, {now, after}: Ticker): Keeper => {
	let dueAt = Number.POSITIVE_INFINITY;
	/** When the row of the session that ended last is written. */
	let writtenAt = Number.NEGATIVE_INFINITY;
	let isStopped = false;
	let retryMs = firstRetryMs;
	let callOff = (): void => {};

	const syncNow = async (): Promise<void> => {
		dueAt = Number.POSITIVE_INFINITY;
		const begunAt = now();
		const isDone = await sync();
		const usualMs = isDone ? everyMs : retryMs;
		retryMs = isDone ? firstRetryMs : Math.min(retryMs * 2, longestRetryMs);
		// What was written after that sync began may not be in it.
		later(writtenAt > begunAt && isDone ? Math.max(0, Math.min(usualMs, writtenAt - now())) : usualMs);
	};

	const later = (ms: number): void => {
		callOff();
		if (isStopped) return;
		dueAt = now() + ms;
		callOff = after(ms, () => void syncNow());
	};

	later(0);
	return {
		sessionEnded: () => {
			writtenAt = now() + afterSessionMs;
			// One that is due sooner stays: sessions that end one after the other must not put it off.
			if (dueAt !== Number.POSITIVE_INFINITY && dueAt > writtenAt) later(afterSessionMs);
		},
		stop: () => {
			isStopped = true;
			callOff();
		},
	};
};
