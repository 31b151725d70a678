import {Cron} from 'croner';
import {z} from 'zod';

/** What pino calls its levels. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

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

/** The values that stand in example files and templates until somebody replaces them: they count as not set. */
const placeholder = /^(?:YOUR_|https?:\/\/your-[\w-]*(?:url|ip|host|server|address)\b|\$\{[^}]*\}$)/i;

/** True for what counts as not set: nothing, blanks, or an example value. */
export const isUnset = (value: unknown): boolean =>
	value === null ||
	value === undefined ||
	(typeof value === 'string' && (value.trim() === '' || placeholder.test(value.trim())));

export type Refusal = {readonly sentence: string; readonly remedy: string};

const needsHttp: Refusal = {
	sentence: 'is not an address that starts with http:// or https://',
	remedy: 'Write it with its scheme and port, such as http://localhost:8181.',
};

/** Why an address of a server is refused, or null. The sentence goes on after the name of its key. */
export const refuseAddress = (text: string): Refusal | null => {
	const url = URL.parse(text.trim());
	if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || !/^https?:\/\//i.test(text.trim())) {
		return needsHttp;
	}
	if (url.username !== '' || url.password !== '') {
		return {
			sentence: 'must not hold a user name or a password',
			remedy: 'Take them out of the address; what a proxy in front wants goes into `headers`.',
		};
	}
	if (url.search !== '' || url.hash !== '') {
		return {
			sentence: 'must not hold a query or a fragment',
			remedy: 'Keep the address up to the path; the key has a setting of its own.',
		};
	}
	return null;
};

/** An accepted address in one form: no blanks around it, no slash at its end. */
export const normalAddress = (text: string): string => (URL.parse(text.trim())?.href ?? text).replace(/\/+$/, '');

/** The address of a server, with or without a path and a slash at its end. */
export const address = z
	.string()
	.superRefine((text, context) => {
		const refusal = refuseAddress(text);
		if (refusal) context.addIssue({code: 'custom', message: refusal.sentence, params: {remedy: refusal.remedy}});
	})
	.transform(normalAddress);

/** What keys and tokens consist of; anything else cannot be sent in a header. */
export const secretText = /^[\u0021-\u007E]+$/;

/** A key or token. */
export const secret = z.string().trim().regex(secretText);

/** YAML 1.1, which homescreen-hero reads, has more words for true and false than YAML 1.2. */
const words: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['yes', true],
	['on', true],
	['false', false],
	['no', false],
	['off', false],
]);

export const yesNo = z.preprocess(
	value => (typeof value === 'string' ? (words.get(value.toLowerCase()) ?? value) : value),
	z.boolean(),
);

export const logLevel = z.string().transform((word, context) => {
	const level = parseLogLevel(word);
	if (level) return level;
	context.addIssue({code: 'invalid_value', values: [...logLevels], input: word});
	return z.NEVER;
});

const isZone = (name: string): boolean => {
	try {
		new Intl.DateTimeFormat('en', {timeZone: name});
		return true;
	} catch {
		return false;
	}
};

/** A zone of the IANA database, such as Europe/Prague. */
export const timeZone = z.string().refine(isZone);

const isPattern = (pattern: string): boolean => {
	try {
		new Cron(pattern, {paused: true});
		return true;
	} catch {
		return false;
	}
};

/** A cron pattern that croner reads. */
export const cronPattern = z.string().refine(isPattern);

const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
const headerValue = /^[\t\u0020-\u007E\u0080-\u00FF]*$/;

/** Extra request headers: name to value. */
export const headers = z.record(
	z.string().regex(headerName),
	z.union([z.string().regex(headerValue), z.number().transform(String)]),
);
