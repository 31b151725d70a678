import {setImmediate} from 'node:timers/promises';
import {secondsPerDay} from '../../domain/period.ts';
import type {Sources} from '../../questions/sources.ts';
import {restSeconds} from '../../stats/lift/ordered-plays.ts';
import type {Keep} from '../keep-answers.ts';
import type {Freshen} from '../plays/freshen.ts';
import type {LiftSources} from './answer-lift.ts';
import {type HeldLift, holdLift} from './hold-lift.ts';

/** The question of lift, and how its answers are forgotten. `freshen` brings the mirror up to date where nobody else does. */
export const liftAnswers = (
	sources: LiftSources,
	freshen: Freshen,
	keep: Keep,
): Pick<Sources, 'lift'> & Pick<HeldLift, 'forget'> => {
	const {answer, forget} = holdLift(sources, setImmediate, keep);
	return {
		lift: async (query, signal) => {
			const since =
				query.days === 0 ? Number.NEGATIVE_INFINITY : sources.now() - query.days * secondsPerDay - restSeconds;
			if (query.fresh) await freshen(since, signal);
			return answer(query);
		},
		forget,
	};
};
