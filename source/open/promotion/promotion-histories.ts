import type {PromotionHistories, PromotionHistory} from '../../domain/promotion.ts';
import {type KnownPromotions, knownPromotions} from '../../stats/promotion/known-spans.ts';
import type {Store} from '../../store/open.ts';
import {createKnownOf} from './known-promotions.ts';

/** Unix seconds, `[from, to)`. */
type Window = {readonly from: number; readonly to: number};

type Looked = KnownPromotions & {readonly lookedAt: number | null} & Pick<
		ReturnType<Store['promotions']['ofSection']>,
		'states'
	>;

const lookedOf = ({promotions}: Store, sectionUuid: string, window: Window): Looked => {
	const looks = promotions.ofSection(sectionUuid, window.from);
	return {...knownPromotions(looks, window), states: looks.states, lookedAt: promotions.lastLook(sectionUuid)};
};

const newest = (times: ReadonlyArray<number | null>): number | null =>
	times.reduce((one, two) => (two === null || (one !== null && one > two) ? one : two), null);

/**
 * All that is known of where the listed collections were shown: from looks, from the rotations of another program, and where
 * `withStated` is true from what somebody stated.
 */
export const promotionHistories = (store: Store, window: Window, withStated = false): PromotionHistories => {
	const libraries = store.collections.libraries();
	const looked = new Map(libraries.map(({uuid}) => [uuid, lookedOf(store, uuid, window)]));
	const knownOf = createKnownOf(store, window, withStated);
	const collections = store.collections.listed().map((collection): PromotionHistory => {
		const {sectionUuid, ratingKey} = collection;
		const section = looked.get(sectionUuid);
		const state = section?.states.get(ratingKey)?.at(-1);
		return {
			sectionUuid,
			ratingKey,
			placed: state && state.last === section?.lookedAt ? {promoted: state.promoted, row: state.row} : null,
			spans: knownOf(collection, section?.spans.get(ratingKey) ?? []),
		};
	});
	return {
		...window,
		lookedAt: newest([...looked.values()].map(({lookedAt}) => lookedAt)),
		collections,
		needFrequentLooks: libraries.flatMap(({uuid, name}) => (looked.get(uuid)?.needsFrequentLooks ? [name] : [])),
	};
};
