import * as z from 'zod/mini';
import {cleanStart} from '../domain/text/text.ts';

/** No honest title is longer, and every frame would have to measure it. */
const longestText = 1000;

const toText = (value: unknown): string => {
	// A number passes too: a secret may be digits alone.
	return typeof value === 'string' || typeof value === 'number' ? cleanStart(String(value), longestText) : '';
};

/** Cleaned text; `''` for none. */
export const text = z.transform(toText);

/** An id that must be there: opaque text, though some fields send it as a number. */
export const requiredKey = z.transform((value, context) => {
	const id = toText(value);
	if (id !== '') return id;
	context.issues.push({code: 'custom', message: 'an id was expected', input: value});
	return z.NEVER;
});

/** A count, sent as number or as text; null for none. */
export const count = z.transform(value => {
	if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
});

/** A count that must be there. */
export const requiredCount = z.pipe(
	count,
	z.transform((value, context) => {
		if (value !== null && value >= 0) return value;
		context.issues.push({code: 'custom', message: 'a number was expected', input: value});
		return z.NEVER;
	}),
);

/** true, 1, "1" and "true"; anything else, and absent, is false. */
export const flag = z.transform(value => value === true || value === 1 || value === '1' || value === 'true');
