import {AppError} from '../domain/app-error.ts';
import {reportCrash} from '../engine/crash-log.ts';
import type {DashboardOptions} from './dashboard/options.ts';
import {speak, wantsReader} from './dashboard/reader.ts';
import {showScreen} from './dashboard/screen.ts';
import {describeError} from './run/describe-error.ts';
import type {Ending} from './run/watch-process.ts';

/** Why there can be no dashboard here, as a sentence; null: there can. */
const refusal = (options: DashboardOptions): string | null => {
	const {stdin, stdout, env} = options;
	if (!stdout.isTTY || !stdin.isTTY) {
		return 'The dashboard needs a terminal on both ends. For a pipe or a file there are commands, such as `tautop now`.';
	}
	return env.TERM === 'dumb' && !wantsReader(options)
		? 'The dashboard needs a terminal that can move its cursor (TERM is dumb). There are commands, such as `tautop now`.'
		: null;
};

/** A crash on the primary screen: one sentence, and where the rest stands. What was written before went with the alternate one. */
const describeCrash = (error: unknown, logFile: string | null): string => {
	if (error instanceof AppError) return describeError(error, {color: false});
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	if (!reportCrash(logFile, 'the dashboard crashed', stack)) return describeError(error, {color: false, stack: true});
	return describeError(error, {color: false, remedy: `The report is in ${logFile}.`});
};

/** `tautop` without a command. Resolves with how it ended, the terminal being as it was. */
export const runDashboard = async (options: DashboardOptions): Promise<Pick<Ending, 'code' | 'next'>> => {
	const sentence = refusal(options);
	if (sentence !== null) {
		options.stderr.write(`tautop: ${sentence}\n`);
		return {code: 2};
	}
	const {ending, closing, isDeaf, logFile} = await (wantsReader(options) ? speak(options) : showScreen(options));
	const crash = ending.error === undefined ? '' : describeCrash(ending.error, logFile);
	// A write to a terminal that reads nothing never ends, and libraries write to stderr even while the process exits.
	if (isDeaf) options.stderr.cork();
	else options.stderr.write(crash);
	await closing;
	return ending;
};
