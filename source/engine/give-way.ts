import {readlinkSync} from 'node:fs';
import {getPriority, setPriority} from 'node:os';
import process from 'node:process';

/** The thread that draws then comes first wherever both want a processor, without making the engine crawl. */
const steps = 5;

/**
 * Lowers the priority of the thread that calls it. On Linux a thread has one of its own, under the number that
 * `/proc/thread-self` ends with; elsewhere only whole programs have, so nothing is done.
 */
export const giveWay = (): void => {
	if (process.platform !== 'linux') return;
	try {
		const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
		setPriority(thread, Math.min(19, getPriority(thread) + steps));
	} catch {
		// A sandbox may forbid it; keys then wait a little longer while a history is read.
	}
};
