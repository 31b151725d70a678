import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {givesBack} from '../../source/engine/give-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('memory is given back once, when work has rested for fifteen seconds', () => {
	const giveBack = vi.fn();
	const worked = givesBack(giveBack);
	worked();
	vi.advanceTimersByTime(14_000);
	worked();
	vi.advanceTimersByTime(14_000);
	expect(giveBack).not.toHaveBeenCalled();
	vi.advanceTimersByTime(60_000);
	expect(giveBack).toHaveBeenCalledTimes(1);
	worked();
	vi.advanceTimersByTime(15_000);
	expect(giveBack).toHaveBeenCalledTimes(2);
});
