import type {Ticker} from '../../source/open/ticker.ts';
import {type FakeClock, fakeClock} from '../ui/fake-clock.ts';

/** A ticker that moves only when its clock is told to, in seconds. */
export const fakeTicker = (chance = 0.5): {ticker: Ticker; clock: FakeClock} => {
	const clock = fakeClock(1000, chance);
	return {
		clock,
		ticker: {
			now: () => clock.now() * 1000,
			after: (ms, run) => clock.after(ms / 1000, run),
			random: clock.random,
		},
	};
};
