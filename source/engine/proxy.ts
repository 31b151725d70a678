import {AppError} from '../domain/app-error.ts';
import type {AnswerOf, OpenSources, QueryOf, Question, Sources, SourcesEvent} from '../sources.ts';
import type {Answer, FromEngine, Port, ToEngine} from './protocol.ts';
import {unpackTrouble} from './trouble.ts';

type Settle = {readonly answer: (message: Answer<Question>) => void; readonly reject: (error: Error) => void};

const isAnswerTo = <Q extends Question>(message: Answer<Question>, question: Q): message is Answer<Q> =>
	message.question === question;

const cancelled = (): AppError => new AppError('cancelled', 'The question was cancelled.');

export type Connection = {
	/** Resolves when the engine is open; rejects with its AppError when it could not open. */
	readonly opening: Promise<OpenSources>;
	/** Ends every open question with `error`: the engine is gone. */
	readonly fail: (error: Error) => void;
};

/** The dashboard's side of the line: what it asks is answered by `serve` on the other thread. */
export const connect = (port: Port<ToEngine, FromEngine>): Connection => {
	const settles = new Map<number, Settle>();
	const listeners = new Set<(event: SourcesEvent) => void>();
	const opened = Promise.withResolvers<OpenSources>();
	const closed = Promise.withResolvers<void>();
	let lastId = 0;

	const ask = <Q extends Question>(question: Q, query: QueryOf<Q>, signal?: AbortSignal): Promise<AnswerOf<Q>> => {
		if (signal?.aborted) return Promise.reject(cancelled());
		lastId += 1;
		const id = lastId;
		return new Promise<AnswerOf<Q>>((resolve, reject) => {
			const cancel = (): void => {
				port.post({type: 'cancel', id});
				settles.delete(id);
				reject(cancelled());
			};
			const settled = (): void => {
				signal?.removeEventListener('abort', cancel);
				settles.delete(id);
			};
			settles.set(id, {
				answer: message => {
					settled();
					if (isAnswerTo(message, question)) resolve(message.value);
				},
				reject: error => {
					settled();
					reject(error);
				},
			});
			signal?.addEventListener('abort', cancel, {once: true});
			port.post({type: 'ask', id, question, query});
		});
	};

	const fail = (error: Error): void => {
		for (const settle of [...settles.values()]) settle.reject(error);
		opened.reject(error);
		closed.resolve();
	};

	const proxy: OpenSources = {
		sources: askers(ask),
		listen: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => {
			port.post({type: 'close'});
			return closed.promise;
		},
	};

	port.onMessage(message => {
		if (message.type === 'opened') opened.resolve(proxy);
		else if (message.type === 'failed') opened.reject(unpackTrouble(message.trouble));
		else if (message.type === 'answer') settles.get(message.id)?.answer(message);
		else if (message.type === 'trouble') settles.get(message.id)?.reject(unpackTrouble(message.trouble));
		else if (message.type === 'event') for (const listener of listeners) listener(message.event);
		else closed.resolve();
	});

	return {opening: opened.promise, fail};
};

type AskAny = <Q extends Question>(question: Q, query: QueryOf<Q>, signal?: AbortSignal) => Promise<AnswerOf<Q>>;

/** Spelled out, so that the compiler sees when a question is missing here. */
const askers = (ask: AskAny): Sources => ({
	settings: (query, signal) => ask('settings', query, signal),
	activity: (query, signal) => ask('activity', query, signal),
	hours: (query, signal) => ask('hours', query, signal),
	days: (query, signal) => ask('days', query, signal),
	types: (query, signal) => ask('types', query, signal),
	peaks: (query, signal) => ask('peaks', query, signal),
	users: (query, signal) => ask('users', query, signal),
	libraries: (query, signal) => ask('libraries', query, signal),
	history: (query, signal) => ask('history', query, signal),
	itemStats: (query, signal) => ask('itemStats', query, signal),
	servers: (query, signal) => ask('servers', query, signal),
	ping: (query, signal) => ask('ping', query, signal),
	board: (query, signal) => ask('board', query, signal),
	trend: (query, signal) => ask('trend', query, signal),
	truePeaks: (query, signal) => ask('truePeaks', query, signal),
	mirrored: (query, signal) => ask('mirrored', query, signal),
	adoptedPlays: (query, signal) => ask('adoptedPlays', query, signal),
	runs: (query, signal) => ask('runs', query, signal),
	events: (query, signal) => ask('events', query, signal),
	local: (query, signal) => ask('local', query, signal),
	collect: (query, signal) => ask('collect', query, signal),
	sync: (query, signal) => ask('sync', query, signal),
	adopt: (query, signal) => ask('adopt', query, signal),
	backup: (query, signal) => ask('backup', query, signal),
});
