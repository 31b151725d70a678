import * as z from 'zod/mini';
import type {Call} from '../call.ts';
import {text} from '../wire.ts';
import {getLibraries} from './libraries.ts';

const wire = z.object({media_type: z.optional(text)});

/**
 * What kind of item a key names (movie, show, collection, …), or null where Plex knows no such item. Tautulli answers
 * nothing for an unknown key and for a dead Plex alike, so nothing is believed only when Plex lists its libraries.
 */
export const getMediaType = async (call: Call, ratingKey: string, signal?: AbortSignal): Promise<string | null> => {
	const {media_type: mediaType} = await call.read('get_metadata', wire, {rating_key: ratingKey}, {signal});
	if (mediaType) return mediaType;
	await getLibraries(call, signal);
	return null;
};
