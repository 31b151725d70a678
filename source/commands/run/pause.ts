import {setTimeout as wait} from 'node:timers/promises';

/** Waits so long, or until the signal aborts. */
export const pause = async (seconds: number, signal: AbortSignal): Promise<void> => {
	await wait(seconds * 1000, undefined, {signal}).catch(() => undefined);
};
