import {AppError} from '../../domain/app-error.ts';
import {didYouMean} from '../../domain/text/nearest.ts';
import {allViews} from '../../views/index.ts';
import type {Command, Flag, Flags} from '../command.ts';
import {viewFlags} from '../views/view-flags.ts';
import {camelCase, wholeNumber} from './flag-values.ts';
import {flagsOf} from './flags.ts';

const wrong = (flag: Flag, must: string, near = ''): AppError =>
	new AppError('usage', `--${flag.name} must be ${must}.`, {
		hint: near || (flag.hint ?? `--${flag.name} ${flag.value ?? ''}: ${flag.summary}.`),
	});

const wordList = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const checkFlag = (flag: Flag, value: string | number | boolean): void => {
	if (flag.type === 'boolean') {
		if (typeof value !== 'boolean') throw new AppError('usage', `--${flag.name} takes no value.`);
		return;
	}
	if (flag.choices && !flag.choices.includes(String(value))) {
		throw wrong(flag, wordList(flag.choices), didYouMean(String(value), flag.choices));
	}
	if (flag.type === 'string' && (typeof value === 'boolean' || (value === '' && !flag.mayBeEmpty)))
		throw wrong(flag, 'followed by a value');
	if (flag.type === 'number') {
		const number = wholeNumber(value);
		const min = flag.min ?? Number.MIN_SAFE_INTEGER;
		if (!Number.isSafeInteger(number) || number < min) throw wrong(flag, `a whole number, ${min} or more`);
	}
};

const unknownFlag = ({name: command, flags}: Checked, flag: string): AppError => {
	const program = `tautop ${command}`.trimEnd();
	const known = allViews()
		.flatMap(viewFlags)
		.find(({name}) => camelCase(name) === flag);
	if (known) {
		return new AppError('usage', `${program} does not take --${known.name}.`, {
			hint: `It would not change the answer; ${program} --help lists its flags.`,
		});
	}
	const typed = flag.replace(/(?!^)[A-Z]/g, letter => `-${letter.toLowerCase()}`);
	const names = flagsOf({flags}).map(({name}) => name);
	const near = didYouMean(typed, names, name => `--${name}`);
	return new AppError('usage', `${program} does not know ${typed.length === 1 ? '-' : '--'}${typed}.`, {
		hint: near || `${program} --help lists its flags.`,
	});
};

/** What is checked: a command, or the dashboard, whose name is empty. */
export type Checked = Pick<Command, 'name' | 'flags' | 'refuses'>;

/** Throws a usage error for a flag that the command refuses or does not know, and for a value that makes no sense. */
export const checkFlags = (command: Checked, flags: Flags): void => {
	for (const [name, reason] of Object.entries(command.refuses ?? {})) {
		if (flags[camelCase(name)] !== undefined) {
			throw new AppError('usage', `tautop ${command.name} does not take --${name}.`, {hint: reason});
		}
	}
	const known = new Map(flagsOf(command).map(flag => [camelCase(flag.name), flag]));
	for (const [name, value] of Object.entries(flags)) {
		if (value === undefined) continue;
		const flag = known.get(name);
		if (!flag) throw unknownFlag(command, name);
		for (const each of typeof value === 'object' ? value : [value]) checkFlag(flag, each);
	}
};
