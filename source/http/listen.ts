import type {Dispatcher} from 'undici';
import {AppError} from '../domain/app-error.ts';
import {type Attempts, headersOf, troubleOf, urlOf} from './attempt.ts';
import type {Phase} from './connection-trouble.ts';
import type {Hear, ListenRequest, Transport} from './contract.ts';
import type {Gate} from './gate.ts';
import {redirectTrouble} from './redirect-trouble.ts';
import {createEventReader, EventTooLong, type ServerEvent} from './server-events.ts';
import {serverError, statusError} from './status.ts';
import {troubleWith} from './trouble.ts';

/** An event of a kilobyte is a long one. */
const mostLength = 256 * 1024;

const noStream = /html|xml|json/i;

export type Listening = {
	readonly attempts: Attempts;
	readonly gate: Pick<Gate, 'enter' | 'answered' | 'failed'>;
	readonly hear: Hear | undefined;
};

type Opened = Dispatcher.ResponseData;

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

/** What is wrong with the head of an answer that should begin a stream; null: nothing. */
const headError = (
	server: Pick<Transport, 'where' | 'server'>,
	attempts: Attempts,
	opened: Opened,
): AppError | null => {
	const {statusCode: status, headers} = opened;
	if (status >= 300 && status < 400) {
		return redirectTrouble(attempts.address, status, one(headers.location), attempts.quote).error;
	}
	const error = statusError(server, {status, retryAfterSeconds: null});
	if (error) return error;
	if (!noStream.test(one(headers['content-type'])) && one(headers['content-encoding']) === '') return null;
	return serverError(server, 'bad-answer', 'answered with something other than a stream of events.');
};

async function* eventsOf(body: Opened['body']): AsyncGenerator<ServerEvent, void, undefined> {
	const decoder = new TextDecoder();
	const read = createEventReader(mostLength);
	for await (const chunk of body) yield* read(decoder.decode(Buffer.from(chunk), {stream: true}));
}

const errorOf = (attempts: Attempts, thrown: unknown, own: AbortSignal, phase: Phase): AppError => {
	const {address, timeoutSeconds} = attempts;
	if (thrown instanceof AppError) return thrown;
	if (thrown instanceof EventTooLong) return troubleWith(address, 'bad-answer', 'sent an event without an end.').error;
	if (!own.aborted) return troubleOf(attempts, thrown, phase).error;
	return troubleWith(address, 'timeout', `did not begin its stream within ${timeoutSeconds} s.`).error;
};

/**
 * Opens streams of events: asks, and gives each event on until the server ends the stream or the signal is aborted. It keeps
 * a connection of its own and waits in no queue, but not while the gate is shut. Throws AppErrors only.
 */
export const createListen = ({attempts, gate, hear}: Listening): Transport['listen'] => {
	const {address} = attempts;

	const open = async ({path, query, headers}: ListenRequest, controller: AbortController): Promise<Opened> => {
		const request = {method: 'GET', path, query, headers} as const;
		const startedAt = performance.now();
		const timer = setTimeout(() => controller.abort(), attempts.timeoutSeconds * 1000);
		let opened: Opened | null = null;
		try {
			const {origin, pathname, search} = urlOf(address, request);
			opened = await (await attempts.agent()).request({
				origin,
				path: `${pathname}${search}`,
				method: 'GET',
				headers: headersOf(attempts, request),
				signal: controller.signal,
			});
			return opened;
		} finally {
			clearTimeout(timer);
			const ms = Math.round(performance.now() - startedAt);
			attempts.heardDate(one(opened?.headers.date), ms);
			hear?.request({server: address.server, asked: path, status: opened?.statusCode ?? null, ms, bytes: null});
		}
	};

	const begin = async (request: ListenRequest, controller: AbortController): Promise<Opened> => {
		const topic = {kind: request.path, key: `listen ${request.path}`};
		const entry = await gate.enter(topic, request.signal);
		try {
			const opened = await open(request, controller);
			// Whoever leaves early leaves a body behind that is cut off.
			opened.body.on('error', () => {});
			const error = headError({server: address.server, where: address.where}, attempts, opened);
			if (error) throw error;
			gate.answered(topic);
			return opened;
		} catch (thrown) {
			request.signal.throwIfAborted();
			const error = errorOf(attempts, thrown, controller.signal, 'headers');
			// A path that is refused says nothing of the server as a whole.
			throw error.code === 'unreachable' ? gate.failed(topic, 'away', error) : error;
		} finally {
			entry.leave();
		}
	};

	async function* streamed(request: ListenRequest, controller: AbortController) {
		const {body} = await begin(request, controller);
		try {
			yield* eventsOf(body);
		} catch (thrown) {
			request.signal.throwIfAborted();
			throw errorOf(attempts, thrown, controller.signal, 'body');
		}
	}

	return async function* listen(request) {
		const controller = new AbortController();
		const cancel = (): void => controller.abort();
		request.signal.addEventListener('abort', cancel, {once: true});
		try {
			request.signal.throwIfAborted();
			yield* streamed(request, controller);
		} catch (error) {
			if (request.signal.aborted) throw new AppError('cancelled', 'Cancelled.', {server: address.server});
			throw error;
		} finally {
			request.signal.removeEventListener('abort', cancel);
			controller.abort();
		}
	};
};
