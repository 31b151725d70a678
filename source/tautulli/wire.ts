import * as z from 'zod/mini';
import type {TranscodeDecision} from '../domain/media.ts';
import {cleanStart} from '../domain/text/text.ts';

/** No honest title is longer, and every frame would have to measure it. */
const longestText = 1000;

/** Larger ones are no count, time or size of anything, and sums of them would not be exact. */
const bounded = (number: number): number | null => (Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null);

/** A number sent as number or as text; null for what is none. */
export const toNumber = (value: unknown): number | null => {
	if (typeof value === 'number') return bounded(value);
	return typeof value === 'string' && value.trim() !== '' ? bounded(Number(value)) : null;
};

const toText = (value: unknown): string => {
	// A number passes too: a secret may be digits alone.
	return typeof value === 'string' || typeof value === 'number' ? cleanStart(String(value), longestText) : '';
};

/** A number that must be there, sent as number or as text. */
export const num = z.transform((value, context) => {
	const number = toNumber(value);
	if (number !== null) return number;
	context.issues.push({code: 'custom', message: 'a number was expected', input: value});
	return z.NEVER;
});

/** A number, or null for `""`, null, absent, and what is no number. */
export const numOrNull = z.transform(toNumber);

/** A size or a rate, which is never below 0; null for what is none. */
export const sizeOrNull = z.transform(value => {
	const number = toNumber(value);
	return number === null || number < 0 ? null : number;
});

/** A share of 100; whatever lies outside is moved to the edge. */
export const percentOrNull = z.transform(value => {
	const number = toNumber(value);
	return number === null ? null : Math.min(Math.max(number, 0), 100);
});

/** Cleaned text; `''` for null and absent. */
export const text = z.transform(toText);

/** "1080p", "4k", "sd". Music has no lines to count; Tautulli writes the "p" all the same. */
export const resolution = z.pipe(
	text,
	z.transform(words => (words === 'p' ? '' : words)),
);

/** An id: text inside, whether it was sent as number or as text; `''` for none. */
export const key = z.transform(toText);

/** An id that must be there. */
export const requiredKey = z.transform((value, context) => {
	const id = toText(value);
	if (id !== '') return id;
	context.issues.push({code: 'custom', message: 'an id was expected', input: value});
	return z.NEVER;
});

/** 0 or 1, true or false; absent is false. */
export const flag = z.transform(value => value === true || value === 'true' || toNumber(value) === 1);

/** How a stream reaches its player; `''` for words that are not known. */
export const decision = z.transform(
	(value): TranscodeDecision => (value === 'direct play' || value === 'copy' || value === 'transcode' ? value : ''),
);

/** The name that Tautulli shows: the friendly name, or the account's where that one is blank. */
export const shownName = (friendlyName: string, accountName: string): string =>
	friendlyName.trim() === '' ? accountName : friendlyName;
