import {cleanText} from './text/text.ts';

/** What chooses the configuration and the server that a command is about. */
export type ChoosingFlags = {
	readonly config?: string | undefined;
	readonly server?: string | undefined;
	readonly demo?: boolean | undefined;
};

/** A word as a shell takes it, and safe to print: names of files come from outside. */
export const shellWord = (word: string): string => {
	const clean = cleanText(word);
	return /^[\w./:@%+=,-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", String.raw`'\''`)}'`;
};

/** Those flags as they are typed, each with a blank in front: ` --server attic`. */
export const commandFlags = ({config, server, demo}: ChoosingFlags): string =>
	[
		demo ? ' --demo' : '',
		config === undefined ? '' : ` --config ${shellWord(config)}`,
		server === undefined ? '' : ` --server ${shellWord(server)}`,
	].join('');

/** Commands that our sentences tell people to type. */
const toldCommands = [
	'adopt',
	'collect',
	'collections',
	'config',
	'history',
	'import',
	'init',
	'lift',
	'look',
	'now',
	'ping',
	'promoted',
	'runs',
	'status',
	'sync',
] as const;

const told = new RegExp(`\\btautop (${toldCommands.join('|')})\\b(?! --(?:config|server|demo|example|help)\\b)`, 'g');

/** A sentence whose commands work as they stand there: those that it was itself asked with are in them. */
export const asTyped = (sentence: string, flags: string): string =>
	flags === ''
		? sentence
		: sentence.replace(told, (command: string, name: string) => {
				// Whoever connects a server leaves the demo.
				return `${command}${name === 'init' ? flags.replace(' --demo', '') : flags}`;
			});
