import {wrapWords} from '../../canvas/wrap.ts';
import type {Command, Flag} from '../command.ts';

const named = ({name, type, value}: Flag): string =>
	type === 'boolean' ? `--${name}` : `--${name} ${value ?? (type === 'number' ? 'N' : 'TEXT')}`;

/** Cells of a line of help. */
const columns = 80;

/** Flags as aligned lines: what to type, what it does, what holds without it; what is long goes on under itself. */
export const flagLines = (flags: readonly Flag[]): string[] => {
	const width = Math.max(0, ...flags.map(flag => named(flag).length));
	return flags.flatMap(flag => {
		const otherwise = flag.default === undefined ? '' : ` (default ${flag.default})`;
		const lines = wrapWords(`${flag.summary}${otherwise}`, columns - width - 4);
		return lines.map((line, index) => `  ${(index === 0 ? named(flag) : '').padEnd(width)}  ${line}`);
	});
};

/** `tautop COMMAND --help`. Ends with a line feed. */
export const commandHelp = (command: Command): string => {
	const {name, usage, summary, flags, help = ''} = command;
	const lines = [
		`tautop ${name}: ${summary}`,
		'',
		`Usage: tautop ${[name, usage, '[flags]'].filter(part => part !== '').join(' ')}`,
		'',
		...flagLines(flags),
		'',
		...(help === '' ? [] : [...wrapWords(help, columns), '']),
		'Flags of the program (--config, --demo, --ascii, ...) are listed by tautop --help.',
	];
	return `${lines.join('\n')}\n`;
};

/** The commands as aligned lines, for `tautop --help`. */
export const commandLines = (commands: readonly Command[]): string[] => {
	const called = commands.map(({name, usage}) => `${name} ${usage}`.trimEnd());
	const width = Math.max(0, ...called.map(text => text.length));
	return commands.map(({summary}, index) => `  ${(called[index] ?? '').padEnd(width)}  ${summary}`);
};
