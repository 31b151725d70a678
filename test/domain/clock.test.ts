import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {clockOf} from '../../source/domain/clock.ts';

const real = 1_800_000_000;

beforeEach(() => void vi.useFakeTimers({now: real * 1000}));
afterEach(() => void vi.useRealTimers());

test('without a text it is the machine’s', () => {
	for (const clock of [clockOf(undefined), clockOf('')]) {
		expect([clock.now(), clock.milliseconds(2), clock.isOurs, clock.handedOn]).toEqual([real, 2000, false, null]);
	}
});

test.each(['1767225600,3600', '2026-01-01T00:00:00Z, 3600'])('%s begins there and runs fast', text => {
	const clock = clockOf(text);
	vi.advanceTimersByTime(2000);
	expect(clock.now()).toBe(1_767_225_600 + 7200);
	expect(clock.machineNow()).toBe(real + 2);
	expect(clock.milliseconds(1800)).toBe(500);
	expect(clock.isOurs).toBe(true);
});

test('another process has the same clock, whenever it starts', () => {
	const clock = clockOf('1767225600,3600');
	vi.advanceTimersByTime(10_000);
	expect(clockOf(clock.handedOn ?? '').now()).toBe(clock.now());
});

test.each(['tomorrow,1', '5', '5,0', '5,-1', '5,1e99', '5,x', '5,1,2,3'])('%s is refused', text => {
	expect(() => clockOf(text)).toThrow('TAUTOP_CLOCK cannot be read.');
});
