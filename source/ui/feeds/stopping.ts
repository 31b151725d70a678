import {AppError} from '../../domain/app-error.ts';
import type {Sources} from '../../questions/sources.ts';

/** Stops streams, and says what the server said. */
export type StoppingControl = {
	readonly connect: (sources: Sources) => void;
	/** By what tells the stream from the others. */
	readonly stop: (session: string) => void;
};

const reasonOf = (error: unknown): string =>
	error instanceof AppError
		? [error.message, error.hint ?? ''].join(' ').trimEnd()
		: 'The stream was not stopped: something failed inside tautop.';

/** `tell` puts words at the bottom. */
export const createStopping = (tell: (words: string) => void): StoppingControl => {
	let sources: Sources | null = null;
	return {
		connect: connected => {
			sources = connected;
		},
		stop: session => {
			if (!sources) return;
			tell('stopping it');
			sources.stop({session}).then(
				({title}) => tell(title === '' ? 'stopped' : `stopped: ${title}`),
				(error: unknown) => tell(reasonOf(error)),
			);
		},
	};
};
