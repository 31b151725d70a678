import {expect, test, vi} from 'vitest';
import {repeat} from '../../../source/commands/watch/repeat.ts';
import {keepAsking} from '../../../source/commands/watch/rounds.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import {fakeSources} from '../../helpers/fake-sources.ts';

const deaf = {server: () => undefined, local: () => undefined, event: () => undefined};

test('something repeated is never done twice at the same time', async () => {
	vi.useFakeTimers();
	const work: Array<PromiseWithResolvers<number>> = [];
	const repeated = repeat(() => {
		const one = Promise.withResolvers<number>();
		work.push(one);
		return one.promise;
	});
	repeated.now();
	repeated.now();
	expect(work).toHaveLength(1);
	work[0]?.resolve(60);
	await vi.advanceTimersByTimeAsync(0);
	expect(work).toHaveLength(2);
	work[1]?.resolve(60);
	await vi.advanceTimersByTimeAsync(59_999);
	expect(work).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(1);
	expect(work).toHaveLength(3);
	repeated.stop();
	work[2]?.resolve(0);
	await vi.advanceTimersByTimeAsync(120_000);
	expect(work).toHaveLength(3);
	vi.useRealTimers();
});

test('it asks like a dashboard, more slowly where a server is away, and at once when something happens', async () => {
	vi.useFakeTimers();
	let asked = 0;
	let pinged = 0;
	let isAway = false;
	const fake = fakeSources({
		activity: async () => {
			asked += 1;
			if (isAway) throw new AppError('unreachable', 'Away.', {server: 'tautulli'});
			return await fakeSources().sources.activity(null);
		},
		ping: async () => {
			pinged += 1;
			return {health: null, plexConnected: null};
		},
	});
	const stop = keepAsking(fake, 5, deaf);
	await vi.advanceTimersByTimeAsync(60_000);
	expect([asked, pinged]).toEqual([13, 6]);
	fake.emit({type: 'activity'});
	await vi.advanceTimersByTimeAsync(1);
	expect(asked).toBe(14);
	isAway = true;
	await vi.advanceTimersByTimeAsync(300_000);
	expect(asked).toBeLessThanOrEqual(14 + 12);
	stop();
	const before = [asked, pinged];
	await vi.advanceTimersByTimeAsync(300_000);
	expect([asked, pinged]).toEqual(before);
	vi.useRealTimers();
});

test('a key that was refused is tried again now and then', async () => {
	vi.useFakeTimers();
	let reconnected = 0;
	const error = new AppError('unauthorized', 'Refused.', {server: 'plex'}).toJSON();
	const fake = fakeSources({
		ping: async () => ({health: {ok: false, error, name: '', version: null, ms: null}, plexConnected: null}),
		reconnect: async () => {
			reconnected += 1;
			return null;
		},
	});
	const stop = keepAsking(fake, 5, deaf);
	await vi.advanceTimersByTimeAsync(3_600_000);
	expect(reconnected).toBeGreaterThanOrEqual(4);
	expect(reconnected).toBeLessThanOrEqual(6);
	stop();
	vi.useRealTimers();
});
