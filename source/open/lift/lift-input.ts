import {AppError} from '../../domain/app-error.ts';
import {type Collection, collectionKey, isPromoted} from '../../domain/collection.ts';
import type {LiftQuery} from '../../domain/lift.ts';
import {memberLevel} from '../../domain/member-level.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {LiftCollection, LiftInput, Stretch} from '../../stats/lift/input.ts';
import {rotationSpan} from '../../stats/promotion/rotation-spans.ts';
import type {Store} from '../../store/open.ts';
import {promotionHistories} from '../promotion/promotion-histories.ts';

/** Collections whose promotion was ever recorded, and what is known of it. */
type KnownCollections = Pick<LiftInput, 'collections' | 'only'> & {
	/** Names of libraries that rotate faster than anybody looks. */
	readonly needLooks: readonly string[];
};

/** When a rotation of another program was on the screen; throws where nobody knows it, or it was before the days that count. */
const rotationTime = ({rotations}: Store, rotationId: number, window: Stretch): Stretch => {
	const time = rotationSpan(rotations.list(), rotationId);
	if (time && time.to <= window.from)
		throw new AppError('not-found', `Rotation ${rotationId} ended before the days that are counted.`, {
			hint: 'Ask for more of them; --days 0 counts all that there are.',
		});
	if (time) return time;
	throw new AppError('not-found', `No rotation ${rotationId} is known.`, {
		hint: 'tautop import FILE takes over the rotations of homescreen-hero.',
	});
};

const liftCollection = (
	{mirror}: Store,
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

/** The one place where lift learns what was promoted when, and what the collections held. */
export const readCollections = (
	store: Store,
	window: Stretch,
	{stated, rotationId}: Pick<LiftQuery, 'stated' | 'rotationId'>,
): KnownCollections => {
	const only = rotationId === null ? null : [rotationTime(store, rotationId, window)];
	const {collections, needFrequentLooks} = promotionHistories(store, window, stated);
	const known = new Map(collections.map(each => [collectionKey(each), each]));
	return {
		collections: store.collections.listed().flatMap(each => {
			const {spans = [], placed = null} = known.get(collectionKey(each)) ?? {};
			// One look is no time yet, but what it found on is promoted.
			const isKnown = spans.length > 0 || isPromoted(placed?.promoted ?? null);
			return isKnown ? [liftCollection(store, each, spans)] : [];
		}),
		only,
		needLooks: needFrequentLooks,
	};
};
