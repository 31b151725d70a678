import {getPriority, setPriority} from 'node:os';

/** The process that draws then comes first wherever both want a processor, without making the engine crawl. */
const steps = 5;

/** Lowers the priority of this process, or on Linux of the thread that calls it, which does the work. */
export const giveWay = (): void => {
	try {
		setPriority(Math.min(19, getPriority() + steps));
	} catch {
		// A sandbox may forbid it; keys then wait a little longer while a history is read.
	}
};
