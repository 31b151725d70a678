import process from 'node:process';
import type {ExitCode} from '../command.ts';
import {describeError} from './describe-error.ts';
import {exitCodeOf} from './exit-codes.ts';
import {endWith, standardError, standardOutput} from './standard-output.ts';

/** Ends the process with the code of what is run, or, where that throws, with a sentence on stderr and the error's code. */
export const endAfter = async (run: () => Promise<ExitCode>): Promise<void> => {
	// Opened before anything fails, since it also hears that nobody reads it any more.
	const stderr = standardError();
	try {
		endWith(await run());
	} catch (error) {
		// Loaded where it is needed: every start waits for this bundle.
		const {wrapping} = await import('./wrap-lines.ts');
		wrapping(stderr).write(describeError(error, {color: stderr.isTTY && !process.env.NO_COLOR}));
		endWith(exitCodeOf(error));
	}
};

/** Prints a text that was asked for. */
export const print = (text: string): ExitCode => {
	standardOutput().write(text);
	return 0;
};
