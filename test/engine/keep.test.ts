import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {EngineTrouble} from '../../source/domain/engine-trouble.ts';
import {keepEngine} from '../../source/engine/keep.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {fakeEngines, request} from './fake-engines.ts';

beforeEach(
	() => void vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance']}),
);
afterEach(() => void vi.useRealTimers());

/** Lets what was posted arrive. */
const arrive = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

const begin = async () => {
	const {engines, reports, options} = fakeEngines();
	const engine = keepEngine(request, options);
	const troubles: Array<EngineTrouble | null> = [];
	engine.listen(event => event.type === 'engine' && troubles.push(event.trouble));
	await arrive();
	const last = () => {
		const found = engines.at(-1);
		if (!found) throw new Error('no engine was started');
		return found;
	};
	const open = async (): Promise<void> => {
		last().say({type: 'opened', logFile: '/var/log/tautop.log'});
		await arrive();
	};
	const die = async (reason: string): Promise<void> => {
		last().end({reason, said: 'a stack'});
		await arrive();
		await vi.advanceTimersByTimeAsync(0);
		await arrive();
	};
	return {engine, engines, reports, troubles, last, open, die};
};

const asksOf = (heard: ReadonlyArray<{type: string}>): string[] =>
	heard
		.filter(({type}) => type !== 'open')
		.map(message => ('question' in message ? String(message.question) : message.type));

test('it is asked to open before anything else, and questions need not wait for that', async () => {
	const {engine, last} = await begin();
	void engine.sources.local(null);
	await arrive();
	expect(last().heard[0]).toEqual({type: 'open', request});
	expect(asksOf(last().heard)).toEqual(['local']);
});

test('an engine that ends is told, reported and started anew, and what was asked is asked again', async () => {
	const {engine, engines, reports, troubles, last, open, die} = await begin();
	await open();
	const asked = engine.sources.events({limit: 3});
	await die('The engine was ended by SIGKILL.');
	expect(troubles).toEqual([{since: fakeNow, reason: 'The engine was ended by SIGKILL.', retryAt: fakeNow}]);
	expect(reports).toEqual([['/var/log/tautop.log', 'The engine was ended by SIGKILL.', 'a stack']]);
	expect(engines).toHaveLength(2);
	expect(asksOf(last().heard)).toEqual(['events']);
	await open();
	expect(troubles.at(-1)).toBeNull();
	last().say({type: 'answer', id: 1, question: 'events', value: []});
	await expect(asked).resolves.toEqual([]);
});

test('a run under way is not begun again: it ends with a sentence', async () => {
	const {engine, last, open, die} = await begin();
	await open();
	const collecting = engine.sources.collect({scope: 'all', names: []});
	const refused = expect(collecting).rejects.toMatchObject({
		code: 'bad-answer',
		message: expect.stringContaining('SIGKILL'),
	});
	await die('The engine was ended by SIGKILL.');
	await refused;
	expect(asksOf(last().heard)).toEqual([]);
});

test('a question that ends one engine after the other is not asked a third time', async () => {
	const {engine, engines, open, die} = await begin();
	await open();
	const asked = engine.sources.activity(null);
	const refused = expect(asked).rejects.toMatchObject({code: 'bad-answer'});
	await die('The engine ran out of memory.');
	await open();
	engines.at(-1)?.end({reason: 'The engine ran out of memory.', said: ''});
	await arrive();
	await refused;
	await vi.advanceTimersByTimeAsync(1000);
	await arrive();
	expect(engines).toHaveLength(3);
	expect(asksOf(engines.at(-1)?.heard ?? [])).toEqual([]);
});

test('engines that never open are not the fault of what is asked: their own end is told', async () => {
	const {engine, engines, die} = await begin();
	const opening = expect(engine.opening).rejects.toThrow('The engine ended by itself (status 3). a stack');
	const asked = expect(engine.sources.settings(null)).rejects.toThrow('(status 3)');
	for (const pause of [0, 1000, 0]) {
		await die('The engine ended by itself (status 3).');
		await vi.advanceTimersByTimeAsync(pause);
		await arrive();
	}
	expect(engines).toHaveLength(3);
	await opening;
	await asked;
});

test('a question survives two engines that were ended before they had opened', async () => {
	const {engine, last, open, die} = await begin();
	const asked = engine.sources.events({limit: 3});
	await die('The engine was ended by SIGKILL.');
	await die('The engine was ended by SIGKILL.');
	await vi.advanceTimersByTimeAsync(1000);
	await arrive();
	await open();
	last().say({type: 'answer', id: 1, question: 'events', value: []});
	await expect(asked).resolves.toEqual([]);
});

