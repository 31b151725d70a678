import type {Action} from '../../domain/actions.ts';
import {secondsPerDay} from '../../domain/period.ts';

const stepSeconds = 300;

const steps: Readonly<Partial<Record<Action, number>>> = {
	earlier: -stepSeconds,
	later: stepSeconds,
	'day-earlier': -secondsPerDay,
	'day-later': secondsPerDay,
};

/**
 * The moment that a key of the time machine leads to, on whole five minutes; null: now, which is where the past ends. Undefined: the
 * key leads nowhere.
 */
export const momentAfter = (action: Action, moment: number | null, now: number): number | null | undefined => {
	const step = steps[action];
	if (step === undefined || (moment === null && step > 0)) return undefined;
	const from = moment ?? Math.ceil(now / stepSeconds) * stepSeconds;
	const to = from + step;
	return to >= now ? null : Math.floor(to / stepSeconds) * stepSeconds;
};
