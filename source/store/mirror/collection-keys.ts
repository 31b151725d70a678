import type {Database} from '../database.ts';

/**
 * To which keys of plays a collection comes down: what its members are today, at the level that they are of: items, seasons or
 * albums, shows or artists. Plays are read under the keys of today.
 */
export type CollectionKeys = {
	readonly keysOfCollection: (key: number) => ReadonlySet<number>;
	/** The names of the collections that are there today. */
	readonly collectionNames: () => ReadonlyMap<number, string>;
	/** The collections whose members are known. */
	readonly collectionsRead: () => ReadonlySet<number>;
	/** The collections that each key of a play is in. */
	readonly collectionsByKey: () => ReadonlyMap<number, readonly number[]>;
};

type MemberRow = {readonly collection_key: number; readonly member_key: number};

export const createCollectionKeys = (database: Database): CollectionKeys => {
	const ofCollection = database.prepare<[number], MemberRow>(
		'SELECT collection_key, member_key FROM collection_members WHERE collection_key = ?',
	);
	const all = database.prepare<[], MemberRow>('SELECT collection_key, member_key FROM collection_members');
	const read = database.prepare<[], {collection_key: number}>('SELECT collection_key FROM collection_reads');
	const names = database.prepare<[], {rating_key: number; title: string}>('SELECT rating_key, title FROM collections');
	return {
		collectionNames: () => new Map(names.all().map(({rating_key, title}) => [Number(rating_key), title])),
		collectionsRead: () => new Set(read.all().map(({collection_key}) => collection_key)),
		keysOfCollection: key => new Set(ofCollection.all(key).map(({member_key}) => member_key)),
		collectionsByKey: () => {
			const found = new Map<number, number[]>();
			for (const {collection_key, member_key} of all.all()) {
				const known = found.get(member_key);
				if (known) known.push(collection_key);
				else found.set(member_key, [collection_key]);
			}
			return found;
		},
	};
};
