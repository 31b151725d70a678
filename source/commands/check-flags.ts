import {AppError} from '../domain/app-error.ts';
import type {Command, Flag, Flags} from './command.ts';
import {camelCase, wholeNumber} from './flag-values.ts';
import {flagsOf} from './flags.ts';

const wrong = (flag: Flag, must: string): AppError =>
	new AppError('usage', `--${flag.name} must be ${must}.`, {
		hint: flag.hint ?? `--${flag.name} ${flag.value ?? ''}: ${flag.summary}.`,
	});

const wordList = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const checkFlag = (flag: Flag, value: string | number | boolean): void => {
	if (flag.type === 'boolean') {
		if (typeof value !== 'boolean') throw new AppError('usage', `--${flag.name} takes no value.`);
		return;
	}
	if (flag.choices && !flag.choices.includes(String(value))) throw wrong(flag, wordList(flag.choices));
	if (flag.type === 'string' && (typeof value === 'boolean' || value === '')) throw wrong(flag, 'followed by a value');
	if (flag.type === 'number') {
		const number = wholeNumber(value);
		const min = flag.min ?? Number.MIN_SAFE_INTEGER;
		if (!Number.isSafeInteger(number) || number < min) throw wrong(flag, `a whole number, ${min} or more`);
	}
};

/** Throws a usage error for a flag that the command refuses or does not know, and for a value that makes no sense. */
export const checkFlags = (command: Command, flags: Flags): void => {
	for (const [name, reason] of Object.entries(command.refuses ?? {})) {
		if (flags[camelCase(name)] !== undefined) {
			throw new AppError('usage', `tautop ${command.name} does not take --${name}.`, {hint: reason});
		}
	}
	const known = new Map(flagsOf(command).map(flag => [camelCase(flag.name), flag]));
	for (const [name, value] of Object.entries(flags)) {
		if (value === undefined) continue;
		const flag = known.get(name);
		if (!flag) throw new AppError('usage', `tautop ${command.name} does not know --${name}.`);
		checkFlag(flag, value);
	}
};
