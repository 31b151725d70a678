import * as z from 'zod/mini';
import {address, headers, secret, timeZone, yesNo} from '../values.ts';
import {filePath, key, trueOrFalse} from './key.ts';

/** What is the same of both servers. */
const connection = {
	verify_tls: key(
		z._default(yesNo, true),
		trueOrFalse,
		'false: certificates are not checked; a mark on the screen says so all the time. Prefer ca_file.',
	),
	ca_file: key(z.optional(z.string()), filePath, 'A PEM file with the certificate to trust beside the usual ones.', {
		isPath: true,
	}),
	headers: key(
		z._default(headers, {}),
		'a mapping of header names to values, without line breaks',
		'Sent with every request; for a proxy in front that wants a login. They count as secrets.',
		{secret: 'values'},
	),
};

export const tautulli = z.object({
	enabled: key(z._default(yesNo, true), trueOrFalse, 'false: Tautulli is not asked, and collecting is skipped.'),
	base_url: key(
		z.optional(address('tautulli')),
		'the address of Tautulli',
		'As in the browser, with its HTTP root if it has one. Default http://localhost:8181 once there is a key.',
		{variable: 'HSH_TAUTULLI_BASE_URL'},
	),
	api_key: key(
		z.optional(secret),
		'text without blanks (put it in quotes)',
		'Tautulli: Settings, Web Interface, API key.',
		{variable: 'HSH_TAUTULLI_API_KEY', secret: 'whole'},
	),
	timeout_seconds: key(
		z._default(z.number().check(z.positive(), z.maximum(3600)), 15),
		'a number of seconds above 0 and at most 3600',
		'How long one answer may take; a page of history has at least 60.',
	),
	...connection,
	grouping: key(
		z._default(yesNo, true),
		trueOrFalse,
		'true: parts of one play (paused, resumed) count once, as on Tautulli’s own pages.',
	),
	timezone: key(
		z.optional(timeZone),
		'a time zone such as Europe/Prague',
		'The zone of the Tautulli server; its days are cut there. Default: the one that its own numbers fit.',
	),
});

const library = z.union([
	z.pipe(
		z.string(),
		z.transform(name => ({name, enabled: true})),
	),
	z.object({name: z.string(), enabled: z._default(yesNo, true)}),
]);

export const plex = z.object({
	base_url: key(
		z.optional(address('plex')),
		'the address of the Plex server',
		'Without base_url and token Plex is not asked.',
		{variable: 'HSH_PLEX_URL'},
	),
	token: key(z.optional(secret), 'text without blanks (put it in quotes)', 'The X-Plex-Token of the server’s owner.', {
		variable: 'HSH_PLEX_TOKEN',
		secret: 'whole',
	}),
	libraries: key(
		z._default(z.array(library), []),
		'a list of libraries, such as `- name: Movies`',
		'Whose collections count. Empty or absent: all of them.',
	),
	...connection,
});
