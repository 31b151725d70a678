import * as z from 'zod/mini';
import type {AppError} from '../domain/app-error.ts';
import type {Answer, Transport, Verdict} from '../http/contract.ts';
import type {Standing} from '../http/gate.ts';
import {parseJson} from '../http/json.ts';
import {serverError, statusError} from '../http/status.ts';
import {envelopeError} from './envelope-error.ts';
import type {Command} from './known-commands.ts';
import {strangerError} from './stranger.ts';

const envelope = z.object({
	response: z.object({result: z.string(), message: z.nullish(z.string()), data: z.optional(z.unknown())}),
});

/** What an answer without Tautulli's envelope says: its own error pages, a proxy's, or another program altogether. */
const standingOf = (answer: Answer, error: AppError): Standing => {
	if (error.code === 'unauthorized') return 'refused';
	return answer.status === 429 ? 'away' : 'doubtful';
};

const withoutEnvelope = (transport: Transport, answer: Answer, otherwise: AppError): Verdict => {
	const error = strangerError(transport, answer) ?? statusError(transport, answer) ?? otherwise;
	return {standing: standingOf(answer, error), error};
};

const notTautulli = (transport: Transport): AppError =>
	serverError(transport, 'bad-answer', 'answered with JSON that is not Tautulli’s.', {
		hint: 'tautulli.base_url may point to another program.',
	});

/**
 * Unwraps the envelope of an answer. One with an error in it means that Tautulli is there, whatever the status; only what
 * lacks the envelope, or refuses the key, is the trouble of every question.
 */
export const judge = (transport: Transport, command: Command, answer: Answer): Verdict => {
	const json = parseJson(transport, answer);
	if ('error' in json) return withoutEnvelope(transport, answer, json.error);
	const wrapped = envelope.safeParse(json.data);
	if (!wrapped.success) return withoutEnvelope(transport, answer, notTautulli(transport));
	const {result, message, data} = wrapped.data.response;
	if (answer.status === 200 && result === 'success') return {standing: 'up', data};
	const error = envelopeError(transport, command, answer, message ? transport.quote(message) : '');
	return {standing: error.code === 'unauthorized' ? 'refused' : 'up', error};
};
