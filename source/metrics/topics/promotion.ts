import type {Board} from '../../domain/board.ts';
import {collectionKey} from '../../domain/collection.ts';
import type {PromotionHistories} from '../../domain/promotion.ts';
import {collectionLabels, toldCollections} from '../collection-labels.ts';
import {type Family, family, type Metric, single, truth} from '../family.ts';
import {topic} from '../topic.ts';

const metrics = {
	promoted: {
		name: 'tautop_collection_promoted',
		type: 'gauge',
		help: "Whether it is on the owner's Home (home), the friends' Home (shared), the Recommended tab (recommended).",
		labels: [...collectionLabels, 'place'],
	},
	position: {
		name: 'tautop_collection_position',
		type: 'gauge',
		help: 'Its row among all that is shown in its library, 1 at the top; one that is shown nowhere is not there.',
		labels: collectionLabels,
	},
	looked: {
		name: 'tautop_promotion_looked_timestamp_seconds',
		type: 'gauge',
		help: 'When somebody last looked at what is promoted.',
		unit: 'seconds',
		labels: [],
	},
} as const satisfies Record<string, Metric>;

const places = ['home', 'shared', 'recommended'] as const;

type Promotions = {
	readonly board: Board;
	readonly promotions: Pick<PromotionHistories, 'collections' | 'lookedAt'>;
};

/** Where the most played collections stand; a look is younger than the flags of a run. */
const promotionFamilies = ({board, promotions}: Promotions): readonly Family[] => {
	const placed = new Map(promotions.collections.map(each => [collectionKey(each), each.placed]));
	const {told} = toldCollections(board);
	return [
		family(
			metrics.promoted,
			told.flatMap(({key, labels, row}) => {
				const promoted = placed.get(key)?.promoted ?? row.snapshot.promoted;
				return places.map(place => ({labels: {...labels, place}, value: truth(promoted?.[place] ?? null)}));
			}),
		),
		family(
			metrics.position,
			told.map(({key, labels}) => ({labels, value: placed.get(key)?.row ?? null})),
		),
		single(metrics.looked, promotions.lookedAt),
	];
};

export const promotion = topic({
	name: 'promotion',
	metrics,
	ask: async ({sources, signal, board}) => ({
		board: await board(),
		promotions: await sources.promotions({days: 1}, signal),
	}),
	families: promotionFamilies,
});
