import {AppError} from '../domain/app-error.ts';
import type {YAxis} from '../domain/media.ts';
import {type Days, storedWindows} from '../domain/period.ts';
import type {Command, Context, Flag, Flags} from './command.ts';

/** Days of a graph or a list when nothing else is asked. */
export const defaultDays: Days = 30;

/** `--days` of commands whose graphs have no "all time": Tautulli would silently turn 0 into 30. */
export const daysFlag: Flag = {
	name: 'days',
	type: 'number',
	value: 'N',
	min: 1,
	default: '30',
	summary: 'the last N days',
};

/** `--days` of commands that can count all time. */
export const allDaysFlag: Flag = {...daysFlag, min: 0, summary: 'the last N days; 0 is all time'};

/** `--days` of commands on snapshots, which hold these windows and no others. */
export const windowFlag: Flag = {
	...daysFlag,
	min: 0,
	default: 'collect.query_days',
	choices: storedWindows.map(String),
	summary: 'the last N days; 0 is all time',
};

export const yAxisFlag: Flag = {
	name: 'y-axis',
	type: 'string',
	value: 'plays|duration',
	choices: ['plays', 'duration'],
	default: 'plays',
	summary: 'count plays, or seconds played',
};

export const libraryFlag: Flag = {
	name: 'library',
	type: 'string',
	value: 'NAME',
	summary: 'only the library of this name',
};

export const mediaTypeFlag: Flag = {
	name: 'media-type',
	type: 'string',
	value: 'TYPE',
	summary: 'only this type: movie, show, episode, artist, ...',
};

export const limitFlag: Flag = {name: 'limit', type: 'number', value: 'N', min: 1, summary: 'at most N rows'};

export const startFlag: Flag = {
	name: 'start',
	type: 'number',
	value: 'N',
	min: 0,
	default: '0',
	summary: 'pass over the first N rows',
};

/** How to print: one of them, or what suits the output. */
export const outputFlags: readonly Flag[] = [
	{name: 'json', type: 'boolean', summary: 'one JSON document'},
	{name: 'csv', type: 'boolean', summary: 'comma-separated values under stable names'},
	{name: 'plain', type: 'boolean', summary: 'tab-separated values under stable names (the default to a pipe)'},
];

/** Questions that any command takes; help of a command names those that have an effect on it. */
export const questionFlags: readonly Flag[] = [daysFlag, yAxisFlag, libraryFlag, mediaTypeFlag, limitFlag, startFlag];

/** Flags about the program itself, for the dashboard and for every command. */
export const programFlags: readonly Flag[] = [
	{name: 'config', type: 'string', value: 'FILE', summary: 'the configuration file'},
	{name: 'demo', type: 'boolean', summary: 'a made-up server; your own database is not opened'},
	{name: 'ascii', type: 'boolean', summary: 'plain ASCII signs'},
	{name: 'color', type: 'boolean', default: 'on a terminal', summary: 'colours; --no-color turns them off'},
	{name: 'reader', type: 'boolean', summary: 'for screen readers: sentences, no charts, no repainting'},
	{name: 'look-only', type: 'boolean', summary: 'keys that change anything are dead'},
	{
		name: 'log-level',
		type: 'string',
		value: 'LEVEL',
		summary: 'how much the log file tells',
	},
	{name: 'help', type: 'boolean', summary: 'this text'},
	{name: 'version', type: 'boolean', summary: 'the version'},
];

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every flag that a command may be given, its own form of a shared one first. */
export const flagsOf = (command: Command): Flag[] => {
	const own = new Set(command.flags.map(({name}) => name));
	const shared = [...questionFlags, ...programFlags].filter(
		({name}) => !own.has(name) && command.refuses?.[name] === undefined,
	);
	return [...command.flags, ...shared];
};

const wrong = (flag: Flag, must: string): AppError =>
	new AppError('usage', `--${flag.name} must be ${must}.`, {hint: `It is for ${flag.summary}.`});

const wholeNumber = (value: string | number | boolean): number =>
	typeof value === 'number' ? value : /^[+-]?\d+$/.test(String(value)) ? Number(value) : Number.NaN;

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

/** The whole number of a checked flag. */
export const numberFlag = (context: Context, name: string): number | undefined => {
	const value = context.flags[camelCase(name)];
	return value === undefined ? undefined : wholeNumber(value);
};

/** The text of a checked flag. */
export const textFlag = (context: Context, name: string): string | undefined => {
	const value = context.flags[camelCase(name)];
	return value === undefined ? undefined : String(value);
};

/** True when the flag was given. */
export const hasFlag = (context: Context, name: string): boolean => context.flags[camelCase(name)] === true;

/** `--days`, or the usual window. */
export const daysOf = (context: Context): Days => numberFlag(context, 'days') ?? defaultDays;

/** `--y-axis`, or plays. */
export const yAxisOf = (context: Context): YAxis => (textFlag(context, 'y-axis') === 'duration' ? 'duration' : 'plays');
