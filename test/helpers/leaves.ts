import type {Leaf} from '../../source/domain/leaf.ts';
import type {Mirror} from '../../source/store/mirror/mirror.ts';
import {runThrough} from './run-through.ts';

/** A film of library 1, unless something else is said. */
export const leafOf = (given: Pick<Leaf, 'ratingKey' | 'guid'> & Partial<Leaf>): Leaf => ({
	parentRatingKey: '',
	grandparentRatingKey: '',
	sectionId: '1',
	type: 'movie',
	title: `Title ${given.ratingKey}`,
	parentTitle: '',
	grandparentTitle: '',
	season: null,
	episode: null,
	year: null,
	edition: '',
	addedAt: null,
	size: null,
	fileHash: '',
	...given,
});

/** What Plex lists now, all libraries of it; then decides whose each play is. */
export const listLeaves = (mirror: Mirror, serverId: number, leaves: readonly Leaf[], at = 0) => {
	const sections = Map.groupBy(leaves, ({sectionId}) => sectionId);
	for (const [sectionId, own] of sections)
		mirror.catalogue.save(serverId, {sectionId, name: `Library ${sectionId}`, changedAt: null}, own, at);
	mirror.catalogue.keepOnly(serverId, [...sections.keys()]);
	return runThrough(mirror.playOwners.decide(serverId, 'all'));
};
