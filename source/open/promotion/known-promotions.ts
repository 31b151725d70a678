import type {Collection} from '../../domain/collection.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {CollectionName} from '../../domain/rotation.ts';
import {mergeSpans} from '../../stats/promotion/merge-spans.ts';
import {createRotationSpans} from '../../stats/promotion/rotation-spans.ts';
import {statedSpans} from '../../stats/promotion/stated-spans.ts';
import type {Store} from '../../store/open.ts';

type Named = Pick<Collection, 'title' | 'libraryName' | 'sectionUuid' | 'ratingKey'>;

/** What is known of a collection, with what looks tell of it. */
export type KnownOf = (collection: Named, looks: readonly PromotionSpan[]) => readonly PromotionSpan[];

const nameOf = ({title, libraryName}: Named): CollectionName => ({library: libraryName, name: title});

/**
 * Joins looks with what was imported, and with what was stated where `withStated` is true. Everything is read once, for
 * however many collections. The window is in Unix seconds and ends now, at the latest.
 */
export const createKnownOf = (
	{collections, rotations, stated}: Pick<Store, 'collections' | 'rotations' | 'stated'>,
	window: {readonly from: number; readonly to: number},
	withStated: boolean,
): KnownOf => {
	const history = {rotations: rotations.list(), pins: rotations.pins()};
	const rotationSpans = createRotationSpans(history, collections.listed().map(nameOf), window);
	const statements = withStated ? stated.list() : [];
	return (collection, looks) =>
		mergeSpans(looks, rotationSpans(nameOf(collection)), statedSpans(statements, collection, window.to));
};
