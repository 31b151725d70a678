import {AppError} from '../../domain/app-error.ts';
import type {NarrowingFacts} from '../../stats/plays/narrow.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** What plays are narrowed and grouped by that only the store knows. */
export type PlayFacts = NarrowingFacts & {
	/** In which collections a key of a play is. */
	readonly collectionsOf: (key: number) => readonly number[];
};

const none: readonly number[] = [];

const membersUnknown = (): AppError =>
	new AppError('waiting', 'Which titles are in the collections has not been read yet.', {
		hint: 'tautop collect reads it from Plex.',
	});

/** Looked up when first needed, once for one question. */
export const playFacts = (mirror: Mirror, serverId: number): PlayFacts => {
	let byKey: ReadonlyMap<number, readonly number[]> | null = null;
	const keysOfCollection = (key: number): ReadonlySet<number> => {
		if (!mirror.collectionKeys.collectionsRead().has(key)) throw membersUnknown();
		return mirror.collectionKeys.keysOfCollection(key);
	};
	return {
		keysOf: (kind, id) =>
			kind === 'title' ? mirror.playOwners.keysOf(serverId, Number(id)) : keysOfCollection(Number(id)),
		titlesWith: word => mirror.titles.withWord(word),
		userNames: () => mirror.names.users(serverId),
		collectionsOf: key => {
			if (!byKey && mirror.collectionKeys.collectionsRead().size === 0) throw membersUnknown();
			byKey ??= mirror.collectionKeys.collectionsByKey();
			return byKey.get(key) ?? none;
		},
	};
};
