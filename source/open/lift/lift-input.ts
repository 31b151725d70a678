import {AppError} from '../../domain/app-error.ts';
import type {Collection} from '../../domain/collection.ts';
import type {LiftQuery} from '../../domain/lift.ts';
import {memberLevel} from '../../domain/member-level.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {LiftCollection, LiftInput, Stretch} from '../../stats/lift/input.ts';
import {knownPromotions} from '../../stats/promotion/known-spans.ts';
import type {Store} from '../../store/open.ts';

/** What lift reads of the store beside plays. */
export type LiftStore = Pick<Store, 'collections' | 'promotions' | 'mirror'>;

/** Collections whose promotion was ever recorded, and what is known of it. */
export type KnownCollections = Pick<LiftInput, 'collections' | 'only'> & {
	/** Names of libraries that rotate faster than anybody looks. */
	readonly needLooks: readonly string[];
};

/** What is known of the promotion of a library's collections, by rating key; a key that is missing: never recorded. */
const spansOf = (
	{promotions}: LiftStore,
	sectionUuid: string,
	window: Stretch,
): {readonly spans: ReadonlyMap<string, readonly PromotionSpan[]>; readonly needsFrequentLooks: boolean} =>
	knownPromotions(promotions.ofSection(sectionUuid, window.from), window);

/** When a rotation of another program was on the screen; throws where nobody knows it. */
const rotationTime = (_: LiftStore, rotationId: number): Stretch => {
	throw new AppError('not-found', `No rotation ${rotationId} is known.`, {
		hint: 'Rotations of another program are known once they were imported.',
	});
};

const liftCollection = (
	{mirror}: LiftStore,
	{ratingKey, sectionUuid, title, libraryName, mediaType}: Collection,
	spans: readonly PromotionSpan[],
): LiftCollection => ({
	ratingKey,
	sectionUuid,
	title,
	libraryName,
	mediaType,
	level: memberLevel(mediaType),
	members: mirror.members.stays(ratingKey).map(({ratingKey: key, ...stay}) => ({key: Number(key), ...stay})),
	spans,
});

/** The one place where lift learns what was promoted when. */
export const readCollections = (
	store: LiftStore,
	window: Stretch,
	{stated, rotationId}: Pick<LiftQuery, 'stated' | 'rotationId'>,
): KnownCollections => {
	const only = rotationId === null ? null : [rotationTime(store, rotationId)];
	const needLooks: string[] = [];
	const found: LiftCollection[] = [];
	for (const [sectionUuid, collections] of Map.groupBy(store.collections.listed(), each => each.sectionUuid)) {
		const {spans, needsFrequentLooks} = spansOf(store, sectionUuid, window);
		if (needsFrequentLooks) needLooks.push(collections[0]?.libraryName ?? '');
		for (const each of collections) {
			const known = spans.get(each.ratingKey);
			if (known)
				found.push(
					liftCollection(
						store,
						each,
						known.filter(({source}) => stated || source !== 'stated'),
					),
				);
		}
	}
	return {collections: found, only, needLooks};
};
