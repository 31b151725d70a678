/** Time and chance, injected. */
export type Ticker = {
	/** Milliseconds that only go forward. */
	readonly now: () => number;
	/** Returns what calls the timer off. */
	readonly after: (ms: number, run: () => void) => () => void;
	/** From 0 up to 1. */
	readonly random: () => number;
};

export const realTicker: Ticker = {
	now: () => performance.now(),
	after: (ms, run) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
	random: Math.random,
};
