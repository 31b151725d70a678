import {cronOf} from '../config/cron.ts';
import type {Clock} from '../domain/clock.ts';

/** Runs that come by the clock. */
export type Schedule = {
	/** Unix seconds of the next one, or null. */
	readonly next: () => number | null;
	readonly stop: () => void;
};

/** A machine may sleep, and its clock may be set: no wait is longer. */
const longestWaitSeconds = 30;

/** Calls `run` at every time of the pattern (already validated), in this machine's zone; null: never. */
export const createSchedule = (pattern: string | null, {now, milliseconds}: Clock, run: () => void): Schedule => {
	if (pattern === null) return {next: () => null, stop: () => undefined};
	const cron = cronOf(pattern);
	let timer: NodeJS.Timeout | undefined;
	const nextAfter = (at: number): number | null => {
		const next = cron.nextRun(new Date(at * 1000));
		return next ? Math.floor(next.getTime() / 1000) : null;
	};
	const wait = (next: number | null): void => {
		if (next === null) return;
		timer = setTimeout(
			() => {
				const at = now();
				if (at >= next) run();
				wait(at >= next ? nextAfter(at) : next);
			},
			milliseconds(Math.min(Math.max(0, next - now()), longestWaitSeconds)),
		);
	};
	wait(nextAfter(now()));
	return {next: () => nextAfter(now()), stop: () => clearTimeout(timer)};
};
