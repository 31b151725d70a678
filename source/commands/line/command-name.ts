import {programFlags} from './flags.ts';

const takesValue = new Set(programFlags.filter(({type}) => type !== 'boolean').map(({name}) => `--${name}`));

/**
 * The command of a command line: the first word that is neither a flag nor the value of a flag of the program. Needed before the
 * line can be parsed, since the command says which flags there are. Null: the dashboard.
 */
export const findCommandName = (argv: readonly string[]): string | null => {
	const index = argv.findIndex(
		(word, at) => word === '--' || (!word.startsWith('-') && !takesValue.has(argv[at - 1] ?? '')),
	);
	const word = argv[index];
	return word === undefined || word === '--' ? null : word;
};
