import * as z from 'zod/mini';
import type {AppError} from '../domain/app-error.ts';
import type {Answer, Transport} from '../http/contract.ts';
import {otherError, serverError} from '../http/status.ts';

/** Plex's pages for errors, which come whatever was asked for; its own header may be lost in a proxy. */
const plexPages = /^\s*(?:<\?xml[^>]*>\s*)?(?:<MediaContainer\b|<Response\b[^>]*\bcode=|\{"MediaContainer":)/;
const plexRefusal = '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>';

const isPlex = ({headers, text}: Answer): boolean =>
	headers['x-plex-protocol'] !== undefined || plexPages.test(text.slice(0, 1000)) || text.trim() === plexRefusal;

/** What Tautulli says outside its API. */
const ownPage = z.object({status: z.string().check(z.regex(/^40[345] /)), error: z.literal(true)});

const isOwnPage = ({text}: Answer): boolean => {
	if (text.length > 10_000) return false;
	try {
		return ownPage.safeParse(JSON.parse(text)).success;
	} catch {
		return false;
	}
};

/**
 * Names whoever answers at a wrong address: Plex, or Tautulli itself at a path where its API is not (2.17 refuses what it
 * is sent there with 403, older ones know nothing with 404). Null: neither can be told.
 */
export const strangerError = (transport: Transport, answer: Answer): AppError | null => {
	if (isPlex(answer)) {
		return otherError(
			transport,
			'a Plex server',
			'tautulli.base_url must point to Tautulli, usually at port 8181; that of Plex goes into plex.base_url.',
		);
	}
	if (!isOwnPage(answer)) return null;
	return serverError(transport, 'not-found', `does not have its API at that path (${answer.status}).`, {
		hint: 'The path in tautulli.base_url is wrong: it is the address of the home page, without /home, and with the HTTP root if one is set (http://host:8181/tautulli).',
	});
};
