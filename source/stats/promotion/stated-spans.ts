import type {PromotionSpan} from '../../domain/promotion.ts';
import type {StatedPromotion} from '../../domain/rotation.ts';

/** What was stated of one collection as spans, in order; what is still to come nobody has seen. `now`: Unix seconds. */
export const statedSpans = (
	stated: readonly StatedPromotion[],
	{sectionUuid, ratingKey}: Pick<StatedPromotion, 'sectionUuid' | 'ratingKey'>,
	now: number,
): readonly PromotionSpan[] =>
	stated
		.filter(one => one.sectionUuid === sectionUuid && one.ratingKey === ratingKey)
		.map(({from, to}): PromotionSpan => {
			return {from, to: Math.min(to ?? now, now), shown: 'somewhere', row: null, source: 'stated'};
		})
		.filter(({from, to}) => from < to)
		.toSorted((one, two) => one.from - two.from);
