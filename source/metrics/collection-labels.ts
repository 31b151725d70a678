import type {Board, BoardRow} from '../domain/board.ts';
import {collectionKey} from '../domain/collection.ts';
import {bounded} from './bounds.ts';
import type {Family} from './family.ts';
import {distinctNames} from './names.ts';

export const collectionLabels = ['collection', 'library'] as const;

/** A collection that has series of its own, and what they are called. */
export type ToldCollection = {
	readonly row: BoardRow;
	/** What tells it from all others. */
	readonly key: string;
	readonly labels: {readonly collection: string; readonly library: string};
};

/** The most played collections, and how many are left out. */
export const toldCollections = ({rows}: Board): {readonly told: readonly ToldCollection[]; readonly left: Family} => {
	const {kept, left} = bounded('collections', rows);
	const names = new Map(
		[...Map.groupBy(rows, ({snapshot}) => snapshot.libraryName).values()].flatMap(some => [
			...distinctNames(
				some.map(({snapshot}) => ({
					key: collectionKey(snapshot),
					short: snapshot.ratingKey,
					name: snapshot.collectionName,
				})),
			),
		]),
	);
	const told = kept.map(row => {
		const {collectionName, libraryName} = row.snapshot;
		const key = collectionKey(row.snapshot);
		return {
			row,
			key,
			labels: {collection: names.get(key) ?? collectionName, library: libraryName},
		};
	});
	return {told, left};
};
