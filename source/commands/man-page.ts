import type {Command, Flag} from './command.ts';
import {completionOf, sharedFlags} from './completion/model.ts';
import {commandGroups} from './index.ts';
import {exitWords} from './line/exit-words.ts';
import {programFlags} from './line/flags.ts';
import {called, meaning, named} from './line/help.ts';

/** A text as roff has it: no sign of its own means anything, a dash is that of a keyboard, and all is ASCII. */
const roff = (text: string): string =>
	text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll("'", '\\(aq')
		.replaceAll('~', '\\(ti')
		.replaceAll('^', '\\(ha')
		.replaceAll('`', '\\(ga')
		.replaceAll(
			/[^\p{ASCII}]/gu,
			sign => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
		)
		.replace(/^\./, '\\&.');

/** A name in bold, and what there is to say of it, below. */
const entry = (name: string, ...words: readonly string[]): readonly string[] => [
	'.TP',
	`\\fB${roff(name)}\\fR`,
	...words,
];

const flagEntry = (flag: Flag): readonly string[] => entry(named(flag), roff(meaning(flag)));

const exampleLines = ({examples = {}}: Command): readonly string[] =>
	Object.entries(examples).flatMap(([line, does]) => ['.br', `\\fI${roff(line)}\\fR: ${roff(does)}.`]);

const commandEntry = (command: Command): readonly string[] => {
	const {summary, help = '', flags} = command;
	const names = flags.map(({name}) => `\\-\\-${roff(name)}`).join(', ');
	return [
		...entry(called(command), roff(`${summary}.`)),
		...(help === '' ? [] : [roff(help)]),
		...(names === '' ? [] : ['.br', `Flags: ${names}.`]),
		...exampleLines(command),
	];
};

/** Of a flag that means another thing elsewhere, who means this. */
const sharedEntry = (flag: Flag, commands: readonly string[], isAlone: boolean): readonly string[] =>
	entry(named(flag), roff(meaning(flag) + (isAlone ? '' : ` (${commands.join(', ')})`)));

/** The manual page of the program, for `man`: all of it from the registries. */
export const manPage = async (version: string): Promise<string> => {
	const groups = await Promise.all(
		commandGroups.map(async ({title, entries}) => ({
			title,
			commands: await Promise.all(entries.map(({load}) => load())),
		})),
	);
	const own = new Set(programFlags.map(({name}) => name));
	const shared = sharedFlags(await completionOf()).filter(({flag}) => !own.has(flag.name));
	const isAlone = (name: string): boolean => shared.filter(({flag}) => flag.name === name).length === 1;
	const lines = [
		`.TH TAUTOP 1 "" "tautop ${roff(version)}" "User Commands"`,
		'.nh',
		'.ad l',
		'.SH NAME',
		'tautop \\- top for Tautulli: a dashboard of a Plex server, in the terminal',
		'.SH SYNOPSIS',
		'.B tautop',
		'[\\fIflags\\fR]',
		'.br',
		'.B tautop',
		'\\fICOMMAND\\fR [\\fIflags\\fR]',
		'.SH DESCRIPTION',
		'Without a command, tautop is the dashboard; ? shows its keys, q leaves.',
		'A command prints one answer: text and charts on a terminal, tab\\-separated values to a pipe.',
		'.PP',
		'Without a configuration the dashboard is a demo of a made\\-up household.',
		'No flag takes a secret: keys and tokens belong in config.yaml or the environment.',
		'.SH COMMANDS',
		...groups.flatMap(({title, commands}) => [`.SS ${roff(title)}`, ...commands.flatMap(commandEntry)]),
		'.SH FLAGS OF THE PROGRAM',
		...programFlags.flatMap(flagEntry),
		'.SH FLAGS OF COMMANDS',
		...shared
			.toSorted((one, two) => one.flag.name.localeCompare(two.flag.name))
			.flatMap(({flag, commands}) => sharedEntry(flag, commands, isAlone(flag.name))),
		'.SH EXIT STATUS',
		...exitWords.flatMap(([code, means]) => entry(code, roff(means))),
	];
	return `${lines.join('\n')}\n`;
};
