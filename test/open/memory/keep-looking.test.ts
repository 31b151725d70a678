import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {keepLooking} from '../../../source/open/memory/keep-looking.ts';

const start = 1_800_000_000;

beforeEach(() => void vi.useFakeTimers({now: start * 1000}));
afterEach(() => void vi.useRealTimers());

const seconds = (): number => Math.round(Date.now() / 1000) - start;

/** Minutes after the start at which it looked, `results` in turn: false fails. `speed`: clock seconds in one. */
const looked = async (minutes: number, results: readonly boolean[] = [], lastLook: number | null = null, speed = 1) => {
	const at: number[] = [];
	const stop = keepLooking({
		clock: {now: () => start + seconds() * speed, milliseconds: of => (of * 1000) / speed},
		look: async () => {
			at.push((seconds() * speed) / 60);
			return results[at.length - 1] ?? true;
		},
		lastLook: () => lastLook,
	});
	await vi.advanceTimersByTimeAsync((minutes * 60_000) / speed);
	stop();
	await vi.advanceTimersByTimeAsync(3_600_000);
	return at;
};

test('it looks at once, every 15 minutes, and not after it was stopped', async () => {
	expect(await looked(50)).toEqual([0, 15, 30, 45]);
});

test('a look that failed is tried again soon, then ever more seldom, and one that succeeds ends that', async () => {
	expect(await looked(20, [false, false, false, true])).toEqual([0, 0.5, 1.5, 3.5, 18.5]);
});

test('what another process looked at just now is not looked at again', async () => {
	expect(await looked(16, [], start - 5 * 60)).toEqual([10]);
});

test('a look from the future is passed over: a clock was wrong', async () => {
	expect(await looked(16, [], start + 99_999)).toEqual([0, 15]);
});

test('a clock that runs fast has its looks as often', async () => {
	expect(await looked(50, [], null, 60)).toEqual([0, 15, 30, 45]);
});
