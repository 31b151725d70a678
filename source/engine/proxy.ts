import {AppError} from '../domain/app-error.ts';
import {allAnswers} from '../questions/answers.ts';
import {type AnswerOf, isOrder, type QueryOf, type Question} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';
import type {Answer, Ask, ToEngine} from './protocol.ts';

type Open = {
	readonly ask: Ask<Question>;
	readonly answer: (message: Answer<Question>) => void;
	readonly reject: (error: Error) => void;
	/** Engines that had opened and ended while they had this question. */
	losses: number;
};

const isAnswerTo = <Q extends Question>(message: Answer<Question>, question: Q): message is Answer<Q> =>
	message.question === question;

const cancelled = (): AppError => new AppError('cancelled', 'The question was cancelled.');

const lostOrder = (reason: string): AppError =>
	new AppError('bad-answer', `${reason} What was under way is not finished.`, {
		hint: 'It restarts by itself; then try again.',
	});

/** A question that has ended two engines would end a third. */
const mostLosses = 2;

const harmful = (): AppError =>
	new AppError('bad-answer', 'The engine ended each time this was asked.', {
		hint: 'The log says more. r asks again.',
	});

/** Questions to an engine that may go and come back. */
export type Proxy = {
	readonly sources: Sources;
	/** There is an engine: what is open is asked, again where an engine was lost with it. */
	readonly connect: (post: (message: ToEngine) => void) => void;
	/**
	 * The engine is gone. Questions wait for the next one; orders end, since nobody knows how far they came. One that never
	 * opened had not begun with any question, so none of them has ended it.
	 */
	readonly disconnect: (reason: string, wasOpen: boolean) => void;
	readonly answer: (message: Answer<Question>) => void;
	readonly reject: (id: number, error: Error) => void;
	/** Ends every open question: no engine comes back. */
	readonly fail: (error: Error) => void;
};

/** The screen's side of the line: what it asks is answered by `serve` in the engine. */
export const createProxy = (): Proxy => {
	const open = new Map<number, Open>();
	let post: ((message: ToEngine) => void) | null = null;
	let end: Error | null = null;
	let lastId = 0;

	const ask = <Q extends Question>(question: Q, query: QueryOf<Q>, signal?: AbortSignal): Promise<AnswerOf<Q>> => {
		if (signal?.aborted) return Promise.reject(cancelled());
		if (end) return Promise.reject(end);
		lastId += 1;
		const id = lastId;
		return new Promise<AnswerOf<Q>>((resolve, reject) => {
			const cancel = (): void => {
				post?.({type: 'cancel', id});
				open.delete(id);
				reject(cancelled());
			};
			const settled = (): void => {
				signal?.removeEventListener('abort', cancel);
				open.delete(id);
			};
			const asked: Ask<Question> = {type: 'ask', id, question, query};
			open.set(id, {
				ask: asked,
				losses: 0,
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
			post?.(asked);
		});
	};

	const lose = (question: Open, reason: string, wasOpen: boolean): void => {
		if (wasOpen) question.losses += 1;
		if (isOrder(question.ask.question)) question.reject(lostOrder(reason));
		else if (question.losses >= mostLosses) question.reject(harmful());
	};

	return {
		sources: allAnswers(ask),
		connect: next => {
			post = next;
			for (const question of open.values()) next(question.ask);
		},
		disconnect: (reason, wasOpen) => {
			// What was asked while there was no engine did not end one.
			if (post) for (const question of [...open.values()]) lose(question, reason, wasOpen);
			post = null;
		},
		answer: message => open.get(message.id)?.answer(message),
		reject: (id, error) => open.get(id)?.reject(error),
		fail: error => {
			end = error;
			post = null;
			for (const question of [...open.values()]) question.reject(error);
		},
	};
};
