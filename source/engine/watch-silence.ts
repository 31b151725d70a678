/** Hears an engine, or notices that it is silent. */
export type SilenceWatch = {readonly heard: () => void; readonly stop: () => void};

export type SilenceOptions = {
	/** Until it is heard for the first time. */
	readonly firstMs: number;
	readonly thenMs: number;
	/** Called once. */
	readonly silent: () => void;
	/** Milliseconds of a clock that only goes forward. */
	readonly clock?: () => number;
};

const lookEveryMs = 1000;

/** Whoever looks so late was asleep: stopped, suspended, or busy itself. */
const asleepMs = 3 * lookEveryMs;

/**
 * Calls `silent` when nothing was heard for too long. The time in which we ourselves were stopped or asleep does not
 * count: then it begins anew.
 */
export const watchSilence = ({
	firstMs,
	thenMs,
	silent,
	clock = () => performance.now(),
}: SilenceOptions): SilenceWatch => {
	let heardAt = clock();
	let lookedAt = heardAt;
	let limit = firstMs;
	const timer = setInterval(() => {
		const now = clock();
		if (now - lookedAt > asleepMs) heardAt = now;
		lookedAt = now;
		if (now - heardAt < limit) return;
		clearInterval(timer);
		silent();
	}, lookEveryMs);
	return {
		heard: () => {
			heardAt = clock();
			limit = thenMs;
		},
		stop: () => clearInterval(timer),
	};
};
