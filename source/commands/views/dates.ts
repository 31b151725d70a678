import {AppError} from '../../domain/app-error.ts';

/** Something that was typed makes no sense. */
export const usage = (message: string, hint: string): AppError => new AppError('usage', message, {hint});

/** A day of the calendar; 2026-02-30 is none. */
export const isDate = (text: string): boolean => {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** The day that a flag says. Throws `usage` for what is none. */
export const dateOf = (flag: string, text: string): string => {
	if (isDate(text)) return text;
	throw usage(`${flag} must be a date.`, 'Write it as 2026-11-21.');
};
