import type {Clock} from '../../domain/clock.ts';

/** Nothing of what is promoted can be recovered later, and people move things at any hour. */
const everySeconds = 15 * 60;

/** After a failure: soon, in case Plex only starts, then ever more seldom. */
const firstRetrySeconds = 30;

/** What looks again and again needs. */
export type KeepLookingDeps = {
	readonly clock: Pick<Clock, 'now' | 'milliseconds'>;
	/** Never throws; false: it failed. */
	readonly look: () => Promise<boolean>;
	/** Unix seconds of the last look by whomever: another process, or a run, may have looked just now. */
	readonly lastLook: () => number | null;
};

/** Looks at once, and every 15 minutes from then on. Returns the function that ends it. */
export const keepLooking = ({clock, look, lastLook}: KeepLookingDeps): (() => void) => {
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let retrySeconds = firstRetrySeconds;

	const later = (seconds: number): void => {
		if (!isStopped) timer = setTimeout(() => void lookNow(), clock.milliseconds(seconds));
	};

	const lookNow = async (): Promise<void> => {
		const last = lastLook();
		const age = last === null ? everySeconds : clock.now() - last;
		if (age >= 0 && age < everySeconds) return later(everySeconds - age);
		const isDone = await look();
		later(isDone ? everySeconds : retrySeconds);
		retrySeconds = isDone ? firstRetrySeconds : Math.min(retrySeconds * 2, everySeconds);
	};

	later(0);
	return () => {
		isStopped = true;
		clearTimeout(timer);
	};
};
