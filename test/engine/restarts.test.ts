import {expect, test} from 'vitest';
import {createRestarts} from '../../source/engine/restarts.ts';

test('engines that never open are given up after three', () => {
	const restarts = createRestarts(() => 1000);
	expect([restarts.lost(false), restarts.lost(false), restarts.lost(false)]).toEqual([0, 1, null]);
});

test('the pauses grow while engines end soon after their start, and never end', () => {
	const restarts = createRestarts(() => 1000);
	restarts.opened();
	const pauses = Array.from({length: 8}, () => restarts.lost(false));
	expect(pauses).toEqual([0, 1, 2, 5, 10, 30, 30, 30]);
});

test('an engine that was open for a minute begins the count anew', () => {
	let now = 1000;
	const restarts = createRestarts(() => now);
	restarts.opened();
	restarts.lost(false);
	restarts.lost(false);
	restarts.opened();
	now += 59;
	expect(restarts.lost(false)).toBe(2);
	restarts.opened();
	now += 60;
	expect(restarts.lost(false)).toBe(0);
});

test('where other screens may have an engine by now, the pause is short', () => {
	const restarts = createRestarts(() => 1000);
	restarts.opened();
	expect(Array.from({length: 7}, () => restarts.lost(true))).toEqual([0, 1, 2, 3, 3, 3, 3]);
});
