import type {MembershipQuery} from '../../questions/queries.ts';
import {answering, type PlaySources} from './answer-plays.ts';
import {readCollections} from './answer-title-facts.ts';

/** In which collections some titles are: all that is read of collections is read once. */
export const answerMemberships = (
	sources: PlaySources,
	{ratingKeys}: MembershipQuery,
): Readonly<Record<string, readonly string[]>> => {
	const {mirror, state} = answering(sources);
	const collectionsOf = readCollections(mirror);
	if (!collectionsOf) return {};
	return Object.fromEntries(
		ratingKeys
			.map(key => [key, collectionsOf(mirror.sizes.family(state.serverId, Number(key)))] as const)
			.filter(([, names]) => names.length > 0),
	);
};
