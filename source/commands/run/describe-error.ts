import {AppError} from '../../domain/app-error.ts';
import {asTyped} from '../../domain/command-flags.ts';
import {cleanText} from '../../domain/text/text.ts';

export type DescribeOptions = {
	readonly color: boolean;
	/** What the commands in its remedy are typed with, as ` --server attic`; absent: nothing. */
	readonly flags?: string | undefined;
	/** Adds where a bug was thrown (`--log-level debug`). */
	readonly stack?: boolean | undefined;
	/** What to do about a bug; default: how to see where it is. */
	readonly remedy?: string | undefined;
};

const seeWhere = 'Run it again with --log-level debug to see where.';

const prefixed = (sentence: string, color: boolean): string =>
	color ? `\u001B[31mtautop:\u001B[39m ${sentence}` : `tautop: ${sentence}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const stackOf = (error: unknown): string[] =>
	error instanceof Error && error.stack !== undefined
		? error.stack
				.split('\n')
				.slice(1)
				.map(line => `  ${cleanText(line).trim()}`)
		: [];

/**
 * What people read of an error: `tautop: <sentence>` and its hint on the next line. Whatever is no AppError is a bug, and
 * says so in one sentence. Ends with a line feed.
 */
export const describeError = (
	error: unknown,
	{color, flags = '', stack = false, remedy = seeWhere}: DescribeOptions,
): string => {
	if (error instanceof AppError) {
		const lines = [
			prefixed(error.message, color),
			...(error.hint === undefined ? [] : [`  ${asTyped(error.hint, flags)}`]),
		];
		return `${lines.join('\n')}\n`;
	}
	const lines = [
		prefixed(`This is a bug in tautop: ${cleanText(messageOf(error))}`, color),
		...(stack ? stackOf(error) : [`  ${remedy}`]),
	];
	return `${lines.join('\n')}\n`;
};
