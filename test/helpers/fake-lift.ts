import type {CollectionLift, Lift, LiftAnswer, LiftNumbers, RowLift} from '../../source/domain/lift.ts';
import type {Coverage} from '../../source/domain/plays/plays.ts';

export const fakeNumbers = (given: Partial<LiftNumbers>): LiftNumbers => ({
	lift: 1.684_712,
	low: 1.179_2,
	high: 2.442_5,
	verdict: 'more',
	reason: null,
	onStarts: 61,
	offStarts: 58,
	otherOnStarts: 400,
	otherOffStarts: 640,
	expectedOn: 45.5,
	expectedOff: 73.5,
	rotated: true,
	...given,
});

const fakeLift = (given: Partial<Lift>): Lift => ({
	...fakeNumbers(given),
	onHours: 336,
	offHours: 8424,
	unknownHours: 0,
	periods: 28,
	alsoElsewhere: 4,
	lastOn: 1_795_370_000,
	...given,
});

export const fakeCollectionLift = (given: Partial<CollectionLift>): CollectionLift => {
	const one = fakeLift(given);
	return {
		...one,
		ratingKey: '900042',
		sectionUuid: 'uuid-1',
		title: 'The Long Winter',
		libraryName: 'Movies',
		places: {home: one, shared: one, recommended: one},
		...given,
	};
};

/** Why there is no number. */
export const noNumber = {lift: null, low: null, high: null, verdict: null} as const;

const row = (rows: RowLift['rows'], given: Partial<RowLift>): RowLift => ({
	...fakeNumbers(given),
	rows,
	collections: 3,
	hours: 1200,
	startsPerDay: 1.22,
	...given,
});

export const fakeLiftAnswer = (coverage: Coverage, collections: readonly CollectionLift[]): LiftAnswer => ({
	days: 365,
	from: coverage.asOf - 365 * 86_400,
	to: coverage.asOf,
	zone: coverage.zone,
	ownerKnown: true,
	needLooks: [],
	together: fakeNumbers({lift: 1.3, low: 1.04, high: 1.6, rotated: false}),
	rows: [
		row('1', {}),
		row('2', {lift: 1.2, low: 0.8, high: 1.9, verdict: 'unclear', rotated: false}),
		row('3-5', {...noNumber, reason: 'too few', onStarts: 3, offStarts: 1}),
		row('6+', {
			...noNumber,
			reason: 'never promoted',
			onStarts: 0,
			offStarts: 0,
			collections: 0,
			hours: 0,
			startsPerDay: null,
		}),
	],
	highAgainstLow: fakeNumbers({lift: 1.1, low: 0.7, high: 1.8, verdict: 'unclear'}),
	byChance: 0,
	collections,
	coverage,
});
