import type {Level} from '../../domain/plays/unwatched.ts';
import {type Unit, unitOf} from '../../stats/idle/units.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** The keys of the collections that each unit is in, by itself, its parents or its leaves; null: no collection was read yet. */
export const unitCollections = (
	mirror: Mirror,
	serverId: number,
	level: Level,
	units: readonly Unit[],
): ReadonlyMap<number, ReadonlySet<number>> | null => {
	if (mirror.collectionKeys.collectionsRead().size === 0) return null;
	const byKey = mirror.collectionKeys.collectionsByKey();
	const found = new Map<number, Set<number>>();
	const add = (unit: number, key: number): void => {
		const collections = byKey.get(key);
		if (!collections) return;
		const known = found.get(unit) ?? new Set<number>();
		for (const collection of collections) known.add(collection);
		found.set(unit, known);
	};
	for (const unit of units) for (const key of unit.keys) add(unit.key, key);
	for (const leaf of mirror.sizes.leaves(serverId, [...byKey.keys()])) add(unitOf(level, leaf).key, leaf.leaf);
	return found;
};
