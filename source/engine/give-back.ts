import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/**
 * Gives the memory back that a burst of work took. V8 keeps the pages of what has become rubbish for the next burst, some fifty megabytes
 * after a first fill, and lets go of them after minutes. It takes as long as a frame or two, so not while anybody waits.
 */
const giveBackMemory = (): void => {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect === 'function') collect({type: 'major', execution: 'sync', flavor: 'last-resort'});
};

/** A burst is over when nothing of it was heard for so long. */
const restMs = 15_000;

/** Call it at a start, and with each step of work that takes much memory: when that is over, it is given back. */
export const givesBack = (giveBack = giveBackMemory): (() => void) => {
	let timer: NodeJS.Timeout | undefined;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(giveBack, restMs).unref();
	};
};
