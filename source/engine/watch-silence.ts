/** Hears an engine, or notices that it is silent. */
export type SilenceWatch = {
	readonly heard: () => void;
	/** It is open: from now on it has to answer sooner. */
	readonly opened: () => void;
	readonly stop: () => void;
};

export type SilenceOptions = {
	/** The longest silence. */
	readonly silentMs: number;
	/** The longest silence between its first word and its being open. */
	readonly openMs: number;
	/** Called once, with the silence that was too long, in milliseconds. */
	readonly silent: (ms: number) => void;
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
	openMs,
	silentMs,
	silent,
	clock = () => performance.now(),
}: SilenceOptions): SilenceWatch => {
	let heardAt = clock();
	let lookedAt = heardAt;
	let limit = silentMs;
	let isOpen = false;
	const timer = setInterval(() => {
		const now = clock();
		if (now - lookedAt > asleepMs) heardAt = now;
		lookedAt = now;
		if (now - heardAt < limit) return;
		clearInterval(timer);
		silent(limit);
	}, lookEveryMs);
	return {
		heard: () => {
			heardAt = clock();
			limit = isOpen ? silentMs : openMs;
		},
		opened: () => {
			isOpen = true;
			limit = silentMs;
		},
		stop: () => clearInterval(timer),
	};
};
