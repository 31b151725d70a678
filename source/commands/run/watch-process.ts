import process from 'node:process';
import {exitCodeOfSignal, type SignalName} from './exit-codes.ts';

/** How the screen ended: with an exit code, or with something thrown; `next`: what the user wants to go on with. */
export type Ending = {readonly code: number; readonly error?: unknown; readonly next?: 'init'};

const signals: readonly SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/** The terminal's other end is gone: as if SIGHUP had come, which a shell may have kept for itself. */
export const hungUp = (): Ending => ({code: exitCodeOfSignal('SIGHUP')});

const isHangUp = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'EIO' || error.code === 'EPIPE');

/**
 * Listens for what can end the program from outside or by a bug: signals, a terminal that is gone, what nobody caught.
 * Returns what ends the listening.
 */
export const watchProcess = (stdin: NodeJS.ReadStream, end: (ending: Ending) => void): (() => void) => {
	const onSignal = (signal: NodeJS.Signals): void => {
		const name = signals.find(known => known === signal);
		if (name) end({code: exitCodeOfSignal(name)});
	};
	const onCrash = (error: unknown): void => end(isHangUp(error) ? hungUp() : {code: 1, error});
	const onHangUp = (): void => end(hungUp());
	for (const signal of signals) process.on(signal, onSignal);
	process.on('uncaughtException', onCrash);
	process.on('unhandledRejection', onCrash);
	for (const event of ['end', 'close', 'error']) stdin.on(event, onHangUp);
	return () => {
		for (const signal of signals) process.off(signal, onSignal);
		process.off('uncaughtException', onCrash);
		process.off('unhandledRejection', onCrash);
		for (const event of ['end', 'close', 'error']) stdin.off(event, onHangUp);
	};
};
