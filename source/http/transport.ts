import {AppError} from '../domain/app-error.ts';
import {parseAddress} from './address.ts';
import {attempt} from './attempt.ts';
import {openConnections} from './connections.ts';
import type {Answer, Transport, TransportOptions, TransportRequest} from './contract.ts';
import {ownHeaders, secretsOf} from './headers.ts';
import {createQueue} from './queue.ts';
import {quoteText} from './quote.ts';
import {backoffMs, pause as realPause, tryAgain} from './retry.ts';
import {createSharing} from './share.ts';

const defaultRetries = 2;

/** Two requests with the same key are the same question. */
const keyOf = ({share, method, path, query, form, headers}: TransportRequest): string | symbol =>
	share === false ? Symbol('unshared') : JSON.stringify([method, path, query, form, headers]);

/**
 * Opens the way to one server: a queue (2 at a time, history 1), one answer for equal questions in flight, retries with
 * growing pauses, limits of time and size, and errors in plain words. Throws `config` for an address, header or
 * certificate file that cannot be used.
 *
 * After a question that could not reach the server, the next ones are tried once only until one gets through: while a
 * server is away it is the pollers who decide when to ask again.
 */
export const createTransport = (options: TransportOptions): Transport => {
	const {server, maxParallel = 2, pause = realPause, timeoutSeconds} = options;
	const address = parseAddress(server, options.baseUrl);
	const headers = ownHeaders(options, address);
	const ownSecrets = secretsOf(headers);
	const agent = openConnections(options, maxParallel);
	const queue = createQueue(maxParallel);
	const share = createSharing<Answer>();
	const quote = (text: string, secrets: readonly string[] = []): string => quoteText(text, [...ownSecrets, ...secrets]);
	const attempts = {address, agent, headers, quote, timeoutSeconds};
	let isAway = false;

	const ask = async (request: TransportRequest, signal: AbortSignal): Promise<Answer> => {
		const outcome = await tryAgain(
			() => attempt(attempts, request, signal),
			isAway ? 0 : (request.retries ?? defaultRetries),
			failures => pause(backoffMs(failures, Math.random()), signal),
		);
		isAway = 'error' in outcome && (outcome.error.code === 'unreachable' || outcome.error.code === 'timeout');
		if ('error' in outcome) throw outcome.error;
		return outcome.answer;
	};

	const send = async (request: TransportRequest): Promise<Answer> => {
		try {
			return await share(keyOf(request), request.signal, signal =>
				queue(request.lane, signal, () => ask(request, signal)),
			);
		} catch (error) {
			if (request.signal?.aborted) throw new AppError('cancelled', 'Cancelled.', {server});
			throw error;
		}
	};

	const close = async (): Promise<void> => {
		await agent.destroy();
	};

	return {server, where: address.where, timeoutSeconds, send, quote, close};
};
