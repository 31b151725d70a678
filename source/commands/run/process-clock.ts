import process from 'node:process';
import {type Clock, clockOf} from '../../domain/clock.ts';

/** The clock of this process; processes that it starts have the same. */
export const processClock = (): Clock => {
	const clock = clockOf(process.env.TAUTOP_CLOCK);
	if (clock.handedOn !== null) process.env.TAUTOP_CLOCK = clock.handedOn;
	return clock;
};
