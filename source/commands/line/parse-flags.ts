import meow from 'meow';
import {AppError} from '../../domain/app-error.ts';
import type {Flag, Flags} from '../command.ts';
import {camelCase} from './flag-values.ts';

/** A command line taken apart: `args` are the words that belong to no flag, the command's name first. */
export type Parsed = {readonly args: readonly string[]; readonly flags: Flags};

const isValue = (value: unknown): value is Flags[string] =>
	['string', 'number', 'boolean', 'undefined'].includes(typeof value) ||
	(Array.isArray(value) && value.every(each => typeof each === 'string'));

/** The parser drops a flag that lacks its value; the user meant something by it. */
const requireValues = (argv: readonly string[], flags: readonly Flag[]): void => {
	for (const {name} of flags.filter(({type}) => type !== 'boolean')) {
		const at = argv.indexOf(`--${name}`);
		const next = argv[at + 1];
		if (at >= 0 && (next === undefined || next.startsWith('--'))) {
			throw new AppError('usage', `--${name} needs a value.`, {hint: `Write it after the flag: --${name} VALUE.`});
		}
	}
};

/** Of two values nobody knows which is meant. */
const refuseTwice = (argv: readonly string[], flags: readonly Flag[]): void => {
	for (const {name} of flags.filter(({type, multiple}) => type !== 'boolean' && !multiple)) {
		const given = argv.filter(word => word === `--${name}` || word.startsWith(`--${name}=`));
		if (given.length > 1)
			throw new AppError('usage', `--${name} can be given only once.`, {hint: 'Leave one of them out.'});
	}
};

/** Parses by the flags as data. Wrong values pass: commands check them, with better sentences. Throws `usage`. */
export const parseFlags = (argv: readonly string[], flags: readonly Flag[]): Parsed => {
	requireValues(argv, flags);
	refuseTwice(argv, flags);
	const known = flags.map(({name, type, short = '', multiple = false}) => {
		const aliases = [...short];
		return [camelCase(name), {type, isMultiple: multiple, aliases}] as const;
	});
	try {
		const parsed = meow({
			importMeta: import.meta,
			// It names the process by it, and would look for the file else.
			pkg: {name: 'tautop'},
			argv,
			autoHelp: false,
			autoVersion: false,
			booleanDefault: undefined,
			flags: Object.fromEntries(known),
		});
		const given = Object.entries<unknown>(parsed.flags).filter((entry): entry is [string, Flags[string]] =>
			isValue(entry[1]),
		);
		return {args: parsed.input, flags: Object.fromEntries(given)};
	} catch (error) {
		throw new AppError('usage', error instanceof Error ? error.message : String(error), {cause: error});
	}
};
