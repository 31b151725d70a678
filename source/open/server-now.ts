import {AppError} from '../domain/app-error.ts';
import {formatSpan} from '../domain/duration.ts';

/** Less is lost between the seconds of a header and the time that an answer takes. */
const leastSeconds = 5;

/** Clocks that are a year apart: one of them was never set, or the date is a broken header. Which one, nobody knows. */
const mostSeconds = 366 * 86_400;

/** The difference as far as it can be that of two clocks that run; else null. */
export const believedAhead = (seconds: number | null): number | null =>
	seconds !== null && Math.abs(seconds) <= mostSeconds ? seconds : null;

/** Throws where the two clocks are so far apart that any window might hold nothing, or everything. */
export const requireClock = (aheadSeconds: number | null): void => {
	if (believedAhead(aheadSeconds) === aheadSeconds) return;
	const span = formatSpan(Math.abs(aheadSeconds ?? 0));
	throw new AppError(
		'bad-answer',
		`The clocks of this machine and of Tautulli are ${span} apart, so nothing can be counted.`,
		{
			server: 'tautulli',
			hint: 'Set the one that is wrong. A proxy in front of Tautulli may also send a wrong Date.',
		},
	);
};

/** How far the clock that plays are counted by is ahead of this machine's; 0 where that is not known, or none. */
export const countedAhead = (aheadSeconds: number | null): number => {
	const seconds = believedAhead(aheadSeconds) ?? 0;
	return Math.abs(seconds) < leastSeconds ? 0 : seconds;
};

/**
 * The clock that plays are counted by: that of the server, in Unix seconds, where its difference to this machine's is
 * known; else this machine's. `ahead`: seconds, negative where the server is behind.
 */
export const serverNow =
	(now: () => number, ahead: () => number | null): (() => number) =>
	() =>
		now() + countedAhead(ahead());
