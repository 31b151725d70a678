import {commandFlags} from '../../domain/command-flags.ts';
import type {Context} from '../command.ts';

/** A flag's name as the parser has it: `yAxis` for `y-axis`. */
export const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Digits as a number; what is none is NaN. */
export const wholeNumber = (value: string | number | boolean): number =>
	typeof value === 'number' ? value : /^[+-]?\d+$/.test(String(value)) ? Number(value) : Number.NaN;

/** The whole number of a checked flag. */
export const numberFlag = (context: Context, name: string): number | undefined => {
	const value = context.flags[camelCase(name)];
	return value === undefined || typeof value === 'object' ? undefined : wholeNumber(value);
};

/** The text of a checked flag. */
export const textFlag = (context: Context, name: string): string | undefined => {
	const value = context.flags[camelCase(name)];
	return value === undefined ? undefined : String(value);
};

/** The texts of a flag that may be given again. */
export const textsFlag = (context: Context, name: string): readonly string[] => {
	const value = context.flags[camelCase(name)];
	if (value === undefined) return [];
	return typeof value === 'object' ? value : [String(value)];
};

/** True when the flag was given. */
export const hasFlag = (context: Context, name: string): boolean => context.flags[camelCase(name)] === true;

/** What another command is typed with to be about the same server: those of our own flags that choose one. */
export const typedFlags = (context: Context): string =>
	commandFlags({
		config: textFlag(context, 'config'),
		server: textFlag(context, 'server'),
		demo: hasFlag(context, 'demo'),
	});
