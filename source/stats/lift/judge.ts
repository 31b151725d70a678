import type {LiftNumbers, LiftReason, LiftVerdict} from '../../domain/lift.ts';
import {type Estimate, estimate, type Sums} from './mantel-haenszel.ts';

/** What is known of the promotion that a lift is about. */
export type Known = {
	readonly onSeconds: number;
	readonly offSeconds: number;
	/** False: all titles are too new to count. */
	readonly hasOldTitles: boolean;
};

const fewestStarts = 10;
const fewestExpected = 3;

/** Why there was no start at all, where it is known. */
const emptyReason = ({onSeconds, offSeconds, hasOldTitles}: Known): LiftReason => {
	if (offSeconds === 0) return 'never known off';
	if (onSeconds === 0) return 'never promoted';
	return hasOldTitles ? 'too few' : 'only new titles';
};

/** Why there is no number; null: there is one. */
const reasonOf = (sums: Sums, known: Known): LiftReason | null => {
	const {onStarts, offStarts, otherOn, otherOff, expectedOn, expectedOff, r, s} = sums;
	const starts = onStarts + offStarts;
	if (starts === 0) return emptyReason(known);
	const isBoth = onStarts > 0 && offStarts > 0;
	if (starts < fewestStarts || expectedOn < fewestExpected || expectedOff < fewestExpected) return 'too few';
	if (isBoth && (r === 0 || s === 0)) return 'too few';
	return starts > otherOn + otherOff ? 'most of what is watched' : null;
};

const verdictOf = ({low, high}: Estimate): LiftVerdict => {
	if (low !== null && low > 1) return 'more';
	if (high !== null && high < 1) return 'less';
	return low !== null && high !== null && low >= 2 / 3 && high <= 1.5 ? 'same' : 'unclear';
};

/** The number and its verdict, or the reason why there is none. */
export const judge = (sums: Sums, known: Known, rotated: boolean): LiftNumbers => {
	const reason = reasonOf(sums, known);
	const found = reason === null ? estimate(sums, rotated) : null;
	return {
		lift: found?.lift ?? null,
		low: found?.low ?? null,
		high: found?.high ?? null,
		verdict: found && verdictOf(found),
		reason,
		onStarts: sums.onStarts,
		offStarts: sums.offStarts,
		otherOnStarts: sums.otherOn,
		otherOffStarts: sums.otherOff,
		expectedOn: sums.expectedOn,
		expectedOff: sums.expectedOff,
		rotated,
	};
};
