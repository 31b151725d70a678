import type {NarrowingFacts} from '../../stats/plays/narrow.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** What plays are narrowed and grouped by that only the store knows. */
export type PlayFacts = NarrowingFacts & {
	/** In which collections a key of a play is. */
	readonly collectionsOf: (key: number) => readonly number[];
};

const none: readonly number[] = [];

/** Looked up when first needed, once for one question. */
export const playFacts = (mirror: Mirror, serverId: number): PlayFacts => {
	let byKey: ReadonlyMap<number, readonly number[]> | null = null;
	return {
		keysOf: (kind, id) =>
			kind === 'title'
				? mirror.owners.keysOfTitle(serverId, Number(id))
				: mirror.owners.keysOfCollection(serverId, Number(id)),
		rowsWith: text => mirror.search.rowsWith(serverId, text),
		collectionsOf: key => {
			byKey ??= mirror.owners.collectionsByKey(serverId);
			return byKey.get(key) ?? none;
		},
	};
};
