import {setImmediate as turn} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {keepEngine} from '../../source/engine/keep.ts';
import {serve} from '../../source/engine/serve.ts';
import {allAnswers} from '../../source/questions/answers.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../source/questions/sources.ts';
import {fakeSettings} from '../helpers/fake-sources.ts';
import {fakeEngines, request} from './fake-engines.ts';

const silent = allAnswers(() => Promise.reject(new AppError('not-found', 'Nobody asked for this here.')));

const settings = () => Promise.resolve(fakeSettings);

const opened = (sources: Partial<Sources> = {}): OpenSources & {emit: (event: SourcesEvent) => void} => {
	const listeners = new Set<(event: SourcesEvent) => void>();
	return {
		sources: {...silent, settings, ...sources},
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

/** A screen and an engine in one process, with a real stream between them. */
const line = (opening: Promise<OpenSources>) => {
	const serving = opening.then(({sources, listen}) => ({sources, listen, logFile: null}));
	const engines = fakeEngines(port => void serve(port, serving, new Promise(() => undefined)));
	return keepEngine(request, engines.options);
};

test('an answer comes back to its question', async () => {
	const {sources} = line(
		Promise.resolve(
			opened({
				itemStats: ({days}) => Promise.resolve({days, plays: days, playedSeconds: 0, users: null}),
				runs: ({limit}) => Promise.resolve(limit === 0 ? [] : []),
			}),
		),
	);
	const asked = [7, 30, 90].map(days => sources.itemStats({ratingKey: '1', days}));
	expect((await Promise.all(asked)).map(({plays}) => plays)).toEqual([7, 30, 90]);
});

test('an AppError arrives as an AppError with its hint', async () => {
	const error = new AppError('unauthorized', 'Tautulli refused the key.', {hint: 'Copy it again.', server: 'tautulli'});
	const {sources} = line(Promise.resolve(opened({activity: () => Promise.reject(error)})));
	await expect(sources.activity(null)).rejects.toMatchObject({
		code: 'unauthorized',
		hint: 'Copy it again.',
		server: 'tautulli',
	});
});

test('a bug arrives as an Error with the other stack', async () => {
	const {sources} = line(Promise.resolve(opened({activity: () => Promise.reject(new TypeError('broken'))})));
	const caught: unknown = await sources.activity(null).catch((error: unknown) => error);
	expect(caught).toBeInstanceOf(Error);
	expect(caught).not.toBeInstanceOf(AppError);
	expect(String(caught)).toContain('broken');
});

test('an abort ends the question at both ends', async () => {
	const seen = Promise.withResolvers<AbortSignal>();
	const {sources} = line(
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
	);
	const controller = new AbortController();
	const asked = sources.activity(null, controller.signal);
	const there = await seen.promise;
	controller.abort();
	await expect(asked).rejects.toMatchObject({code: 'cancelled'});
	while (!there.aborted) await turn();
	expect(there.aborted).toBe(true);
});

test('events reach the listeners until they stop listening', async () => {
	const engine = opened({local: silent.local});
	const proxy = line(Promise.resolve(engine));
	await proxy.opening;
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
