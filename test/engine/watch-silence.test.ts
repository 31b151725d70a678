import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {watchSilence} from '../../source/engine/watch-silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch on a clock that can jump while no timer runs, as it does while a program is stopped. */
const watch = () => {
	let asleep = 0;
	const silent = vi.fn();
	const watched = watchSilence({openMs: 60_000, silentMs: 10_000, silent, clock: () => Date.now() + asleep});
	const sleep = (ms: number): void => {
		asleep += ms;
	};
	return {...watched, silent, sleep};
};

test('ten seconds without a word are silence, and it is told once', () => {
	const {heard, opened, silent} = watch();
	heard();
	opened();
	vi.advanceTimersByTime(9000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(silent).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(60_000);
	expect(silent).toHaveBeenCalledOnce();
});

test('every word begins the time anew', () => {
	const {heard, opened, silent} = watch();
	opened();
	for (let second = 0; second < 60; second += 9) {
		heard();
		vi.advanceTimersByTime(9000);
	}
	expect(silent).not.toHaveBeenCalled();
});

test('before it is open it may be silent for longer', () => {
	const {heard, silent} = watch();
	heard();
	vi.advanceTimersByTime(59_000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(silent).toHaveBeenCalledOnce();
});

test('the time in which the watcher itself was asleep does not count', () => {
	const {heard, opened, silent, sleep} = watch();
	heard();
	opened();
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

test('whoever never says a word is silent as soon as one that is open', () => {
	const {silent} = watch();
	vi.advanceTimersByTime(9000);
	expect(silent).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(silent).toHaveBeenCalledOnce();
});
