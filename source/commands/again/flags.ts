import {AppError} from '../../domain/app-error.ts';
import type {Context} from '../command.ts';
import {hasFlag, numberFlag} from '../line/flag-values.ts';

const defaultSeconds = 2;

/** A timer of Node cannot wait for a month. */
const mostSeconds = 86_400;

/** True: the answer is asked for again and again. Throws `usage` for `--every` alone. */
export const isWatching = (context: Context): boolean => {
	const isAsked = hasFlag(context, 'watch');
	if (!isAsked && numberFlag(context, 'every') !== undefined) {
		throw new AppError('usage', '--every needs --watch.', {hint: 'Write both: --watch --every 10.'});
	}
	return isAsked;
};

/** Seconds between two answers. */
export const everyOf = (context: Context): number => {
	const seconds = numberFlag(context, 'every') ?? defaultSeconds;
	if (seconds <= mostSeconds) return seconds;
	throw new AppError('usage', `--every must be ${mostSeconds} or less.`, {
		hint: 'For once a day a timer is better than a program that waits.',
	});
};
