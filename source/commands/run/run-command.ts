import {AppError} from '../../domain/app-error.ts';
import type {Command, Context, ExitCode} from '../command.ts';
import {checkFlags} from '../line/check-flags.ts';
import {textFlag, typedFlags} from '../line/flag-values.ts';
import {describeError} from './describe-error.ts';
import {exitCodeOf} from './exit-codes.ts';

const checkArgs = (command: Command, args: readonly string[]): void => {
	const {min, max} = command.args;
	if (args.length >= min && args.length <= max) return;
	const usage = `Usage: tautop ${command.name} ${command.usage}`.trimEnd();
	const problem =
		args.length < min ? 'is missing an argument' : max === 0 ? 'takes no arguments' : 'has too many arguments';
	const quotes = args.length > max && max > 0 ? ' A title of several words goes in quotes.' : '';
	throw new AppError('usage', `tautop ${command.name} ${problem}.`, {hint: `${usage}.${quotes}`});
};

/** Checks arguments and flags, and runs the command. */
export const perform = async (command: Command, context: Context): Promise<ExitCode> => {
	checkArgs(command, context.args);
	checkFlags(command, context.flags);
	return await command.run({...context, open: () => context.open(command)});
};

/** Checks arguments and flags, runs the command, tells its failure on stderr, and returns the exit code; never throws. */
export const runCommand = async (command: Command, context: Context): Promise<ExitCode> => {
	try {
		return await perform(command, context);
	} catch (error) {
		const stack = ['debug', 'trace'].includes(textFlag(context, 'log-level') ?? '');
		const color = context.color && context.stderr.isTTY;
		context.stderr.write(describeError(error, {color, stack, flags: typedFlags(context)}));
		return exitCodeOf(error, context.interruptedBy());
	}
};
