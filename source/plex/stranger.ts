import * as z from 'zod/mini';
import type {AppError} from '../domain/app-error.ts';
import type {Answer, Transport} from '../http/contract.ts';
import {otherError} from '../http/status.ts';

/** What Tautulli says outside its API, and inside. */
const tautulliPages = z.union([
	z.object({status: z.string().check(z.regex(/^40[345] /)), error: z.literal(true)}),
	z.object({response: z.object({result: z.string()})}),
]);

const isTautulli = ({text, headers}: Answer): boolean => {
	if (text.length > 10_000) return false;
	try {
		return tautulliPages.safeParse(JSON.parse(text)).success;
	} catch {
		return /^CherryPy\b/i.test(headers.server ?? '');
	}
};

/** Names Tautulli where Plex was meant; null: it is not. */
export const strangerError = (transport: Transport, answer: Answer): AppError | null => {
	if (!isTautulli(answer)) return null;
	return otherError(
		transport,
		'a Tautulli',
		'plex.base_url must point to Plex itself, usually at port 32400; that of Tautulli goes into tautulli.base_url.',
	);
};
