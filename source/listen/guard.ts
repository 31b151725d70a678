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

const local = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?\.?$/i;

const refusal = (status: number, message: string, hint: string, headers?: Reply['headers']): Reply =>
	troubleReply(status, {code: 'usage', message, hint}, headers);

/**
 * Refuses what is no question to this program; null: it may be answered. `isLocal`: it is for this machine alone. Then a page
 * of the web that has its own name point here, to read with the browser of this machine's user, gets nothing.
 */
export const refusalOf = ({method, url, host, hasBody}: Knock, isLocal: boolean): Reply | null => {
	if (method !== 'GET' && method !== 'HEAD') {
		return refusal(405, 'Here is only to read.', 'Ask with GET or HEAD.', {allow: 'GET, HEAD'});
	}
	if (hasBody) return refusal(413, 'A question here has no body.', 'Put what you ask into the address.');
	if (url.length > longestUrl) return refusal(414, 'This address is too long.', `It may have ${longestUrl} signs.`);
	if (isLocal && !local.test(host)) {
		return refusal(
			421,
			'This address is for its own machine only, and the request names another host.',
			'Ask for localhost, or let metrics.listen name a host.',
		);
	}
	return null;
};
