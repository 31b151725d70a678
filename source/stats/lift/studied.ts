import type {Lift, LiftNumbers} from '../../domain/lift.ts';
import type {ZoneSpan} from '../../domain/zone.ts';
import type {Counted} from './count-collection.ts';
import type {LiftCollection, Stretch} from './input.ts';
import {judge} from './judge.ts';
import {addSums, noSums, type Sums, sumStrata} from './mantel-haenszel.ts';
import {countingTime} from './member-time.ts';
import {factsOf, isRotated, type PromotionFacts} from './promotion-facts.ts';
import {everPromoted, type RoleOf} from './shown.ts';
import {elsewhereOf, strataOf} from './strata.ts';

/** A collection that was counted: every question about it can be answered. */
export type Studied = {
	readonly collection: LiftCollection;
	readonly rotated: boolean;
	/** False: all its titles are too new to count. */
	readonly hasOldTitles: boolean;
	readonly ask: (role: RoleOf) => Asked;
};

type Asked = {readonly sums: Sums; readonly facts: PromotionFacts};

/** What all collections are asked about. */
export type About = {
	readonly window: Stretch;
	/** Of the window. */
	readonly clock: readonly ZoneSpan[];
	readonly ownerKnown: boolean;
};

/** `holders` must be complete by the time of the first question. */
export const study = (
	collection: LiftCollection,
	counted: Counted,
	holders: Uint16Array,
	{window, clock, ownerKnown}: About,
): Studied => {
	let elsewhere: Int32Array | null = null;
	const answers = new Map<RoleOf, Asked>();
	const answer = (role: RoleOf): Asked => {
		elsewhere ??= elsewhereOf(counted, holders);
		return {
			sums: sumStrata(strataOf(counted, elsewhere, role, ownerKnown)),
			facts: factsOf(counted.pieces, role),
		};
	};
	return {
		collection,
		rotated: isRotated(factsOf(counted.pieces, everPromoted), clock),
		hasOldTitles: collection.members.some(member => countingTime(member).from < window.to),
		ask: role => {
			const known = answers.get(role) ?? answer(role);
			answers.set(role, known);
			return known;
		},
	};
};

/** The lift of one collection. */
export const liftOf = ({rotated, hasOldTitles, ask}: Studied, role: RoleOf, window: Stretch): Lift => {
	const {sums, facts} = ask(role);
	const {onSeconds, offSeconds, periods, lastOn} = facts;
	return {
		...judge(sums, {onSeconds, offSeconds, hasOldTitles}, rotated),
		onHours: onSeconds / 3600,
		offHours: offSeconds / 3600,
		unknownHours: (window.to - window.from - onSeconds - offSeconds) / 3600,
		periods: periods.length,
		alsoElsewhere: sums.elsewhere,
		lastOn,
	};
};

/** Collections together count as rotated where nearly all of their starts come from those that are. */
const rotatedShare = 0.8;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** One lift of many collections, their strata side by side, and how many of them were on for how long. */
export const liftTogether = (
	all: readonly Studied[],
	role: RoleOf,
): {readonly numbers: LiftNumbers; readonly collections: number; readonly onSeconds: number} => {
	const asked = all.map(({ask, rotated}) => ({...ask(role), rotated}));
	const onStarts = (some: typeof asked): number => sum(some.map(({sums}) => sums.onStarts));
	const [fromAll, fromRotated] = [onStarts(asked), onStarts(asked.filter(({rotated}) => rotated))];
	const onSeconds = sum(asked.map(({facts}) => facts.onSeconds));
	const known = {
		onSeconds,
		offSeconds: sum(asked.map(({facts}) => facts.offSeconds)),
		hasOldTitles: all.some(({hasOldTitles}) => hasOldTitles),
	};
	const sums = asked.reduce((total, each) => addSums(total, each.sums), noSums);
	return {
		numbers: judge(sums, known, fromAll > 0 && fromRotated >= rotatedShare * fromAll),
		collections: asked.filter(({facts}) => facts.onSeconds > 0).length,
		onSeconds,
	};
};
