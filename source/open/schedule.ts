import {Cron} from 'croner';

/** Runs that come by the clock. */
export type Schedule = {
	/** Unix seconds of the next one, or null. */
	readonly next: () => number | null;
	readonly stop: () => void;
};

/** Calls `run` at every time of the pattern (already validated), in this machine's zone; null: never. */
export const createSchedule = (pattern: string | null, run: () => void): Schedule => {
	if (pattern === null) return {next: () => null, stop: () => undefined};
	const cron = new Cron(pattern, run);
	return {
		next: () => {
			const next = cron.nextRun();
			return next ? Math.floor(next.getTime() / 1000) : null;
		},
		stop: () => cron.stop(),
	};
};
