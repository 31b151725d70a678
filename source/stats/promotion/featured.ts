import type {Snapshot} from '../../domain/collection.ts';
import type {CollectionName} from '../../domain/rotation.ts';
import {comparable} from '../../domain/text/text.ts';

const keyOf = (library: string, name: string): string => JSON.stringify([comparable(library), comparable(name)]);

/**
 * The snapshots of a rotation's collections: those that were taken for it, and the newest of those that it featured beside
 * them, by name.
 */
export const featuredSnapshots = (
	taken: readonly Snapshot[],
	newest: readonly Snapshot[],
	featured: readonly CollectionName[],
): readonly Snapshot[] => {
	const nameOf = ({libraryName, collectionName}: Snapshot): string => keyOf(libraryName, collectionName);
	const names = new Set(featured.map(({library, name}) => keyOf(library, name)));
	const known = new Set(taken.map(nameOf));
	const isFeatured = (snapshot: Snapshot): boolean =>
		names.has(nameOf(snapshot)) || names.has(keyOf('', snapshot.collectionName));
	return [...taken, ...newest.filter(snapshot => isFeatured(snapshot) && !known.has(nameOf(snapshot)))];
};
