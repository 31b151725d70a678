import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {watchSilence} from '../../source/engine/watch-silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch on a clock that can jump while no timer runs, as it does while a program is stopped. */
const watch = () => {
	let asleep = 0;
	const silent = vi.fn();
	const watched = watchSilence({firstMs: 30_000, thenMs: 10_000, silent, clock: () => Date.now() + asleep});
	const sleep = (ms: number): void => {
		asleep += ms;
	};
	return {...watched, silent, sleep};
};

test('ten seconds without a word are silence, and it is told once', () => {
	const {heard, silent} = watch();
	heard();
	vi.advanceTimersByTime(9000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(silent).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(60_000);
	expect(silent).toHaveBeenCalledOnce();
});

test('every word begins the time anew', () => {
	const {heard, silent} = watch();
	for (let second = 0; second < 60; second += 9) {
		heard();
		vi.advanceTimersByTime(9000);
	}
	expect(silent).not.toHaveBeenCalled();
});

test('before the first word a start may take longer', () => {
	const {silent} = watch();
	vi.advanceTimersByTime(29_000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(silent).toHaveBeenCalledOnce();
});

test('the time in which the watcher itself was asleep does not count', () => {
	const {heard, silent, sleep} = watch();
	heard();
	vi.advanceTimersByTime(8000);
	sleep(3_600_000);
	vi.advanceTimersByTime(9000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(2000);
	expect(silent).toHaveBeenCalledOnce();
});

test('who stops watching hears nothing', () => {
	const {stop, silent} = watch();
	stop();
	vi.advanceTimersByTime(60_000);
	expect(silent).not.toHaveBeenCalled();
});
