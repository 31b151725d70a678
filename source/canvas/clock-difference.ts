import {formatSpan} from '../domain/duration.ts';

/** Smaller differences make no trouble that anybody sees. */
const leastTold = 120;

/**
 * What is wrong with this machine's clock, beside a server's: "this machine is 14 min behind". `aheadSeconds`: how far the
 * server is ahead, negative where it is behind. Null: not known, or two minutes at most.
 */
export const clockDifference = (aheadSeconds: number | null | undefined): string | null => {
	const seconds = aheadSeconds ?? 0;
	if (Math.abs(seconds) <= leastTold) return null;
	return `this machine is ${formatSpan(Math.abs(seconds))} ${seconds > 0 ? 'behind' : 'ahead'}`;
};
