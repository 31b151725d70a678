import {expect, test} from 'vitest';
import {keepSynced} from '../../source/open/history/keep-synced.ts';
import {fakeTicker} from './fake-ticker.ts';

/** A keeper, and when it synced. */
const keeping = (answers: boolean[] = []) => {
	const {ticker, clock} = fakeTicker();
	const synced: number[] = [];
	const keeper = keepSynced(async () => {
		synced.push(clock.now() - 1000);
		return answers.shift() ?? true;
	}, ticker);
	return {keeper, synced, clock};
};

test('the history is probed every 30 seconds', async () => {
	const {synced, clock} = keeping();
	await clock.pass(100);
	expect(synced).toEqual([0, 30, 60, 90]);
});

test('and when a stream has ended, as soon as its play is written', async () => {
	const {keeper, synced, clock} = keeping();
	await clock.pass(5);
	keeper.sessionEnded();
	await clock.pass(50);
	expect(synced).toEqual([0, 20, 50]);
});

test('streams that end one after the other do not put it off', async () => {
	const {keeper, synced, clock} = keeping();
	for (let round = 0; round < 9; round++) {
		await clock.pass(10);
		keeper.sessionEnded();
	}
	await clock.pass(30);
	expect(synced).toEqual([0, 25, 35, 45, 55, 65, 75, 85, 95, 105]);
});

test('what a probe came too early for is in the next one', async () => {
	const {keeper, synced, clock} = keeping();
	await clock.pass(28);
	keeper.sessionEnded();
	await clock.pass(60);
	expect(synced).toEqual([0, 30, 43, 73]);
});

test('a failure is tried again soon, then ever more seldom, and a stream that ends changes nothing', async () => {
	const {keeper, synced, clock} = keeping([false, false, false, false, false, false]);
	await clock.pass(1);
	keeper.sessionEnded();
	await clock.pass(600);
	expect(synced.slice(0, 7)).toEqual([0, 10, 30, 70, 150, 270, 390]);
	expect(synced.slice(7, 9)).toEqual([420, 450]);
});

test('stopped, it syncs no more', async () => {
	const {keeper, synced, clock} = keeping();
	await clock.pass(1);
	keeper.stop();
	keeper.sessionEnded();
	await clock.pass(100);
	expect(synced).toEqual([0]);
	expect(clock.pending()).toBe(0);
});
