import {AppError} from '../domain/app-error.ts';
import {parseAddress} from './address.ts';
import {attempt, type Outcome} from './attempt.ts';
import {openConnections} from './connections.ts';
import type {Judged, Transport, TransportOptions, TransportRequest} from './contract.ts';
import {createGate, type Entry, type Standing, type Topic} from './gate.ts';
import {ownHeaders} from './headers.ts';
import {createListen} from './listen.ts';
import {createQueue} from './queue.ts';
import {quoteText} from './quote.ts';
import {backoffMs, pause as realPause, retriesAfter, tryAgain} from './retry.ts';
import {createServerClock} from './server-clock.ts';
import {createSharing} from './share.ts';
import {createUnderway} from './underway.ts';

const defaultRetries = 2;

/** Who listens keeps a connection: it takes none from the questions. */
const listeners = 1;

/** Two requests with the same key are the same question. */
const topicOf = ({method, path, name, query, form, headers}: TransportRequest): Topic => ({
	// Ids in a path do not make another kind.
	kind: name ?? path.replace(/\d+/g, '*'),
	key: JSON.stringify([method, path, query, form, headers]),
});

/**
 * Opens the way to one server: a gate that shuts while it is away, a queue (2 at a time, history 1), one answer for equal
 * questions in flight, retries with growing pauses, limits of time and size, and errors in plain words. Throws `config`
 * for an address, header or certificate file that cannot be used.
 */
export const createTransport = (options: TransportOptions): Transport => {
	const {server, maxParallel = 2, pause = realPause, timeoutSeconds, hear} = options;
	const clock = options.clock ?? (() => performance.now());
	const address = parseAddress(server, options.baseUrl);
	const connections = openConnections(options, maxParallel + listeners);
	const queue = createQueue(maxParallel);
	const retryQueue = createQueue(1);
	const share = createSharing<Judged>();
	const gate = createGate(clock);
	const underway = createUnderway();
	const {heardDate, aheadSeconds} = createServerClock();
	let hasAnswered = false;
	const attempts = {
		address,
		agent: connections.agent,
		headers: ownHeaders(options, address),
		quote: quoteText,
		timeoutSeconds,
		heardDate,
	};

	const tryOnce = async (request: TransportRequest, signal: AbortSignal): Promise<Outcome> => {
		const startedAt = performance.now();
		const outcome = await underway.run(request, signal, signals => attempt(attempts, request, signals));
		const answer = 'error' in outcome ? null : outcome.answer;
		hasAnswered ||= answer !== null;
		hear?.request({
			server,
			asked: request.name ?? request.path,
			status: answer?.status ?? null,
			ms: Math.round(performance.now() - startedAt),
			bytes: answer?.bytes ?? null,
		});
		return outcome;
	};

	const failure = (
		{name, path}: TransportRequest,
		topic: Topic,
		standing: 'up' | Standing,
		error: AppError,
	): AppError => {
		if (error.code === 'cancelled') return error;
		hear?.failed(name ?? path, error);
		if (standing !== 'up') return gate.failed(topic, standing, error);
		gate.answered(topic);
		return error;
	};

	const settle = (request: TransportRequest, topic: Topic, outcome: Outcome): Judged => {
		if ('error' in outcome) {
			// A connection that fails is the server's trouble; whatever else is wrong may be that of one question.
			const standing = outcome.error.code === 'unreachable' ? 'away' : 'doubtful';
			throw failure(request, topic, standing, outcome.error);
		}
		const verdict = request.judge?.(outcome.answer) ?? {standing: 'up', data: undefined};
		if ('error' in verdict) throw failure(request, topic, verdict.standing, verdict.error);
		gate.answered(topic);
		return {...outcome.answer, data: verdict.data};
	};

	const ask = async (request: TransportRequest, topic: Topic, entry: Entry, signal: AbortSignal): Promise<Judged> => {
		// What the server is tried with keeps the others waiting: it has the usual time, whatever it may take else.
		const bounded = entry.isTrial ? {...request, timeoutSeconds} : request;
		const first = await tryOnce(bounded, signal);
		const most = entry.mayRetry ? (request.retries ?? defaultRetries) : 0;
		const retries = retriesAfter(first, most, hasAnswered);
		if (retries === 0) return settle(request, topic, first);
		// One question tries again for all: where its tries come to nothing, the others need not do so too.
		return retryQueue(undefined, signal, async () => {
			if (gate.isDoubted()) return settle(request, topic, first);
			const wait = (failures: number): Promise<void> => pause(backoffMs(failures, Math.random()), signal);
			return settle(request, topic, await tryAgain(first, () => tryOnce(request, signal), retries, wait));
		});
	};

	const enter = async (request: TransportRequest, topic: Topic, signal: AbortSignal): Promise<Judged> => {
		const entry = await gate.enter(topic, signal);
		try {
			return await ask(request, topic, entry, signal);
		} finally {
			entry.leave();
		}
	};

	const send = async (request: TransportRequest): Promise<Judged> => {
		const topic = topicOf(request);
		try {
			return await share(request.share === false ? Symbol('unshared') : topic.key, request.signal, signal =>
				queue(request.lane, signal, () => enter(request, topic, signal)),
			);
		} catch (error) {
			if (request.signal?.aborted) throw new AppError('cancelled', 'Cancelled.', {server});
			throw error;
		}
	};

	return {
		server,
		where: address.where,
		timeoutSeconds,
		send,
		listen: createListen({attempts, gate, hear}),
		quote: quoteText,
		aheadSeconds,
		reopen: () => {
			underway.restart(gate.isDoubted());
			gate.reopen();
		},
		close: connections.close,
	};
};
