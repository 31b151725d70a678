import type {LiftNumbers} from '../../domain/lift.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {isUnplayed, leastShownDays, type Worth, worthOf} from '../../stats/promotion/worth.ts';
import {liftSentence, verdictWords} from '../lift/words.ts';
import {sentence} from '../plan/words.ts';
import {playedDays, type WorstItem} from './data.ts';

/** Why there is no number, as a person would say it. */
const reasons: Readonly<Record<NonNullable<LiftNumbers['reason']>, string>> = {
	'too few': 'too few began it to tell',
	'most of what is watched': 'most of what is watched is in it',
	'never promoted': 'not known when it was on',
	'never known off': 'on all the time, so not known',
	'only new titles': 'only new titles are in it',
};

const isShort = ({lift}: WorstItem): boolean => lift.onHours < leastShownDays * 24;

/** Why it is judged so, beside the number. */
export const whyWords = (item: WorstItem): string => {
	const {reason, verdict, rotated} = item.lift;
	if (isUnplayed(item)) return `nobody played it in ${playedDays} days`;
	if (reason !== null) return reasons[reason];
	if (isShort(item)) return `known for ${Math.floor(item.lift.onHours / 24)} d only`;
	const hand = rotated ? '' : ', by hand';
	switch (verdict) {
		case 'less':
			return `begun less with it on${hand}`;
		case 'more':
			return `begun more with it on${hand}`;
		case 'same':
			return 'begun as often with it as without';
		default:
			return worthOf(item) === 'perhaps' ? 'begun less so far; may be chance' : 'may be more, may be less';
	}
};

/** The same in whole sentences: the number with its interval, and how far it can be relied on. */
export const whySentences = (item: WorstItem): readonly string[] => {
	const {lift, shownSeconds} = item;
	if (isUnplayed(item)) {
		const days = Math.floor(shownSeconds / secondsPerDay);
		return [`It was shown for ${days} of the last ${playedDays} days, and nobody played any of its titles.`];
	}
	if (lift.reason !== null) return [sentence(`There is no number: ${whyWords(item)}`)];
	const short = isShort(item) ? `It is known to have been shown for less than ${leastShownDays} days.` : '';
	const verdict = verdictWords(lift);
	return [liftSentence(lift), sentence(`${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}`), short];
};

/** More names are a list of their own. */
const namedMost = 3;

/** The titles of those that are judged so: "A, B and 2 more". */
const namesOf = (items: readonly WorstItem[]): string => {
	const names = items.map(({lift}) => shownTitle(lift.title));
	const rest = names.length - namedMost;
	if (rest > 0) return `${names.slice(0, namedMost).join(', ')} and ${rest} more`;
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

const judged = (items: readonly WorstItem[], worth: Worth): readonly WorstItem[] =>
	items.filter(item => worthOf(item) === worth);

/** "2 of 14 on Home could go: A, B": the answer in one sentence. Without any it says how far that is known. */
export const answerWords = (items: readonly WorstItem[]): string => {
	const [could, perhaps] = [judged(items, 'could go'), judged(items, 'perhaps')];
	const [same, unknown] = [judged(items, 'no difference'), judged(items, 'not known')];
	const head =
		could.length > 0
			? `${could.length} of ${items.length} on Home could go: ${namesOf(could)}`
			: `None of the ${items.length} on Home surely does worse there`;
	return [
		head,
		perhaps.length > 0 ? `perhaps ${namesOf(perhaps)}` : '',
		same.length > 0 ? `it makes no difference to ${namesOf(same)}` : '',
		unknown.length > 0 ? `${unknown.length} not known yet` : '',
	]
		.filter(Boolean)
		.join('; ');
};
