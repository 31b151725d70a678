import {isOn, type PromotionHistory, type PromotionSpan} from '../../domain/promotion.ts';
import type {NamedQuery} from '../../questions/queries.ts';
import type {Store} from '../../store/open.ts';
import {promotionHistories} from './promotion-histories.ts';
import {findNamed} from './state-promotion.ts';

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
	const {collections} = promotionHistories(store, {from: 0, to: now}, true);
	const isMeant = ({sectionUuid, ratingKey}: PromotionHistory): boolean =>
		sectionUuid === collection.sectionUuid && ratingKey === collection.ratingKey;
	return joined(collections.find(isMeant)?.spans ?? []);
};
