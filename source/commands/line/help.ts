import {wrapWords} from '../../canvas/wrap.ts';
import type {Command, Flag} from '../command.ts';

/** A flag as it is typed, with its value. */
export const named = ({name, type, value, short = ''}: Flag): string => {
	const letter = short === '' ? '' : `-${short[0]}, `;
	return type === 'boolean' ? `${letter}--${name}` : `--${name} ${value ?? (type === 'number' ? 'N' : 'TEXT')}`;
};

/** What a flag does, and what holds without it. */
export const meaning = ({summary, default: otherwise}: Flag): string =>
	otherwise === undefined ? summary : `${summary} (default ${otherwise})`;

/** Cells of a line of help. */
const columns = 80;

/** Two columns: what to type, and what it does; what is long goes on under itself. */
export const aligned = (entries: readonly (readonly [typed: string, does: string])[], least = 0): string[] => {
	const width = Math.max(least, ...entries.map(([typed]) => typed.length));
	return entries.flatMap(([typed, does]) =>
		wrapWords(does, columns - width - 4).map((line, index) => `  ${(index === 0 ? typed : '').padEnd(width)}  ${line}`),
	);
};

/** Flags as aligned lines: what to type, what it does, what holds without it. */
export const flagLines = (flags: readonly Flag[]): string[] => aligned(flags.map(flag => [named(flag), meaning(flag)]));

/** `tautop COMMAND --help`. Ends with a line feed. */
export const commandHelp = (command: Command): string => {
	const {name, usage, summary, flags, help = '', examples = {}} = command;
	const lines = [
		...wrapWords(`tautop ${name}: ${summary}`, columns),
		'',
		`Usage: tautop ${[name, usage, '[flags]'].filter(part => part !== '').join(' ')}`,
		'',
		...(flags.length === 0 ? [] : [...flagLines(flags), '']),
		...(help === '' ? [] : [...wrapWords(help, columns), '']),
		'Examples',
		...Object.entries(examples).flatMap(([line, does]) => [`  ${line}`, `      ${does}`]),
		'',
		'Flags of the program (--config, --demo, --ascii, ...) are listed by tautop help.',
	];
	return `${lines.join('\n')}\n`;
};

/** How a command is called. */
export const called = ({name, usage}: Pick<Command, 'name' | 'usage'>): string => `${name} ${usage}`.trimEnd();

/** The commands as aligned lines, for `tautop --help`. */
export const commandLines = (commands: readonly Command[], width: number): string[] =>
	aligned(
		commands.map(command => [called(command), command.summary]),
		width,
	);
