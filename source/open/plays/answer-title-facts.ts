import type {ListedTitle} from '../../domain/catalogue.ts';
import type {TitleQuery} from '../../questions/queries.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';
import {answering, type PlaySources} from './answer-plays.ts';

/** The collections of all keys that stand for a title; null: no collection was read yet. */
export const readCollections = (mirror: Mirror): ((keys: readonly number[]) => readonly string[]) | null => {
	if (mirror.collectionKeys.collectionsRead().size === 0) return null;
	const byKey = mirror.collectionKeys.collectionsByKey();
	const names = mirror.collectionKeys.collectionNames();
	return keys => [...new Set(keys.flatMap(key => byKey.get(key) ?? []))].flatMap(key => names.get(key) ?? []).sort();
};

/** How large a title is, when it came, and in which collections it is, as Plex was listed last. */
export const answerTitleFacts = (sources: PlaySources, {ratingKey}: TitleQuery): ListedTitle | null => {
	const {mirror, state} = answering(sources);
	const key = Number(ratingKey);
	const facts = mirror.sizes.facts(state.serverId, [key]).get(key);
	if (!facts) return null;
	return {...facts, collections: readCollections(mirror)?.(mirror.sizes.family(state.serverId, key)) ?? null};
};
