import type {OpenRequest} from '../open/configure.ts';
import type {Question} from '../questions/questions.ts';
import type {OpenSources, Sources} from '../questions/sources.ts';
import type {Answer, Ask, FromEngine, Port, ToEngine} from './protocol.ts';
import {packTrouble} from './trouble.ts';

const answerOne = async <Q extends Question>(
	sources: Sources,
	{id, question, query}: Ask<Q>,
	signal: AbortSignal,
): Promise<Answer<Q>> => ({type: 'answer', id, question, value: await sources[question](query, signal)});

/**
 * Opens what the other side asks for, then answers its questions, each cancellable by its id. Questions that come before
 * the opening ends wait for it. Resolves when the other side has asked to close, or is `gone`, and everything is closed.
 */
export const serve = (
	port: Port<FromEngine, ToEngine>,
	open: (request: OpenRequest) => Promise<OpenSources>,
	gone: Promise<void>,
): Promise<void> =>
	new Promise(resolve => {
		const running = new Map<number, AbortController>();
		const requested = Promise.withResolvers<OpenRequest>();
		const opening = requested.promise.then(open);
		/** Told before any question is begun: one that ends the engine must not look like an engine that cannot open. */
		const told = opening.then(async opened => {
			opened.listen(event => port.post({type: 'event', event}));
			const {logFile} = await opened.sources.settings(null);
			port.post({type: 'opened', logFile});
			return opened.sources;
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

		const close = async (): Promise<void> => {
			for (const controller of running.values()) controller.abort();
			// Nothing was asked for yet, so nothing is open.
			requested.reject(new Error('The screen has gone.'));
			const opened = await opening.catch(() => undefined);
			await opened?.close();
			resolve();
		};

		port.onMessage(message => {
			if (message.type === 'open') requested.resolve(message.request);
			else if (message.type === 'ask') void answer(message);
			else if (message.type === 'cancel') running.get(message.id)?.abort();
			else void close();
		}, close);
		void gone.then(close);
	});
