import type {Command, Completes, Flag} from '../command.ts';
import {commandEntries} from '../index.ts';
import {flagsOf, programFlags} from '../line/flags.ts';

/** What shells are told of the program. */
export type Completion = {
	readonly commands: readonly Command[];
	readonly program: readonly Flag[];
};

export const completionOf = async (): Promise<Completion> => ({
	commands: await Promise.all(commandEntries.map(({load}) => load())),
	program: programFlags,
});

/** What a value of the flag may be; null: nothing that is known. */
export const valuesOf = ({choices, completes}: Flag): Completes | null => choices ?? completes ?? null;

export const takesValue = ({type}: Flag): boolean => type !== 'boolean';

/** A flag of one meaning, and the commands that have it; the program's own flags are everybody's. */
export type SharedFlag = {readonly flag: Flag; readonly commands: readonly string[]};

/** Flags by what a shell shows of them, so that each stands in a script once. */
export const sharedFlags = ({commands}: Completion): readonly SharedFlag[] => {
	const all = commands.flatMap(command => flagsOf(command).map(flag => ({flag, command: command.name})));
	const groups = Map.groupBy(all, ({flag}) => JSON.stringify([flag.name, flag.summary, valuesOf(flag)]));
	return [...groups.values()].flatMap(group => {
		const [first] = group;
		return first ? [{flag: first.flag, commands: group.map(({command}) => command)}] : [];
	});
};

/** The long form of every flag that has a value: what stands behind it is no command. */
export const flagsWithValue = (completion: Completion): readonly string[] => [
	...new Set(
		[...completion.program, ...completion.commands.flatMap(({flags}) => flags)]
			.filter(takesValue)
			.map(({name}) => `--${name}`),
	),
];

/** A text in single quotes, for bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What a flag is typed as, the short form last. */
export const typedForms = ({name, short = ''}: Flag): readonly string[] => [
	`--${name}`,
	...(name === 'color' ? ['--no-color'] : []),
	...(short === '' ? [] : [`-${short[0]}`]),
];
