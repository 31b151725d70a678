import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Context} from './command.ts';
import {defaultDays} from './flags.ts';

/** A flag's name as the parser has it: `yAxis` for `y-axis`. */
export const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Digits as a number; what is none is NaN. */
export const wholeNumber = (value: string | number | boolean): number =>
	typeof value === 'number' ? value : /^[+-]?\d+$/.test(String(value)) ? Number(value) : Number.NaN;

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
