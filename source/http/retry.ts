import {setTimeout as sleep} from 'node:timers/promises';
import type {Outcome} from './attempt.ts';
import type {Pause} from './contract.ts';

const firstPauseMs = 250;

/** Doubles from try to try; the jitter keeps several askers from coming back at the same moment. */
export const backoffMs = (failures: number, random: number): number =>
	firstPauseMs * 2 ** (failures - 1) * (0.5 + random);

/** The real wait between two tries. */
export const pause: Pause = async (ms, signal) => {
	await sleep(ms, undefined, {signal});
};

/**
 * How many more tries could help, of so many. A server that has never said a word has had its time: whoever waits is told.
 * One that answers others may only be slow with this, such as with a page of the history.
 */
export const retriesAfter = (outcome: Outcome, most: number, hasAnswered: boolean): number => {
	const isSilent = 'error' in outcome && outcome.error.code === 'timeout' && !hasAnswered;
	return isSilent ? 0 : Math.min(most, outcome.retries);
};

/** Tries again until it goes well, no more tries could help, or the allowed retries are used up. */
export const tryAgain = async (
	first: Outcome,
	attempt: () => Promise<Outcome>,
	retries: number,
	wait: (failures: number) => Promise<void>,
): Promise<Outcome> => {
	let outcome = first;
	for (let failures = 1; failures <= Math.min(retries, outcome.retries); failures++) {
		await wait(failures);
		outcome = await attempt();
	}
	return outcome;
};
