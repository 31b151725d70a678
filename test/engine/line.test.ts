import {setImmediate as turn} from 'node:timers/promises';
import {MessageChannel} from 'node:worker_threads';
import {afterEach, expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {FromEngine, ToEngine} from '../../source/engine/protocol.ts';
import {connect} from '../../source/engine/proxy.ts';
import {serve} from '../../source/engine/serve.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../source/sources.ts';

const refuse = (): Promise<never> => Promise.reject(new AppError('not-found', 'Nobody asked for this here.'));

const silent: Sources = {
	settings: refuse,
	activity: refuse,
	hours: refuse,
	days: refuse,
	types: refuse,
	peaks: refuse,
	users: refuse,
	libraries: refuse,
	history: refuse,
	itemStats: refuse,
	servers: refuse,
	ping: refuse,
	board: refuse,
	trend: refuse,
	truePeaks: refuse,
	mirrored: refuse,
	adoptedPlays: refuse,
	runs: refuse,
	events: refuse,
	local: refuse,
	collect: refuse,
	sync: refuse,
	adopt: refuse,
	backup: refuse,
};

const opened = (sources: Partial<Sources> = {}): OpenSources & {emit: (event: SourcesEvent) => void} => {
	const listeners = new Set<(event: SourcesEvent) => void>();
	return {
		sources: {...silent, ...sources},
		listen: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => Promise.resolve(),
		emit: event => {
			for (const listener of listeners) listener(event);
		},
	};
};

const channels: MessageChannel[] = [];

/** Both ends on one thread, with a real channel between them: values are cloned as between threads. */
const line = (opening: Promise<OpenSources>): ReturnType<typeof connect> => {
	const channel = new MessageChannel();
	channels.push(channel);
	void serve(
		{
			post: (message: FromEngine) => channel.port1.postMessage(message),
			onMessage: handler => channel.port1.on('message', (message: ToEngine) => handler(message)),
		},
		opening,
	);
	return connect({
		post: message => channel.port2.postMessage(message),
		onMessage: handler => channel.port2.on('message', (message: FromEngine) => handler(message)),
	});
};

afterEach(() => {
	for (const channel of channels.splice(0)) channel.port1.close();
});

test('an answer comes back to its question', async () => {
	const {sources} = await line(
		Promise.resolve(
			opened({
				hours: ({days}) => Promise.resolve({categories: [String(days)], series: []}),
				runs: ({limit}) => Promise.resolve(limit === 0 ? [] : []),
			}),
		),
	).opening;
	const asked = [7, 30, 90].map(days => sources.hours({days, yAxis: 'plays'}));
	expect((await Promise.all(asked)).map(graph => graph.categories)).toEqual([['7'], ['30'], ['90']]);
});

test('an AppError arrives as an AppError with its hint', async () => {
	const error = new AppError('unauthorized', 'Tautulli refused the key.', {hint: 'Copy it again.', server: 'tautulli'});
	const {sources} = await line(Promise.resolve(opened({activity: () => Promise.reject(error)}))).opening;
	await expect(sources.activity(null)).rejects.toMatchObject({
		code: 'unauthorized',
		hint: 'Copy it again.',
		server: 'tautulli',
	});
});

test('a bug arrives as an Error with the other stack', async () => {
	const {sources} = await line(Promise.resolve(opened({activity: () => Promise.reject(new TypeError('broken'))})))
		.opening;
	const caught: unknown = await sources.activity(null).catch((error: unknown) => error);
	expect(caught).toBeInstanceOf(Error);
	expect(caught).not.toBeInstanceOf(AppError);
	expect(String(caught)).toContain('broken');
});

test('an abort ends the question at both ends', async () => {
	const seen = Promise.withResolvers<AbortSignal>();
	const {sources} = await line(
		Promise.resolve(
			opened({
				activity: (_, signal) =>
					new Promise((_resolve, reject) => {
						if (!signal) return;
						seen.resolve(signal);
						signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
					}),
			}),
		),
	).opening;
	const controller = new AbortController();
	const asked = sources.activity(null, controller.signal);
	const there = await seen.promise;
	controller.abort();
	await expect(asked).rejects.toMatchObject({code: 'cancelled'});
	while (!there.aborted) await turn();
	expect(there.aborted).toBe(true);
});

test('events reach the listeners until they stop listening', async () => {
	const engine = opened({local: refuse});
	const proxy = await line(Promise.resolve(engine)).opening;
	const heard: string[] = [];
	const stop = proxy.listen(event => heard.push(event.type));
	engine.emit({type: 'stored'});
	await proxy.sources.local(null).catch(() => undefined);
	stop();
	engine.emit({type: 'stored'});
	await proxy.sources.local(null).catch(() => undefined);
	expect(heard).toEqual(['stored']);
});

test('a failed opening rejects with its AppError', async () => {
	const failing = Promise.reject(new AppError('config', 'config.yaml, line 3: no such key.'));
	await expect(line(failing).opening).rejects.toMatchObject({code: 'config'});
});

test('when the engine is gone, every open question ends', async () => {
	const connection = line(Promise.resolve(opened({activity: () => new Promise(() => undefined)})));
	const {sources} = await connection.opening;
	const asked = sources.activity(null);
	connection.fail(new Error('the engine stopped'));
	await expect(asked).rejects.toThrow('the engine stopped');
});
