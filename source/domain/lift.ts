import type {Days} from './period.ts';
import type {Coverage} from './plays/plays.ts';
import type {ZoneName} from './zone.ts';

/** Why there is no number. */
export type LiftReason =
	| 'too few'
	| 'most of what is watched'
	| 'never promoted'
	| 'never known off'
	| 'only new titles';

/** What the interval says. */
export type LiftVerdict = 'more' | 'less' | 'same' | 'unclear';

/**
 * How many times as often people began titles while they were promoted, against everything else that was watched at the same
 * times of day in the same weeks. A start is a play of somebody who has not played the title for 30 days.
 */
export type LiftNumbers = {
	/** Null: there is no number; or, with one bound, none of the starts was without promotion. */
	readonly lift: number | null;
	/** The ends of the interval that holds the truth in 95 of 100 cases. */
	readonly low: number | null;
	readonly high: number | null;
	/** Null where there is no number. */
	readonly verdict: LiftVerdict | null;
	/** Null where there is a number. */
	readonly reason: LiftReason | null;
	readonly onStarts: number;
	readonly offStarts: number;
	readonly otherOnStarts: number;
	readonly otherOffStarts: number;
	/** How many of its starts would have been on and off if promotion did nothing. */
	readonly expectedOn: number;
	readonly expectedOff: number;
	/** It went on and off so often that this was an experiment; false: by hand, and people promote what is wanted anyway. */
	readonly rotated: boolean;
};

/** A lift, and what is known of the promotion behind it. */
export type Lift = LiftNumbers & {
	readonly onHours: number;
	readonly offHours: number;
	readonly unknownHours: number;
	/** How often it was put up. */
	readonly periods: number;
	/** How many of its starts are of titles that another promoted collection held then. */
	readonly alsoElsewhere: number;
	/** Unix seconds; null: never in the window. */
	readonly lastOn: number | null;
};

/** Groups of rows among all that is shown, from the top. */
export const rowBands = ['1', '2', '3-5', '6+'] as const;

type RowBand = (typeof rowBands)[number];

/** The collections that stood in some rows, all together. */
export type RowLift = LiftNumbers & {
	readonly rows: RowBand;
	/** How many collections stood there, and for how many hours in all. */
	readonly collections: number;
	readonly hours: number;
	/** Starts of their titles in 24 of these hours; null: no hours. */
	readonly startsPerDay: number | null;
};

export type Place = 'home' | 'shared' | 'recommended';

export type CollectionLift = Lift & {
	readonly ratingKey: string;
	readonly sectionUuid: string;
	readonly title: string;
	readonly libraryName: string;
	readonly places: {readonly [Name in Place]: Lift};
};

export type LiftQuery = {
	/** Back from now; 0: since the first play. */
	readonly days: Days;
	/** Promotions count that somebody said, and nobody saw. */
	readonly stated: boolean;
	/** Promoted is only what this rotation of another program put up; null: whatever did. */
	readonly rotationId: number | null;
	/** False: the mirror is taken as it is, since the answer stands beside others. */
	readonly fresh: boolean;
};

export type LiftAnswer = {
	readonly days: Days;
	/** Unix seconds: starts from the first of these on, and before the second. */
	readonly from: number;
	readonly to: number;
	readonly zone: ZoneName;
	/** False: Tautulli did not say who the owner is, so all people count alike. */
	readonly ownerKnown: boolean;
	/** Libraries that rotate: daily looks miss what happens in between, so long gaps count as unknown. */
	readonly needLooks: readonly string[];
	readonly together: LiftNumbers;
	readonly rows: readonly RowLift[];
	/** Rows 1 and 2 against those below. */
	readonly highAgainstLow: LiftNumbers;
	/** How many of the numbers stand out by chance alone. */
	readonly byChance: number;
	/** The surely good ones first; those without a number last. Only collections whose promotion was ever recorded. */
	readonly collections: readonly CollectionLift[];
	readonly coverage: Coverage;
};
