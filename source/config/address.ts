import type {ServerName} from '../domain/app-error.ts';
import {withoutControls} from '../domain/text/text.ts';

/** Goes on after the name of the key or variable, without a full stop. */
export type AddressWords = {readonly sentence: string; readonly remedy: string};

/** Where a server is: no slash at the end, and what in the written address does not belong there. */
export type ServerAddress = {readonly url: string; readonly notes: readonly AddressWords[]};

type Facts = {
	readonly example: string;
	/** What stands behind the root in a browser or in an example of the API. */
	readonly pages: RegExp;
	readonly key: string;
	/** The other server's port, and what to say of it. */
	readonly foreignPort: string;
	readonly port: AddressWords;
};

const facts: Readonly<Record<ServerName, Facts>> = {
	tautulli: {
		example: 'http://localhost:8181',
		pages:
			/\/(?:home|index|history|graphs|libraries|library|users|user|settings|logs|info|search|sync|synced_items|newsletters?|welcome|auth(?:\/(?:login|logout|signin|redirect))?|login|logout|api(?:\/v\d*)?)(?:\.html)?\/*$/i,
		key: 'tautulli.api_key',
		foreignPort: '32400',
		port: {
			sentence: 'has port 32400, which is Plex’s',
			remedy: 'Tautulli’s own is 8181 unless it was changed.',
		},
	},
	plex: {
		example: 'http://localhost:32400',
		pages: /\/(?:web|desktop|manage|library|hubs|servers|accounts|identity|status\/sessions)(?:\/.*)?$/i,
		key: 'plex.token',
		foreignPort: '8181',
		port: {
			sentence: 'has port 8181, which is Tautulli’s',
			remedy: 'The port of Plex is 32400 unless it was changed.',
		},
	},
};

/** The websites behind which no server of one's own answers. */
const websites = /(?:^|\.)(?:plex\.tv|tautulli\.com)$/;

const wraps = /^["'`<“”‘’„«\s]+|["'`>“”‘’»,;\s]+$/g;

/** Scheme and rest of an address as people write it: `http://`, `HTTP:/`, `https//`, or none at all. */
const parts = (text: string): {readonly scheme: string; readonly rest: string} => {
	const written = withoutControls(text).normalize('NFKC').replace(wraps, '').replaceAll('\\', '/');
	const [whole = '', scheme = 'http'] = /^(?:(https?)(?::\/+|\/\/+))+/i.exec(written) ?? /^\/\//.exec(written) ?? [];
	return {scheme: scheme.toLowerCase(), rest: written.slice(whole.length)};
};

const needsAddress = (server: ServerName): AddressWords => ({
	sentence: 'is not an address that starts with http:// or https://',
	remedy: `Write it with its scheme and port, such as ${facts[server].example}.`,
});

const refusalOf = (url: URL, server: ServerName): AddressWords | null => {
	if (url.username !== '' || url.password !== '') {
		return {
			sentence: 'must not hold a user name or a password',
			remedy: 'Take them out of the address; what a proxy in front wants goes into `headers`.',
		};
	}
	return websites.test(url.hostname)
		? {
				sentence: 'is a website, not a server of yours',
				remedy: `Write the address of the server itself, such as ${facts[server].example}.`,
			}
		: null;
};

const notesOn = ({search, hash, port}: URL, server: ServerName): readonly AddressWords[] => [
	...(/(?:api_?key|token)=/i.test(search + hash)
		? [
				{
					sentence: 'holds a key, which was taken out and is not used',
					remedy: `The key belongs in ${facts[server].key}.`,
				},
			]
		: []),
	...(port === facts[server].foreignPort ? [facts[server].port] : []),
];

/**
 * Reads an address as people paste it: without its scheme, in quotes, with the page that the browser showed. What the
 * browser adds is taken off; any other path is kept, as the root of a proxy. A refusal never repeats the text.
 */
export const readAddress = (text: string, server: ServerName): ServerAddress | {readonly refusal: AddressWords} => {
	const {scheme, rest} = parts(text);
	const url = /^$|^[/?#]|^[a-z][a-z\d+.-]*:\/\//i.test(rest) ? null : URL.parse(`${scheme}://${rest}`);
	if (!url) return {refusal: needsAddress(server)};
	const refusal = refusalOf(url, server);
	if (refusal) return {refusal};
	const root = url.pathname.replace(facts[server].pages, '').replace(/\/+$/, '');
	return {url: `${url.origin}${root}`, notes: notesOn(url, server)};
};