test('an engine that is silent for ten seconds is ended and started anew; one that beats is not', async () => {
	const {engines, troubles, last, open} = await begin();
	await open();
	for (let second = 0; second < 20; second += 2) {
		last().say({type: 'beat'});
		await arrive();
		await vi.advanceTimersByTimeAsync(2000);
	}
	expect(engines).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(engines[0]?.wasKilled()).toBe(true);
	expect(troubles[0]).toMatchObject({reason: 'The engine did not answer for 10 seconds.'});
	await vi.advanceTimersByTimeAsync(0);
	expect(engines).toHaveLength(2);
});

test('an engine that sends what is no message is ended, told and started anew', async () => {
	const {engines, reports, troubles, last, open} = await begin();
	await open();
	last().write('Hello\n');
	await arrive();
	expect(engines[0]?.wasKilled()).toBe(true);
	expect(troubles[0]).toMatchObject({reason: 'The engine sent something that is not a message.'});
	expect(reports).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(0);
	expect(engines).toHaveLength(2);
});

test('one that never says a word, or opens for too long, is told with the time that it had', async () => {
	const mute = await begin();
	await vi.advanceTimersByTimeAsync(11_000);
	expect(mute.troubles[0]).toMatchObject({reason: 'The engine did not answer for 10 seconds.'});
	const slow = await begin();
	slow.last().say({type: 'beat'});
	await arrive();
	await vi.advanceTimersByTimeAsync(61_000);
	expect(slow.troubles[0]).toMatchObject({reason: 'The engine did not answer for 60 seconds.'});
});

test('the end of an engine that was replaced already says nothing', async () => {
	const {engines, troubles, open, die} = await begin();
	await open();
	await die('The engine was ended by SIGKILL.');
	await open();
	engines[0]?.end({reason: 'The engine was ended by SIGKILL.', said: ''});
	await arrive();
	expect(engines).toHaveLength(2);
	expect(troubles).toHaveLength(2);
});

test('where the first one cannot be opened, its error ends everything', async () => {
	const {engine, engines, last} = await begin();
	const asked = expect(engine.sources.local(null)).rejects.toMatchObject({code: 'config'});
	const opening = expect(engine.opening).rejects.toMatchObject({
		code: 'config',
		message: 'config.yaml, line 3: no such key.',
	});
	last().say({
		type: 'failed',
		trouble: {
			error: {
				code: 'config',
				message: 'config.yaml, line 3: no such key.',
				hint: null,
				server: null,
				retryAfterSeconds: null,
			},
		},
	});
	await opening;
	await asked;
	expect(last().wasKilled()).toBe(true);
	expect(engines).toHaveLength(1);
});

test('a later one that cannot be opened is tried again', async () => {
	const {engines, troubles, last, open, die} = await begin();
	await open();
	await die('The engine was ended by SIGKILL.');
	last().say({
		type: 'failed',
		trouble: {
			error: {code: 'store', message: 'The database is locked.', hint: null, server: null, retryAfterSeconds: null},
		},
	});
	await arrive();
	expect(troubles.at(-1)).toMatchObject({reason: 'The database is locked.', retryAt: fakeNow + 1});
	await vi.advanceTimersByTimeAsync(1000);
	expect(engines).toHaveLength(3);
});

test('leaving waits for an engine that closes, and ends one that does not', async () => {
	const {engine, last, open} = await begin();
	await open();
	const closing = engine.close();
	await arrive();
	expect(last().heard.at(-1)).toEqual({type: 'close'});
	await vi.advanceTimersByTimeAsync(450);
	await closing;
	expect(last().wasKilled()).toBe(true);
});

test('leaving lets go of an engine that others have too, also where that is heard only then', async () => {
	for (const isHeardBefore of [true, false]) {
		const {engine, last, open} = await begin();
		await open();
		if (isHeardBefore) last().say({type: 'shared', isShared: true});
		await arrive();
		const closing = engine.close();
		if (!isHeardBefore) last().say({type: 'shared', isShared: true});
		await closing;
		await arrive();
		expect(last().heard.at(-1)).toEqual({type: 'close'});
		expect([last().wasReleased(), last().wasKilled()]).toEqual([true, false]);
	}
});

test('an engine that others have left again is ended as ever', async () => {
	const {engine, last, open} = await begin();
	await open();
	for (const isShared of [true, false]) last().say({type: 'shared', isShared});
	await arrive();
	const closing = engine.close();
	await vi.advanceTimersByTimeAsync(450);
	await closing;
	expect([last().wasReleased(), last().wasKilled()]).toEqual([false, true]);
});

test('who has left starts nothing any more', async () => {
	const {engine, engines, troubles, last, open} = await begin();
	await open();
	const closing = engine.close();
	last().end({reason: 'The engine ended by itself (status 0).', said: ''});
	await closing;
	await vi.advanceTimersByTimeAsync(60_000);
	expect(engines).toHaveLength(1);
	expect(troubles).toEqual([]);
});
