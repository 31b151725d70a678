import {EventEmitter} from 'node:events';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {listenToSignals} from '../../../source/commands/run/signals.ts';
import {screenEnds, serviceEnds} from '../../../source/engine/end-within.ts';

beforeEach(() => void vi.useFakeTimers({toFake: ['setTimeout']}));
afterEach(() => void vi.useRealTimers());

const listening = (stays: boolean) => {
	const exits: number[] = [];
	const ends = Object.assign(new EventEmitter(), {exit: (code: number) => exits.push(code)});
	return {...listenToSignals(stays, ends), exits, send: (name: string) => ends.emit(name)};
};

test.each([
	['a command', false, screenEnds.process],
	['a service', true, serviceEnds.process],
])('%s is aborted at once, and ended where it is not done in its time', (_, stays, endWithinMs) => {
	const {signal, interruptedBy, exits, send} = listening(stays);
	expect([signal.aborted, interruptedBy()]).toEqual([false, null]);
	send('SIGTERM');
	expect([signal.aborted, interruptedBy()]).toEqual([true, 'SIGTERM']);
	vi.advanceTimersByTime(endWithinMs - 1);
	expect(exits).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(exits).toEqual([143]);
});
