import * as z from 'zod';
import {cleanStart} from '../domain/text/text.ts';

/** No honest title is longer, and every frame would have to measure it. */
const longestText = 1000;

const anything = z.unknown().optional();

const toText = (value: unknown): string => {
	// A number passes too: a secret may be digits alone.
	return typeof value === 'string' || typeof value === 'number' ? cleanStart(String(value), longestText) : '';
};

/** Cleaned text; `''` for none. */
export const text = anything.transform(toText);

/** An id that must be there: opaque text, though some fields send it as a number. */
export const requiredKey = anything.transform((value, context) => {
	const id = toText(value);
	if (id !== '') return id;
	context.addIssue({code: 'custom', message: 'an id was expected'});
	return z.NEVER;
});

/** A count, sent as number or as text; null for none. */
export const count = anything.transform(value => {
	if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
});

/** A count that must be there. */
export const requiredCount = count.transform((value, context) => {
	if (value !== null && value >= 0) return value;
	context.addIssue({code: 'custom', message: 'a number was expected'});
	return z.NEVER;
});

/** true, 1, "1" and "true"; anything else, and absent, is false. */
export const flag = anything.transform(value => value === true || value === 1 || value === '1' || value === 'true');
