import {isIP} from 'node:net';
import {type Reply, troubleReply} from './reply.ts';

/** What is known of a request before anybody works for it. */
export type Knock = {
	readonly method: string;
	/** As it was sent. */
	readonly url: string;
	/** The `Host` header; '' where there is none. */
	readonly host: string;
	/** It brings something along. */
	readonly hasBody: boolean;
};

/** Longer than any that makes sense. */
const longestUrl = 4096;

/** By which names one may come in. */
export type Door = {
	/** It is for this machine alone. */
	readonly isLocal: boolean;
	/** Names that are known, in lower case. */
	readonly names: readonly string[];
};

/** The name in a `Host` header, in lower case, without its port; '' where it is none. */
const nameOf = (host: string): string =>
	/^(\[[\da-f:.]+\]|[\w.-]+?)\.?(?::\d{1,5})?\.?$/i.exec(host)?.[1]?.toLowerCase() ?? '';

const local = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Names that nobody can have in the internet. */
const inner = /^(?:[\w-]+|[\w.-]+\.(?:local|localhost|internal|home\.arpa))$/;

const isAddress = (name: string): boolean =>
	isIP(name) === 4 || (name.startsWith('[') && isIP(name.slice(1, -1)) === 6);

/**
 * True where the name is one of ours. A page of the web may have its own name point here, to read with the browser of whoever
 * looks at it: that name stands in the request then. Without one no browser asked.
 */
const isOurs = (host: string, {isLocal, names}: Door): boolean => {
	const name = nameOf(host);
	if (names.includes(name)) return true;
	return isLocal ? local.test(name) : host === '' || isAddress(name) || inner.test(name);
};

const refusal = (status: number, message: string, hint: string, headers?: Reply['headers']): Reply =>
	troubleReply(status, {code: 'usage', message, hint}, headers);

const strangers = (isLocal: boolean): Reply =>
	isLocal
		? refusal(
				421,
				'This address is for its own machine only, and the request names another host.',
				'Ask for localhost, let metrics.listen name a host, or put the name of a proxy into metrics.hosts.',
			)
		: refusal(
				421,
				'The request names a host that is not known here.',
				'Ask for the address of this machine, or put the name into metrics.hosts of the configuration.',
			);

/** Refuses what is no question to this program; null: it may be answered. */
export const refusalOf = ({method, url, host, hasBody}: Knock, door: Door): Reply | null => {
	if (method !== 'GET' && method !== 'HEAD') {
		return refusal(405, 'This can only be read.', 'Ask with GET or HEAD.', {allow: 'GET, HEAD'});
	}
	if (hasBody) return refusal(413, 'A question here has no body.', 'Put what you ask into the address.');
	if (url.length > longestUrl)
		return refusal(414, 'This address is too long.', `It may have ${longestUrl} characters.`);
	return isOurs(host, door) ? null : strangers(door.isLocal);
};
