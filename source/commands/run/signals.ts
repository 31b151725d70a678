import {isatty} from 'node:tty';
import {screenEnds, serviceEnds} from '../../engine/end-within.ts';
import type {Context} from '../command.ts';
import {exitCodeOfSignal, type SignalName} from './exit-codes.ts';
import {outputFailure} from './standard-output.ts';

const signalNames: readonly SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What of this process hears signals, and ends. */
type Signalled = {
	readonly on: (name: SignalName, heard: () => void) => unknown;
	readonly once: (name: SignalName, heard: () => void) => unknown;
	readonly exit: (code: number) => unknown;
};

/**
 * Aborts on the first signal, and when nothing can be printed any more; the second one ends the process as if nobody listened.
 * What was asked of the store and the servers may end for a while; then the program ends whatever it is at. `stays`: a service.
 */
export const listenToSignals = (stays: boolean, ends: Signalled): Pick<Context, 'signal' | 'interruptedBy'> => {
	const controller = new AbortController();
	const endWithinMs = (stays ? serviceEnds : screenEnds).process;
	let interruptedBy: SignalName | null = null;
	// Node hears again what nohup has told it not to; that nohup was there shows in descriptors that are no terminal.
	const outlivesTerminal = stays && ![0, 1, 2].some(descriptor => isatty(descriptor));
	if (outlivesTerminal) ends.on('SIGHUP', () => undefined);
	for (const name of signalNames) {
		if (outlivesTerminal && name === 'SIGHUP') continue;
		ends.once(name, () => {
			interruptedBy ??= name;
			controller.abort();
			setTimeout(() => ends.exit(exitCodeOfSignal(name)), endWithinMs).unref();
		});
	}
	return {signal: AbortSignal.any([controller.signal, outputFailure]), interruptedBy: () => interruptedBy};
};
