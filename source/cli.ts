import meow from 'meow';
import {checkFlags} from './commands/check-flags.ts';
import type {Command, Flag, Flags} from './commands/command.ts';
import {findCommandName} from './commands/command-name.ts';
import {describeError} from './commands/describe-error.ts';
import {exitCodeOf} from './commands/exit-codes.ts';
import {flagsOf} from './commands/flags.ts';
import {commandEntries, findCommand} from './commands/index.ts';
import {endWith, standardError, standardOutput} from './commands/standard-output.ts';
import {AppError} from './domain/app-error.ts';

type Parsed = {readonly args: readonly string[]; readonly flags: Flags; readonly version: string};

const shortNames: Readonly<Record<string, string>> = {help: 'h', version: 'v'};

const isValue = (value: unknown): value is Flags[string] =>
	['string', 'number', 'boolean', 'undefined'].includes(typeof value) ||
	(Array.isArray(value) && value.every(each => typeof each === 'string'));

/** The parser drops a flag that lacks its value; the user meant something by it. */
const requireValues = (argv: readonly string[], flags: readonly Flag[]): void => {
	for (const {name} of flags.filter(({type}) => type !== 'boolean')) {
		const at = argv.indexOf(`--${name}`);
		const next = argv[at + 1];
		if (at >= 0 && (next === undefined || next.startsWith('--'))) {
			throw new AppError('usage', `--${name} needs a value.`, {hint: `Write it behind the flag: --${name} VALUE.`});
		}
	}
};

/** Parses by the flags as data. Wrong values pass: commands check them, with better sentences. */
const parse = (argv: readonly string[], flags: readonly Flag[]): Parsed => {
	requireValues(argv, flags);
	const known = flags.map(({name, type, multiple = false}) => {
		const camelCase = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
		const shortFlag = shortNames[name];
		return [camelCase, {type, isMultiple: multiple, ...(shortFlag && {shortFlag})}] as const;
	});
	try {
		const parsed = meow({
			importMeta: import.meta,
			argv,
			autoHelp: false,
			autoVersion: false,
			booleanDefault: undefined,
			flags: Object.fromEntries(known),
		});
		const given = Object.entries<unknown>(parsed.flags).filter((entry): entry is [string, Flags[string]] =>
			isValue(entry[1]),
		);
		return {args: parsed.input, flags: Object.fromEntries(given), version: parsed.pkg.version ?? ''};
	} catch (error) {
		throw new AppError('usage', error instanceof Error ? error.message : String(error), {cause: error});
	}
};

const runDashboard = async (argv: readonly string[]): Promise<number> => {
	const program = {name: '', flags: []};
	const {flags, version} = parse(argv, flagsOf(program));
	if (flags.version) return print(`${version}\n`);
	if (flags.help) {
		const {programHelp} = await import('./commands/program-help.ts');
		return print(await programHelp());
	}
	checkFlags(program, flags);
	const {dashboard} = await import('./commands/dashboard-process.ts');
	return dashboard(flags, version);
};

const runHeadless = async (command: Command, argv: readonly string[]): Promise<number> => {
	const {args, flags, version} = parse(argv, flagsOf(command));
	if (flags.version) return print(`${version}\n`);
	if (flags.help) {
		const {commandHelp} = await import('./commands/help.ts');
		return print(commandHelp(command));
	}
	const {processContext} = await import('./commands/process-context.ts');
	const {runCommand} = await import('./commands/run-command.ts');
	return runCommand(command, processContext(args.slice(1), flags, version));
};

const print = (text: string): number => {
	standardOutput().write(text);
	return 0;
};

const unknownCommand = (name: string): AppError =>
	new AppError('usage', `There is no command "${name}".`, {
		hint: `There are: ${commandEntries.map(entry => entry.name).join(', ')}. Without one, tautop is the dashboard.`,
	});

const main = async (argv: readonly string[]): Promise<number> => {
	const name = findCommandName(argv);
	if (name === null) return runDashboard(argv);
	const command = await findCommand(name);
	if (!command) throw unknownCommand(name);
	return runHeadless(command, argv);
};

const stderr = standardError();
try {
	endWith(await main(process.argv.slice(2)));
} catch (error) {
	stderr.write(describeError(error, {color: stderr.isTTY && !process.env.NO_COLOR}));
	endWith(exitCodeOf(error));
}
