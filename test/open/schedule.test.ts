import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createSchedule} from '../../source/open/schedule.ts';

const start = Date.UTC(2026, 10, 1, 12, 0, 10) / 1000;

beforeEach(() => void vi.useFakeTimers({now: start * 1000}));
afterEach(() => void vi.useRealTimers());

const clockOf = (speed: number) => ({
	now: () => Math.floor(start + (Date.now() / 1000 - start) * speed),
	milliseconds: (seconds: number) => (seconds * 1000) / speed,
	machineNow: () => Math.floor(Date.now() / 1000),
	isOurs: speed !== 1,
	handedOn: null,
});

test.each([1, 60])('every quarter of an hour, on a clock that is %d times as fast', async speed => {
	const clock = clockOf(speed);
	const ran: number[] = [];
	const {next, stop} = createSchedule('*/15 * * * *', clock, () => ran.push(clock.now()));
	expect(next()).toBe(start + 890);
	await vi.advanceTimersByTimeAsync((3600_000 * 1) / speed);
	stop();
	await vi.advanceTimersByTimeAsync(3600_000);
	expect(ran.map(at => Math.round((at - start) / 60))).toEqual([15, 30, 45, 60]);
});

test('no pattern, no run', () => {
	expect(createSchedule(null, clockOf(1), () => undefined).next()).toBeNull();
});
