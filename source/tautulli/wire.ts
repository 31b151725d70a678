import * as z from 'zod';
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

const anything = z.unknown().optional();

/** A number that must be there, sent as number or as text. */
export const num = anything.transform((value, context) => {
	const number = toNumber(value);
	if (number !== null) return number;
	context.addIssue({code: 'custom', message: 'a number was expected'});
	return z.NEVER;
});

/** A number, or null for `""`, null, absent, and what is no number. */
export const numOrNull = anything.transform(toNumber);

/** A size or a rate, which is never below 0; null for what is none. */
export const sizeOrNull = anything.transform(value => {
	const number = toNumber(value);
	return number === null || number < 0 ? null : number;
});

/** A share of 100; whatever lies outside is moved to the edge. */
export const percentOrNull = anything.transform(value => {
	const number = toNumber(value);
	return number === null ? null : Math.min(Math.max(number, 0), 100);
});

/** Cleaned text; `''` for null and absent. */
export const text = anything.transform(toText);

/** "1080p", "4k", "sd". Music has no lines to count; Tautulli writes the "p" all the same. */
export const resolution = text.transform(words => (words === 'p' ? '' : words));

/** An id: text inside, whether it was sent as number or as text; `''` for none. */
export const key = anything.transform(toText);

/** An id that must be there. */
export const requiredKey = anything.transform((value, context) => {
	const id = toText(value);
	if (id !== '') return id;
	context.addIssue({code: 'custom', message: 'an id was expected'});
	return z.NEVER;
});

/** 0 or 1, true or false; absent is false. */
export const flag = anything.transform(value => value === true || value === 'true' || toNumber(value) === 1);

/** How a stream reaches its player; `''` for words that are not known. */
export const decision = anything.transform(
	(value): TranscodeDecision => (value === 'direct play' || value === 'copy' || value === 'transcode' ? value : ''),
);

/** The name that Tautulli shows: the friendly name, or the account's where that one is blank. */
export const shownName = (friendlyName: string, accountName: string): string =>
	friendlyName.trim() === '' ? accountName : friendlyName;
