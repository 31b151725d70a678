import {isPromoted} from '../../domain/collection.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {NamedQuery} from '../../questions/queries.ts';
import type {Store} from '../../store/open.ts';
import {createKnownOf} from './known-promotions.ts';
import {findNamed} from './state-promotion.ts';

/** What looks tell; where Plex would not say, they tell nothing. */
const lookSpans = ({promotions}: Store, sectionUuid: string, ratingKey: string): readonly PromotionSpan[] =>
	promotions
		.intervals(sectionUuid, ratingKey)
		.flatMap(({promoted, firstSeen, lastSeen}): readonly PromotionSpan[] =>
			promoted ? [{from: firstSeen, to: lastSeen, shown: promoted, row: null, source: 'look'}] : [],
		);

const isOn = ({shown}: PromotionSpan): boolean => shown === 'somewhere' || isPromoted(shown);

/** Neighbours that say the same, from the same source, are one. */
const joined = (spans: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	const found: PromotionSpan[] = [];
	for (const span of spans) {
		const last = found.at(-1);
		const goesOn = last && last.to === span.from && last.source === span.source && isOn(last) === isOn(span);
		if (goesOn && span.source !== 'look') found[found.length - 1] = {...last, to: span.to};
		else found.push(span);
	}
	return found;
};

/** When a collection is known to have been shown, and how that is known. */
export const answerShown = (store: Store, query: NamedQuery, now: number): readonly PromotionSpan[] => {
	const collection = findNamed(store.collections.listed(), query);
	const looks = lookSpans(store, collection.sectionUuid, collection.ratingKey);
	return joined(createKnownOf(store, {from: 0, to: now}, true)(collection, looks));
};
