import {AppError} from '../../domain/app-error.ts';
import type {Command, ExitCode} from '../command.ts';
import {commandEntries, findCommand, unknownCommand} from '../index.ts';
import {flagsOf} from '../line/flags.ts';
import {commandHelp} from '../line/help.ts';
import {endAfter, print} from './end-after.ts';
import {processContext} from './process-context.ts';
import {runCommand} from './run-command.ts';

const run = async (command: Command, argv: readonly string[], version: string): Promise<ExitCode> => {
	const {parseFlags} = await import('../line/parse-flags.ts');
	const {args, flags} = parseFlags(argv, flagsOf(command));
	if (flags.version) return print(`${version}\n`);
	if (flags.help) return print(commandHelp(command));
	return runCommand(command, processContext(args.slice(1), flags, version, command));
};

/** What stands behind a flag that nobody knows may be a secret: only the flag is told. */
const noCommandBehind = (flag: string): AppError =>
	new AppError('usage', `There is no command after ${flag.split('=')[0]}.`, {
		hint: 'The command comes first: tautop COMMAND [--FLAG]. tautop --help lists them.',
	});

/** The command of this name, from its command line to the end of the process. */
export const runHeadless = (name: string, argv: readonly string[], version: string): Promise<void> =>
	endAfter(async () => {
		// A command's own flags may stand before it: then the name was the value of one.
		const isFlagFirst = argv[0]?.startsWith('-') === true;
		const named = isFlagFirst ? commandEntries.find(entry => argv.includes(entry.name))?.name : undefined;
		const command = (await findCommand(name)) ?? (named === undefined ? null : await findCommand(named));
		if (!command) throw isFlagFirst ? noCommandBehind(argv[0] ?? '') : unknownCommand(name);
		return run(command, argv, version);
	});

/** `tautop --help`. */
export const printHelp = (): Promise<void> =>
	endAfter(async () => {
		const {programHelp} = await import('../line/program-help.ts');
		return print(await programHelp());
	});
