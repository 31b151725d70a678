import {AppError} from '../../domain/app-error.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {typedDate} from '../../domain/typed-date.ts';
import {dayText, localDay, type ZoneName} from '../../domain/zone.ts';

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

const noDay = (flag: string): AppError =>
	usage(`${flag} must be a date.`, 'Write it as 2026-11-21, "21 nov", yesterday or tuesday.');

/** A date stands for itself, also one to come; what is named is a day by the calendar of the zone. Throws `usage` for what is none. */
export const dayOf = (flag: string, text: string, zone: ZoneName, now: number): string => {
	const date = isDate(text) ? text : typedDate(text, dayText(localDay(zone, now)));
	if (date === null) throw noDay(flag);
	return date;
};

/** Throws `usage` for what is a day in no zone: before anything is opened, and the server's is known. */
export const checkDay = (flag: string, text: string, now: number): void => {
	dayOf(flag, text, 'UTC', now + secondsPerDay);
};
