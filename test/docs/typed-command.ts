import type {Command, Flags} from '../../source/commands/command.ts';
import {findCommand, unknownCommand} from '../../source/commands/index.ts';
import {checkFlags} from '../../source/commands/line/check-flags.ts';
import {findCommandName} from '../../source/commands/line/command-name.ts';
import {flagsOf} from '../../source/commands/line/flags.ts';
import {parseFlags} from '../../source/commands/line/parse-flags.ts';

/** A line of a document, taken apart as the program would. */
export type TypedCommand = {
	/** Null: the dashboard, which does not end, or only the help of all. */
	readonly command: Command | null;
	readonly args: readonly string[];
	readonly flags: Flags;
	/** What the comment behind it says that it ends with: `# 69` or `# 69: Tautulli is away`. */
	readonly code: number;
	/** It hands something to another program or file. */
	readonly usesShell: boolean;
};

const wordsOf = (text: string): readonly string[] =>
	[...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, one, two, bare]) => one ?? two ?? bare ?? '');

const dashboard = {name: '', flags: []};

/** Throws a usage error for a command or a flag that there is not, and for a missing or one more argument. */
export const parseTyped = async (line: string): Promise<TypedCommand> => {
	const [typed = '', comment = ''] = line.split(/ +# ?/);
	const [called = ''] = typed.split(/ (?:[|>]|&&|2>) ?/);
	const argv = wordsOf(called.replace(/^(\$ )?(tautop|npm start --) ?/, ''));
	const code = Number(/^\d+(?=$|[ :;,])/.exec(comment)?.[0] ?? 0);
	const usesShell = called !== typed || called.includes('$(');
	const name = findCommandName(argv);
	const command = name === null ? null : await findCommand(name);
	if (name !== null && command === null) throw unknownCommand(name);
	const checked = command ?? dashboard;
	const {args, flags} = parseFlags(argv, flagsOf(checked));
	checkFlags(checked, flags);
	const given = command ? args.slice(1) : args;
	const {min, max} = command?.args ?? {min: 0, max: 0};
	if (!flags.help && (given.length < min || given.length > max)) {
		throw new Error(`tautop ${checked.name} takes ${min} to ${max} arguments, not ${given.length}: ${line}`);
	}
	return {command, args: given, flags, code, usesShell};
};
