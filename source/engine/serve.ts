import {cutOff} from '../domain/cut-off.ts';
import type {Question} from '../questions/questions.ts';
import type {Sources, SourcesEvent} from '../questions/sources.ts';
import type {Answer, Ask, FromEngine, Port, ToEngine} from './protocol.ts';
import {packTrouble} from './trouble.ts';

/** What an engine has for one screen, once it is open. */
export type Served = {
	readonly sources: Sources;
	readonly listen: (listener: (event: SourcesEvent) => void) => () => void;
	/** Where a crash is reported; null: nowhere. */
	readonly logFile: string | null;
};

const answerOne = async <Q extends Question>(
	sources: Sources,
	{id, question, query}: Ask<Q>,
	signal: AbortSignal,
): Promise<Answer<Q>> => ({type: 'answer', id, question, value: await sources[question](query, signal)});

/**
 * Answers the questions of one screen, each cancellable by its id. Questions that come before `opening` ends wait for it.
 * Resolves when the screen has asked to close, or is `gone`; what it had asked for is cancelled then.
 */
export const serve = (port: Port<FromEngine, ToEngine>, opening: Promise<Served>, gone: Promise<void>): Promise<void> =>
	new Promise(resolve => {
		const running = new Map<number, AbortController>();
		let unlisten = (): void => {};
		let hasLeft = false;
		/** Told before any question is begun: one that ends the engine must not look like an engine that cannot open. */
		const told = opening.then(({sources, listen, logFile}) => {
			if (!hasLeft) unlisten = listen(event => port.post({type: 'event', event}));
			port.post({type: 'opened', logFile});
			return sources;
		});
		told.catch((thrown: unknown) => port.post({type: 'failed', trouble: packTrouble(thrown)}));

		const answer = async <Q extends Question>(ask: Ask<Q>): Promise<void> => {
			const controller = new AbortController();
			running.set(ask.id, controller);
			try {
				port.post(await answerOne(await told, ask, controller.signal));
			} catch (thrown) {
				port.post({type: 'trouble', id: ask.id, trouble: packTrouble(thrown)});
			} finally {
				running.delete(ask.id);
			}
		};

		const close = (): void => {
			hasLeft = true;
			unlisten();
			for (const controller of running.values()) controller.abort(cutOff());
			resolve();
		};

		port.onMessage(message => {
			if (message.type === 'ask') void answer(message);
			else if (message.type === 'cancel') running.get(message.id)?.abort();
			else if (message.type === 'close') close();
		}, close);
		void gone.then(close);
	});
