import type {PromotionHistories, PromotionHistory} from '../../domain/promotion.ts';
import {knownPromotions} from '../../stats/promotion/known-spans.ts';
import type {Store} from '../../store/open.ts';

/** Unix seconds, `[from, to)`. */
type Window = {readonly from: number; readonly to: number};

type Section = Pick<PromotionHistories, 'collections' | 'lookedAt'> & {readonly needsFrequentLooks: boolean};

const ofSection = ({promotions}: Store, sectionUuid: string, window: Window): Section => {
	const looks = promotions.ofSection(sectionUuid, window.from);
	const {spans, needsFrequentLooks} = knownPromotions(looks, window);
	const lookedAt = promotions.lastLook(sectionUuid);
	const collections = [...looks.states].map(([ratingKey, states]): PromotionHistory => {
		const state = states.at(-1);
		return {
			sectionUuid,
			ratingKey,
			placed: state && state.last === lookedAt ? {promoted: state.promoted, row: state.row} : null,
			spans: spans.get(ratingKey) ?? [],
		};
	});
	return {collections, lookedAt, needsFrequentLooks};
};

const newest = (times: ReadonlyArray<number | null>): number | null =>
	times.reduce((one, two) => (two === null || (one !== null && one > two) ? one : two), null);

/** All that is known of where collections were shown, from every source. */
export const promotionHistories = (store: Store, window: Window): PromotionHistories => {
	const libraries = store.collections.libraries();
	const sections = libraries.map(({uuid, name}) => ({name, ...ofSection(store, uuid, window)}));
	return {
		...window,
		lookedAt: newest(sections.map(({lookedAt}) => lookedAt)),
		collections: sections.flatMap(({collections}) => collections),
		needFrequentLooks: sections.flatMap(({name, needsFrequentLooks}) => (needsFrequentLooks ? [name] : [])),
	};
};
