/** Counts how engines end, and says how long to wait before the next one. */
export type Restarts = {
	readonly opened: () => void;
	/**
	 * Seconds until the next start; null: engines never open, so another one is of no use. `isShared`: other screens have lost it
	 * too, and one of them may have begun another by now.
	 */
	readonly lost: (isShared: boolean) => number | null;
};

/** By the number of engines that ended shortly before. */
const pauses = [0, 1, 2, 5, 10];
const longestPause = 30;

/** Where others may have an engine that is well, nobody waits longer to find out. */
const longestSharedPause = 3;

/** An engine that was open for so long has started well. */
const wellSeconds = 60;

/** So many in a row that never opened, at the very beginning. */
const mostFailedStarts = 3;

/** `now` is Unix seconds. */
export const createRestarts = (now: () => number): Restarts => {
	let openedAt: number | null = null;
	let wasEverOpen = false;
	let failures = 0;
	return {
		opened: () => {
			openedAt = now();
			wasEverOpen = true;
		},
		lost: isShared => {
			const wasWell = openedAt !== null && now() - openedAt >= wellSeconds;
			failures = wasWell ? 1 : failures + 1;
			openedAt = null;
			if (!wasEverOpen && failures >= mostFailedStarts) return null;
			const pause = pauses[failures - 1] ?? longestPause;
			return isShared ? Math.min(pause, longestSharedPause) : pause;
		},
	};
};
