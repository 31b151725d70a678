import {expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import type {Activity} from '../../../source/domain/session.ts';
import {createLiveActivity} from '../../../source/open/live/live-activity.ts';
import {fakeSession} from '../../helpers/fake-sources.ts';
import {fakeTicker} from '../fake-ticker.ts';

const activityOf = (states: Readonly<Record<string, string>>): Activity => {
	const sessions = Object.entries(states).map(([sessionKey, state]) => fakeSession({sessionKey, state}));
	return {
		streamCount: sessions.length,
		directPlayCount: 0,
		directStreamCount: 0,
		transcodeCount: 0,
		bandwidthKbps: {total: 0, lan: 0, wan: 0},
		sessions,
	};
};

/** Streams at Tautulli that the test changes, and when it was asked. */
const watching = (states: Record<string, string> = {}) => {
	const {ticker, clock} = fakeTicker();
	const asked: number[] = [];
	const pushed: number[] = [];
	const world = {states, isListening: true, error: null as AppError | null};
	const at = () => Math.round((clock.now() - 1000) * 10) / 10;
	const live = createLiveActivity({
		ask: async () => {
			asked.push(at());
			if (world.error) throw world.error;
			return activityOf(world.states);
		},
		isListening: () => world.isListening,
		changed: () => pushed.push(at()),
		ticker,
	});
	const poll = async (seconds: number): Promise<void> => {
		for (let second = 0; second < seconds; second++) {
			await live.answer().catch(() => undefined);
			await clock.pass(1);
		}
	};
	return {live, world, asked, pushed, clock, poll};
};

test('without Plex every question goes to Tautulli', async () => {
	const {world, asked, poll} = watching();
	world.isListening = false;
	await poll(5);
	expect(asked).toEqual([0, 1, 2, 3, 4]);
});

test('what plays has gone on by whole milliseconds', async () => {
	const {live, clock} = watching({'7': 'playing'});
	await live.answer();
	await clock.pass(1.0006941);
	const [session] = (await live.answer()).sessions;
	expect(session?.viewOffsetMs).toBe((fakeSession({}).viewOffsetMs ?? 0) + 1001);
});

test('with Plex and nothing that happens: twice a minute while somebody watches', async () => {
	const {asked, poll} = watching({'7': 'playing'});
	await poll(120);
	expect(asked).toEqual([0, 30, 60, 90]);
});

test('and once in two minutes while nobody does', async () => {
	const {asked, poll} = watching();
	await poll(360);
	expect(asked).toEqual([0, 120, 240]);
});

test('what plays has gone on in an answer that is repeated', async () => {
	const {live, clock, world} = watching({'7': 'playing', '8': 'paused'});
	const [before] = (await live.answer()).sessions;
	await clock.pass(20);
	const [playing, paused] = (await live.answer()).sessions;
	expect(playing?.viewOffsetMs).toBe((before?.viewOffsetMs ?? 0) + 20_000);
	expect(paused?.viewOffsetMs).toBe(before?.viewOffsetMs);
	expect(world.error).toBeNull();
});

test('a start is asked for at once, and pushed', async () => {
	const {live, world, asked, pushed, clock, poll} = watching();
	await poll(10);
	world.states = {'7': 'playing'};
	live.told({sessionKey: '7', state: 'playing'});
	await clock.pass(10);
	expect(asked).toEqual([0, 10]);
	expect(pushed).toEqual([0, 10]);
});

test('where Tautulli does not know yet, it is asked again after growing pauses, until it does', async () => {
	const {live, world, asked, pushed, clock} = watching();
	await live.answer();
	live.told({sessionKey: '7', state: 'playing'});
	await clock.pass(1);
	world.states = {'7': 'playing'};
	await clock.pass(60);
	expect(asked).toEqual([0, 0, 0.3, 0.9, 2.1]);
	expect(pushed).toEqual([0, 2.1]);
});

test('and no more after five seconds: told again, it is no news', async () => {
	const {live, asked, clock} = watching();
	await live.answer();
	for (let second = 0; second < 25; second++) {
		live.told({sessionKey: '7', state: 'playing'});
		await clock.pass(1);
	}
	expect(asked).toEqual([0, 0, 0.3, 0.9, 2.1, 4.5]);
});

test('a stream that Tautulli does not show yet is looked for every few seconds', async () => {
	const {live, asked, clock, poll} = watching();
	await live.answer();
	live.told({sessionKey: '7', state: 'playing'});
	await clock.pass(5);
	await poll(16);
	expect(asked.slice(6)).toEqual([10, 15, 20]);
});

test('an answer from before the news is no answer, nor is one that was asked for before it', async () => {
	const {ticker, clock} = fakeTicker();
	const answers: ((activity: Activity) => void)[] = [];
	const live = createLiveActivity({
		ask: () => new Promise(resolve => answers.push(resolve)),
		isListening: () => true,
		changed: () => undefined,
		ticker,
	});
	const before = live.answer();
	live.told({sessionKey: '7', state: 'playing'});
	const after = live.answer();
	await clock.pass(1);
	answers[1]?.(activityOf({'7': 'playing'}));
	answers[0]?.(activityOf({}));
	expect((await before).streamCount).toBe(0);
	expect((await after).streamCount).toBe(1);
	expect((await live.answer()).streamCount).toBe(1);
	expect(answers.length).toBe(2);
});

test('while Tautulli does not know yet what Plex has told, no held answer says that nobody plays', async () => {
	const {live, world, asked} = watching();
	await live.answer();
	live.told({sessionKey: '7', state: 'playing'});
	world.states = {'7': 'playing'};
	expect((await live.answer()).streamCount).toBe(1);
	expect(asked).toEqual([0, 0]);
});

test.each(['playing', 'stopped'])('what is known already is no news: %s', async state => {
	const {live, asked, clock} = watching(state === 'stopped' ? {} : {'7': state});
	await live.answer();
	for (let round = 0; round < 20; round++) live.told({sessionKey: '7', state});
	await clock.pass(9);
	expect(asked).toEqual([0]);
});

test('many that begin together are asked for together', async () => {
	const {live, world, asked, clock} = watching();
	await live.answer();
	world.states = {'1': 'playing', '2': 'playing', '3': 'playing'};
	for (const sessionKey of ['1', '2', '3']) live.told({sessionKey, state: 'playing'});
	await clock.pass(10);
	expect(asked).toEqual([0, 0]);
});

test.each(['paused', 'buffering', 'stopped'])('a change is news: %s', async state => {
	const {live, world, asked, pushed, clock} = watching({'7': 'playing'});
	await live.answer();
	await clock.pass(5);
	world.states = state === 'stopped' ? {} : {'7': state};
	live.told({sessionKey: '7', state});
	await clock.pass(1);
	expect(asked).toEqual([0, 5]);
	expect(pushed).toEqual([0, 5]);
});

test('a player that changes every second costs no more than asking every few seconds', async () => {
	const {live, world, asked, clock} = watching({'7': 'playing'});
	await live.answer();
	for (let second = 0; second < 600; second++) {
		const state = second % 2 === 0 ? 'buffering' : 'playing';
		world.states = {'7': state};
		live.told({sessionKey: '7', state});
		await clock.pass(1);
	}
	expect(asked.length).toBeLessThan(10 * 21);
	expect(asked.length).toBeGreaterThan(60);
});

test('a server that makes streams up costs no more either', async () => {
	const {live, asked, clock} = watching();
	await live.answer();
	for (let second = 0; second < 60; second++) {
		for (let key = 0; key < 100; key++) live.told({sessionKey: `${second} ${key}`, state: 'playing'});
		await clock.pass(1);
	}
	expect(asked.length).toBeLessThan(35);
});

test('when Plex is heard again, or no more, whoever shows it hears of it, and Tautulli is asked once', async () => {
	const {live, world, asked, pushed, clock} = watching({'7': 'playing'});
	world.isListening = false;
	await live.answer();
	world.isListening = true;
	world.states = {};
	live.lineChanged();
	await clock.pass(1);
	expect([asked, pushed]).toEqual([
		[0, 0],
		[0, 0],
	]);
	world.isListening = false;
	live.lineChanged();
	await live.answer();
	expect([asked, pushed]).toEqual([
		[0, 0, 1],
		[0, 0, 1],
	]);
});

test('a failure is no answer: the next question is asked, and whoever shows it hears of it', async () => {
	const {live, world, asked, pushed, clock} = watching({'7': 'playing'});
	await live.answer();
	world.error = new AppError('unreachable', 'No.', {server: 'tautulli'});
	live.told({sessionKey: '7', state: 'stopped'});
	await clock.pass(9);
	expect(pushed).toEqual([0, 0]);
	await expect(live.answer()).rejects.toBe(world.error);
	expect(asked).toEqual([0, 0, 9]);
});

test('what is forgotten is asked for anew', async () => {
	const {live, asked} = watching();
	await live.answer();
	live.forget();
	await live.answer();
	expect(asked).toEqual([0, 0]);
});

test('stopped, it asks no more', async () => {
	const {live, asked, clock} = watching();
	await live.answer();
	live.told({sessionKey: '7', state: 'playing'});
	live.stop();
	await clock.pass(60);
	expect(asked).toEqual([0]);
});
