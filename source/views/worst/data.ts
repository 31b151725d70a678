import {collectionKey} from '../../domain/collection.ts';
import type {CollectionLift, LiftAnswer} from '../../domain/lift.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {isOn, type PromotionSpan} from '../../domain/promotion.ts';
import {compareWorth, type WorthFacts} from '../../stats/promotion/worth.ts';
import {askShown, isRotating, type Shown, type ShownBy} from '../collections/promotion.ts';
import {askLift} from '../lift/ask.ts';
import type {Asking} from '../plan/view.ts';

/** So many days tell whether anybody plays it. */
export const playedDays = 30;

/** A collection on Home that is asked about, with what its worth is judged by. */
export type WorstItem = WorthFacts & {readonly lift: CollectionLift; readonly shown: Shown};

export type WorstData = {
	readonly answer: LiftAnswer;
	readonly shown: ShownBy;
	/** Plays by rating key; a collection that is missing holds nobody knows what. */
	readonly plays: ReadonlyMap<string, number>;
};

/** Lift, what was shown for how long, and plays by collection, asked at once. */
export const askWorst = async (asking: Asking): Promise<WorstData> => {
	const {sources, signal} = asking;
	const [answer, shown, counts] = await Promise.all([
		askLift(asking),
		askShown(asking),
		sources.plays(
			{
				by: 'collection',
				split: 'nothing',
				window: {days: playedDays},
				where: {},
				measure: 'plays',
				limit: 100_000,
			},
			signal,
		),
	]);
	return {answer, shown, plays: new Map(counts.rows.map(({key, plays}) => [key, plays]))};
};

/** On your Home or the friends'; Recommended is a tab of its own. */
const isHome = ({shown}: PromotionSpan): boolean => shown === 'somewhere' || shown.home || shown.shared;

/** What rotates is about to come back, so it counts as shown for so long after. */
const rotatesDays = 14;

/** True for what is on Home now, or comes and goes there. */
const isOnHome = (shown: Shown, now: number): boolean => {
	const promoted = shown.placed?.promoted;
	if (promoted?.home || promoted?.shared) return true;
	return isRotating(shown) && shown.spans.some(span => isHome(span) && span.to > now - rotatesDays * secondsPerDay);
};

/** Seconds of the spans in which it is known to have been shown, since a moment. */
const shownSince = (spans: readonly PromotionSpan[], since: number): number =>
	spans.filter(isOn).reduce((sum, {from, to}) => sum + Math.max(0, to - Math.max(from, since)), 0);

/** What is on Home, the worst first. */
export const worstItems = ({answer, shown, plays}: WorstData, now: number): readonly WorstItem[] =>
	answer.collections
		.flatMap((lift): readonly WorstItem[] => {
			const found = shown.get(collectionKey(lift));
			if (!found || !isOnHome(found, now)) return [];
			const shownSeconds = shownSince(found.spans, now - playedDays * secondsPerDay);
			return [{lift, shown: found, plays: plays.get(lift.ratingKey) ?? null, shownSeconds}];
		})
		.toSorted(compareWorth);
