import {AppError, type ErrorCode, serverTitles} from '../domain/app-error.ts';
import type {Answer, Transport} from './contract.ts';

/** An AppError about this server; the message goes on where "Tautulli at localhost:8181" ends. */
export const serverError = (
	transport: Pick<Transport, 'where' | 'server'>,
	code: ErrorCode,
	words: string,
	details: {hint?: string | undefined; retryAfterSeconds?: number | null} = {},
): AppError =>
	new AppError(code, `${transport.where} ${words}`, {
		server: transport.server,
		hint: details.hint,
		retryAfterSeconds: details.retryAfterSeconds ?? undefined,
	});

/** Another program answers where this server was meant to be. */
export const otherError = (
	{where, server}: Pick<Transport, 'where' | 'server'>,
	other: string,
	hint: string,
): AppError => {
	const title = serverTitles[server];
	return new AppError('not-found', `There is ${other} ${where.slice(title.length + 1)}, not ${title}.`, {server, hint});
};

const notFoundHint = (transport: Pick<Transport, 'server'>): string =>
	transport.server === 'tautulli'
		? 'tautulli.base_url is the address of its home page, with the HTTP root if one is set (http://host:8181/tautulli), without /api/v2.'
		: 'The library or collection may be gone; if nothing is found at all, check plex.base_url.';

const refusedHint = (transport: Pick<Transport, 'server'>): string =>
	transport.server === 'tautulli'
		? 'Tautulli itself does not answer like that: a reverse proxy in front of it may want a login (tautulli.headers).'
		: 'plex.token must be the X-Plex-Token of the owner of the server, not a claim token; it may have expired.';

/**
 * What an HTTP status says by itself; null for one that is no error. What a server says in the body can be told better,
 * so ask the body first.
 */
export const statusError = (
	transport: Pick<Transport, 'where' | 'server'>,
	answer: Pick<Answer, 'status' | 'retryAfterSeconds'>,
): AppError | null => {
	const {status, retryAfterSeconds} = answer;
	if (status < 400) return null;
	if (status === 401 || status === 403) {
		return serverError(transport, 'unauthorized', `refused the request (${status}).`, {hint: refusedHint(transport)});
	}
	if (status === 404) {
		return serverError(transport, 'not-found', 'has nothing at that address (404).', {
			hint: notFoundHint(transport),
		});
	}
	if (status === 429) {
		return serverError(transport, 'server-error', 'asks tautop to wait (429).', {retryAfterSeconds});
	}
	if (status >= 500) {
		const hint =
			status === 500 ? 'Its log says more.' : 'It may be starting or overloaded, or a proxy cannot reach it.';
		return serverError(transport, 'server-error', `failed to answer (${status}).`, {hint, retryAfterSeconds});
	}
	return serverError(transport, 'bad-answer', `did not understand the request (${status}).`, {
		hint: `${transport.server}.base_url may point to another program.`,
	});
};
