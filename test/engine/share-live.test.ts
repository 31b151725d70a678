import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {shareLive} from '../../source/engine/share-live.ts';
import {allAnswers} from '../../source/questions/answers.ts';
import type {Sources} from '../../source/questions/sources.ts';

const silent = allAnswers(() => Promise.reject(new AppError('not-found', 'Nobody asked for this here.')));

/** A server that counts how often it was asked, two screens, and a clock of the test. */
const setting = () => {
	let [now, asked] = [0, 0];
	const sources: Sources = {
		...silent,
		reconnect: async () => null,
		ping: async ({server}) => {
			asked += 1;
			const isThere = server === 'plex';
			const health = {ok: isThere, error: null, name: '', version: null, ms: asked};
			return {health, plexConnected: null};
		},
		itemStats: async ({days}) => {
			asked += 1;
			return {days, plays: asked, playedSeconds: 0, users: null};
		},
	};
	const live = shareLive(
		sources,
		() => 1000,
		() => now,
	);
	return {
		forget: live.forget,
		one: live.forScreen(),
		two: live.forScreen(),
		wait: (ms: number) => {
			now += ms;
		},
	};
};

const playsOf = async ({itemStats}: Sources, days = 30): Promise<number> =>
	(await itemStats({ratingKey: '1', days})).plays;

test('what one screen was told is told to another one, as long as it is fresh', async () => {
	const {one, two, wait} = setting();
	expect([await playsOf(one), await playsOf(two)]).toEqual([1, 1]);
	expect(await playsOf(one)).toBe(2);
	wait(999);
	expect(await playsOf(two)).toBe(2);
	wait(1);
	expect([await playsOf(one), await playsOf(two)]).toEqual([3, 3]);
});

test('who asks again is told anew, and another question is another one', async () => {
	const {one, two} = setting();
	expect([await playsOf(one), await playsOf(one)]).toEqual([1, 2]);
	expect(await playsOf(two, 7)).toBe(3);
});

test('two that ask at once have both had the answer', async () => {
	const {one, two} = setting();
	const [mine] = await Promise.all([playsOf(one), playsOf(two)]);
	expect(mine).toBe(1);
	expect(await playsOf(two)).toBe(3);
});

test('after reconnecting, and when something has happened, nothing is told from before', async () => {
	const {one, two, forget} = setting();
	await playsOf(one);
	await two.reconnect(null);
	expect(await playsOf(two)).toBe(2);
	forget();
	expect(await playsOf(one)).toBe(3);
});

test('that a server is there is shared, that it is away is not', async () => {
	const {one, two} = setting();
	const asked = async ({ping}: Sources, server: 'plex' | 'tautulli') => (await ping({server})).health?.ms;
	expect([await asked(one, 'plex'), await asked(two, 'plex')]).toEqual([1, 1]);
	expect([await asked(one, 'tautulli'), await asked(two, 'tautulli')]).toEqual([2, 3]);
});

test('a failure is not shared', async () => {
	const {one, two} = setting();
	await expect(one.activity(null)).rejects.toMatchObject({code: 'not-found'});
	await expect(two.activity(null)).rejects.toMatchObject({code: 'not-found'});
});
