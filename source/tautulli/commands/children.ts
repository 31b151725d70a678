import * as z from 'zod/mini';
import type {Member} from '../../domain/collection.ts';
import type {Call} from '../call.ts';
import {key, text} from '../wire.ts';
import {memberWords} from '../words.ts';

const wire = z.object({children_list: z.unknown()});

const child = z.pipe(
	z.object({rating_key: key, media_type: text, title: text, guid: text}),
	z.transform(
		(row): Member => ({
			ratingKey: row.rating_key,
			type: row.media_type,
			title: row.title,
			guid: row.guid,
		}),
	),
);

/**
 * The members of a collection (or the seasons of a show) that Tautulli would count now. None for an empty collection, an
 * unknown key and a dead Plex alike: who asks compares with what else is known. Entries without a key, such as the "All
 * episodes" of a show, are no items.
 */
export const getChildren = async (
	call: Call,
	ratingKey: string,
	mediaType: 'collection' | 'show',
	signal?: AbortSignal,
): Promise<Member[]> => {
	const query = {rating_key: ratingKey, media_type: mediaType};
	const {children_list: list} = await call.read('get_children_metadata', wire, query, {signal});
	const {read: members} = call.decodeList('get_children_metadata', memberWords, child, list);
	return members.filter(member => member.ratingKey !== '');
};
