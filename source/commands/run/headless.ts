import {nearest} from '../../config/nearest.ts';
import {AppError} from '../../domain/app-error.ts';
import type {Command, ExitCode} from '../command.ts';
import {commandEntries, findCommand} from '../index.ts';
import {flagsOf} from '../line/flags.ts';
import {commandHelp} from '../line/help.ts';
import {programHelp} from '../line/program-help.ts';
import {endAfter, print} from './end-after.ts';
import {processContext} from './process-context.ts';
import {runCommand} from './run-command.ts';

const unknownCommand = (name: string): AppError => {
	const names = commandEntries.map(entry => entry.name);
	const near = nearest(name, names);
	return new AppError('usage', `There is no command "${name}".`, {
		hint:
			near === null ? `There are: ${names.join(', ')}. Without one, tautop is the dashboard.` : `Did you mean ${near}?`,
	});
};

const run = async (command: Command, argv: readonly string[], version: string): Promise<ExitCode> => {
	const {parseFlags} = await import('../line/parse-flags.ts');
	const {args, flags} = parseFlags(argv, flagsOf(command));
	if (flags.version) return print(`${version}\n`);
	if (flags.help) return print(commandHelp(command));
	return runCommand(command, processContext(args.slice(1), flags, version));
};

/** The command of this name, from its command line to the end of the process. */
export const runHeadless = (name: string, argv: readonly string[], version: string): Promise<void> =>
	endAfter(async () => {
		// A command's own flags may stand before it: then the name was the value of one.
		const named = commandEntries.find(entry => argv.includes(entry.name))?.name;
		const command = (await findCommand(name)) ?? (named === undefined ? null : await findCommand(named));
		if (!command) throw unknownCommand(name);
		return run(command, argv, version);
	});

/** `tautop --help`. */
export const printHelp = (): Promise<void> => endAfter(async () => print(await programHelp()));
