import {setFlagsFromString} from 'node:v8';
import {Worker} from 'node:worker_threads';
import type {OpenRequest} from '../open/from-process.ts';
import type {OpenSources} from '../sources.ts';
import type {FromEngine, ToEngine} from './protocol.ts';
import {connect} from './proxy.ts';

/**
 * Without limits V8 lets rubbish pile up as far as the machine has memory; with them it clears away earlier. The engine
 * itself holds at most a page of history and what its panes show: some tens of megabytes.
 */
const resourceLimits = {maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128};

/** A run that hangs must not keep the user from leaving. */
const closeWithinMs = 3000;

/**
 * Starts the engine on a thread of its own. Resolves when it is open; rejects with its AppError when it could not open.
 * When the thread dies, every open question ends with its error. `signal` ends a thread that has not opened yet.
 */
export const startEngine = async (request: OpenRequest, signal: AbortSignal): Promise<OpenSources> => {
	// Both threads then clear their rubbish away early, instead of growing with the machine's memory.
	setFlagsFromString('--semi-space-growth-factor=1');
	// The bundle puts the worker beside this file; see tools/build.mjs.
	const worker = new Worker(new URL('./engine.js', import.meta.url), {workerData: request, resourceLimits});
	const {opening, fail} = connect({
		post: (message: ToEngine) => worker.postMessage(message),
		onMessage: handler => worker.on('message', (message: FromEngine) => handler(message)),
	});
	worker.on('error', fail);
	worker.on('exit', () => fail(new Error('The engine has stopped.')));
	const giveUp = (): void => void worker.terminate();
	signal.addEventListener('abort', giveUp, {once: true});
	const opened = await opening.catch(async (error: unknown) => {
		await worker.terminate();
		throw error;
	});
	signal.removeEventListener('abort', giveUp);
	return {
		...opened,
		close: async () => {
			const timer = setTimeout(() => void worker.terminate(), closeWithinMs);
			await opened.close();
			clearTimeout(timer);
			await worker.terminate();
		},
	};
};
