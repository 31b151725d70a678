import type {Board, BoardRow} from '../../domain/board.ts';
import {collectionLabels as labels, toldCollections} from '../collection-labels.ts';
import {type Family, family, type Metric, single} from '../family.ts';
import {topic} from '../topic.ts';

const metrics = {
	plays: {
		name: 'tautop_collection_plays',
		type: 'gauge',
		help: 'Plays of the members in the last 30 days, as of the last run.',
		labels,
	},
	seconds: {
		name: 'tautop_collection_played_seconds',
		type: 'gauge',
		help: 'Seconds played of the members in the last 30 days, as of the last run.',
		unit: 'seconds',
		labels,
	},
	users: {
		name: 'tautop_collection_users',
		type: 'gauge',
		help: 'Who played a member in the last 30 days, each once, as of the last run.',
		labels,
	},
	items: {
		name: 'tautop_collection_items',
		type: 'gauge',
		help: 'How many members there are.',
		labels,
	},
	rank: {
		name: 'tautop_collection_rank',
		type: 'gauge',
		help: 'The place among all collections by these plays, 1 at the top.',
		labels,
	},
	collected: {
		name: 'tautop_collections_collected_timestamp_seconds',
		type: 'gauge',
		help: 'When collections were counted last.',
		unit: 'seconds',
		labels: [],
	},
} as const satisfies Record<string, Metric>;

/** How the most played collections do. */
const collectionFamilies = (board: Board): readonly Family[] => {
	const {told, left} = toldCollections(board);
	const samples = (numberOf: (row: BoardRow) => number | null) =>
		told.map(({row, labels: its}) => ({labels: its, value: numberOf(row)}));
	return [
		family(
			metrics.plays,
			samples(row => row.plays),
		),
		family(
			metrics.seconds,
			samples(row => row.playedSeconds),
		),
		family(
			metrics.users,
			samples(row => row.uniqueUsers),
		),
		family(
			metrics.items,
			samples(row => row.snapshot.totalItems),
		),
		family(
			metrics.rank,
			samples(row => row.rank),
		),
		single(metrics.collected, board.collectedAt),
		left,
	];
};

export const collections = topic({
	name: 'collections',
	metrics,
	ask: ({board}) => board(),
	families: collectionFamilies,
});
