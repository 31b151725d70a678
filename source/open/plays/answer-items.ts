import type {CollectionItem} from '../../domain/collection.ts';
import type {PlaySources} from './answer-plays.ts';

/** What a collection holds now, with the sizes that Plex's listing tells. Empty: its members have not been read. */
export const answerItems = (
	{mirrored}: Pick<PlaySources, 'mirrored'>,
	ratingKey: string,
): readonly CollectionItem[] => {
	const {mirror} = mirrored.current();
	const stays = mirror.members.stays(ratingKey).filter(({lastSeen}) => lastSeen === null);
	const serverId = mirror.servers.current()?.serverId;
	const keys = stays.map(stay => Number(stay.ratingKey));
	const facts = serverId === undefined ? null : mirror.sizes.facts(serverId, keys);
	return stays.map(({ratingKey: key, type, title, addedAt, firstSeen}) => ({
		ratingKey: key,
		type,
		title,
		size: facts?.get(Number(key))?.size ?? null,
		addedAt,
		since: firstSeen,
	}));
};
