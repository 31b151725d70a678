import * as z from 'zod/mini';
import type {ServerName} from '../domain/app-error.ts';
import {readAddress} from './address.ts';
import {cronOf} from './cron.ts';
import {isUnset} from './is-unset.ts';
import {keyTroubles} from './keys.ts';
import {readListenAddress} from './listen-address.ts';
import {type LogLevel, logLevels} from './log-levels.ts';

/** Levels of Python's logging, which homescreen-hero's file has. */
const otherLevels: ReadonlyMap<string, LogLevel> = new Map([
	['warning', 'warn'],
	['critical', 'fatal'],
	['notset', 'trace'],
	['off', 'silent'],
	['none', 'silent'],
]);

/** The level of a word in any case, or null. */
export const parseLogLevel = (word: string): LogLevel | null => {
	const lower = word.trim().toLowerCase();
	return logLevels.find(level => level === lower) ?? otherLevels.get(lower) ?? null;
};

/** The address of a server, as people paste it. */
export const address = (server: ServerName) =>
	z.pipe(
		z.string(),
		z.transform((text, {issues}) => {
			const read = readAddress(text, server);
			if (!('refusal' in read)) return read;
			const {sentence, remedy} = read.refusal;
			issues.push({code: 'custom', message: sentence, params: {remedy}, input: text});
			return z.NEVER;
		}),
	);

/** What keys and tokens consist of; anything else cannot be sent in a header. */
export const secretText = /^[\u0021-\u007E]+$/;

/** Quotes of a word processor, which YAML takes for a part of the value and no key has, and blanks. */
const curlyQuotes = /^[“”‘’„«»\s]+|[“”‘’„«»\s]+$/g;

/** A key or token. */
export const secret = z.transform((value, {issues}) => {
	const text = typeof value === 'string' ? value.replace(curlyQuotes, '') : '';
	if (secretText.test(text)) return text;
	const remedy = 'Copy it again, and nothing else, and put it in straight quotes.';
	issues.push({code: 'custom', message: 'must be text without blanks', params: {remedy}, input: value});
	return z.NEVER;
});

/** YAML 1.1, which homescreen-hero reads, has more words for true and false than YAML 1.2. */
const words: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['yes', true],
	['on', true],
	['false', false],
	['no', false],
	['off', false],
]);

export const yesNo = z.pipe(
	z.transform(value => (typeof value === 'string' ? (words.get(value.toLowerCase()) ?? value) : value)),
	z.boolean(),
);

/** A whole number of days. */
export const days = z.int().check(z.minimum(1), z.maximum(36_500));

export const logLevel = z.pipe(
	z.string(),
	z.transform((word, {issues}) => {
		const level = parseLogLevel(word);
		if (level) return level;
		issues.push({code: 'invalid_value', values: [...logLevels], input: word});
		return z.NEVER;
	}),
);

/** The list has one name a zone, but for UTC. A formatter knows old names too, and takes half a start of Node to make. */
const isZone = (name: string): boolean => {
	if (name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)) return true;
	try {
		new Intl.DateTimeFormat('en', {timeZone: name});
		return true;
	} catch {
		return false;
	}
};

/** A zone of the IANA database, such as Europe/Prague. */
export const timeZone = z.string().check(z.refine(isZone));

const nicknames: ReadonlySet<string> = new Set(['@hourly', '@daily', '@weekly', '@monthly', '@yearly']);

/** croner takes seconds and years too, and a mistyped pattern would mean every second. */
const isPattern = (pattern: string): boolean => {
	if (!nicknames.has(pattern) && pattern.trim().split(/\s+/).length !== 5) return false;
	try {
		// From a fixed day on, since what is right today has to be right tomorrow. The 30th of February never comes.
		return cronOf(pattern).nextRun(new Date(0)) !== null;
	} catch {
		return false;
	}
};

/** A cron pattern of five fields that comes again and again, or its nickname. */
export const cronPattern = z.string().check(z.refine(isPattern));

/** Keys of the dashboard: action to key. A digit may stand without quotes. */
export const keys = z
	.record(z.string(), z.union([z.string(), z.pipe(z.int().check(z.nonnegative()), z.transform(String))]))
	.check(({value, issues}) => {
		for (const {action, sentence, remedy} of keyTroubles(value)) {
			issues.push({code: 'custom', message: sentence, path: [action], params: {remedy}, input: value});
		}
	});

/** Where to listen: a port, which may stand without quotes, with or without a host in front. */
export const listenAddress = z.pipe(
	z.union([z.string(), z.pipe(z.int(), z.transform(String))]),
	z.transform((text, {issues}) => {
		const read = readListenAddress(text);
		if (read) return read;
		issues.push({code: 'custom', message: 'no address', input: text});
		return z.NEVER;
	}),
);

/** The name of a host as requests have it. */
export const hostName = z
	.string()
	.check(z.trim(), z.toLowerCase(), z.regex(/^[\da-z_](?:[\da-z_.-]{0,251}[\da-z_])?$/));

const shortName = /^[a-z\d][a-z\d_-]{0,19}$/i;

/** What one of several servers is called: fit for the name of a file. */
export const serverName = z.transform((value, {issues}) => {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text === 'string' && shortName.test(text)) return text;
	const message = isUnset(value) ? 'is not set' : 'cannot be the name of a file';
	const remedy = 'Write a short one: at most 20 letters (a to z), digits, - and _, the first a letter or a digit.';
	issues.push({code: 'custom', message, params: {remedy}, input: value});
	return z.NEVER;
});

/** A colour as the web writes it, with six digits. */
export const color = z.string().check(z.regex(/^#[\da-f]{6}$/i));

const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
const headerValue = /^[\t\u0020-\u007E\u0080-\u00FF]*$/;

/** Extra request headers: name to value. */
export const headers = z.record(
	z.string().check(z.regex(headerName)),
	z.union([z.string().check(z.regex(headerValue)), z.pipe(z.number(), z.transform(String))]),
);
