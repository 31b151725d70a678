import type {Lift} from '../../domain/lift.ts';
import {secondsPerDay} from '../../domain/period.ts';

/** Whether what is shown earns its place, the worst first. */
const worths = ['could go', 'perhaps', 'no difference', 'not clear yet', 'not known', 'stays'] as const;

export type Worth = (typeof worths)[number];

/** What is known of a collection that is shown on Home. */
export type WorthFacts = {
	readonly lift: Lift;
	/** Plays of its titles in the days that are looked at; null: nobody knows what it holds. */
	readonly plays: number | null;
	/** For how long of these days it is known to have been shown. */
	readonly shownSeconds: number;
};

/** Shorter, and nobody can say yet that it is not watched. */
export const leastShownDays = 14;

const isShownLong = (seconds: number): boolean => seconds >= leastShownDays * secondsPerDay;

/** True where it was shown for long, and nobody played any of it. */
export const isUnplayed = ({plays, shownSeconds}: WorthFacts): boolean => plays === 0 && isShownLong(shownSeconds);

/** What its lift says; without a number nothing does. Only an interval that lies below 1 says that it could go. */
const byLift = ({lift, verdict, onHours}: Lift): Worth => {
	if (verdict === null || !isShownLong(onHours * 3600)) return 'not known';
	if (verdict === 'less') return 'could go';
	if (verdict === 'more') return 'stays';
	if (verdict === 'same') return 'no difference';
	return lift !== null && lift < 1 ? 'perhaps' : 'not clear yet';
};

/** Whether a collection earns its place: what nobody played could go, else lift decides. */
export const worthOf = (facts: WorthFacts): Worth => (isUnplayed(facts) ? 'could go' : byLift(facts.lift));

/** What is surely bad comes before what may be unlucky; what nobody played is surest. */
const badness = (facts: WorthFacts): number => (isUnplayed(facts) ? -1 : (facts.lift.high ?? Number.MAX_VALUE));

/** The worst first; equal ones by their plays, fewest first. */
export const compareWorth = (one: WorthFacts, two: WorthFacts): number =>
	worths.indexOf(worthOf(one)) - worths.indexOf(worthOf(two)) ||
	badness(one) - badness(two) ||
	(one.plays ?? Number.MAX_VALUE) - (two.plays ?? Number.MAX_VALUE);
