import type {Lift, LiftNumbers} from '../../domain/lift.ts';
import {formatBound, formatLift, reasonWords} from './numbers.ts';

/** What the number says, in words. Of what was promoted by hand nobody says that promotion was the cause. */
export const verdictWords = ({verdict, rotated, reason}: LiftNumbers): string => {
	switch (verdict) {
		case 'more':
			return rotated
				? 'promoting made people begin it more'
				: 'people began it more with it on the home screen; it may be why, or why it was put there';
		case 'less':
			return rotated
				? 'promoting made people begin it less'
				: 'people began it less with it on the home screen; it may be why, or why it was put there';
		case 'same':
			return 'makes no difference that matters';
		case 'unclear':
			return 'not clear yet';
		case null:
			return reason === null ? '' : reasonWords[reason];
	}
};

/** The same in a word or two, where the number stands beside it. */
export const shortVerdict = ({verdict, rotated}: LiftNumbers): string => {
	if (verdict === null) return '';
	if (verdict === 'same') return 'no difference';
	if (verdict === 'unclear') return 'not clear yet';
	return rotated ? verdict : `${verdict}, by hand`;
};

const measured = 'measured against everything else watched at the same times of day in the same weeks';

/** The number as a sentence; '' where there is none. */
export const liftSentence = ({lift, low, high, reason, offStarts}: LiftNumbers): string => {
	const head = 'While it was promoted, people began its titles';
	if (reason !== null) return '';
	if (offStarts === 0 && low !== null) return `${head} at least ${formatBound(low)} times as often, ${measured}.`;
	if (lift === null || low === null || high === null) return '';
	if (lift === 0) return `${head} at most ${formatBound(high)} times as often, ${measured}.`;
	return `${head} ${formatLift(lift)} times as often (${formatBound(low)} to ${formatBound(high)}), ${measured}.`;
};

/** So large a part of its starts is of titles that another promoted collection held too. */
const sharedPart = 1 / 3;

/** "shares its titles", where that says something. */
export const sharingWords = ({alsoElsewhere, onStarts, offStarts}: Lift): string => {
	const starts = onStarts + offStarts;
	return starts > 0 && alsoElsewhere >= sharedPart * starts ? 'shares its titles' : '';
};

/** So many in a hundred intervals miss the truth, so of many numbers some stand out by chance. */
export const chanceWords = (all: readonly LiftNumbers[]): string => {
	const shown = all.filter(({reason}) => reason === null).length;
	const byChance = Math.round(shown / 20);
	if (byChance === 0) return '';
	return `of ${shown} numbers about ${byChance} ${byChance === 1 ? 'stands' : 'stand'} out by chance`;
};
