import type {Board} from '../../domain/board.ts';
import {collectionKey} from '../../domain/collection.ts';
import type {CollectionLift, LiftAnswer} from '../../domain/lift.ts';
import {collectionLabels as labels, toldCollections} from '../collection-labels.ts';
import {type Family, family, type Metric} from '../family.ts';
import {topic} from '../topic.ts';

/** A year, as wherever lift stands beside other numbers. */
const days = 365;

const metrics = {
	lift: {
		name: 'tautop_collection_lift',
		type: 'gauge',
		help: 'How many times as often its titles were begun while it was promoted, in the last year.',
		labels,
	},
	low: {
		name: 'tautop_collection_lift_low',
		type: 'gauge',
		help: 'The lower end of the interval of the lift; above 1: promoting it surely went along with more.',
		labels,
	},
	high: {
		name: 'tautop_collection_lift_high',
		type: 'gauge',
		help: 'The upper end of the interval of the lift; below 1: promoting it surely went along with less.',
		labels,
	},
} as const satisfies Record<string, Metric>;

type Lifts = {readonly board: Board; readonly lift: Pick<LiftAnswer, 'collections'>};

/** What promoting the most played collections did; one whose lift is not known is not there. */
const liftFamilies = ({board, lift}: Lifts): readonly Family[] => {
	const {told} = toldCollections(board);
	const lifts = new Map(lift.collections.map(each => [collectionKey(each), each]));
	const samples = (numberOf: (one: CollectionLift) => number | null) =>
		told.map(({key, labels: its}) => {
			const found = lifts.get(key);
			return {labels: its, value: found ? numberOf(found) : null};
		});
	return [
		family(
			metrics.lift,
			samples(each => each.lift),
		),
		family(
			metrics.low,
			samples(each => each.low),
		),
		family(
			metrics.high,
			samples(each => each.high),
		),
	];
};

export const lift = topic({
	name: 'lift',
	metrics,
	ask: async ({sources, signal, board}) => ({
		board: await board(),
		lift: await sources.lift({days, stated: false, rotationId: null, fresh: true}, signal),
	}),
	families: liftFamilies,
});
