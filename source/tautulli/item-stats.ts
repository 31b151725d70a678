import type {WindowTotal} from '../domain/period.ts';
import type {Call} from './call.ts';
import type {ItemStatsRequest} from './client.ts';
import {readWindows} from './windows.ts';

/**
 * Plays and seconds of an item at any level, or of a collection's members as they are now.
 *
 * Zeros are ambiguous: nothing played, an unknown key, and for a collection a Plex that cannot be reached, all look the
 * same. This command alone cannot tell; whoever stores a collection's zeros compares the members first (see `collect`).
 */
export const getItemStats = (call: Call, request: ItemStatsRequest, signal?: AbortSignal): Promise<WindowTotal[]> => {
	const {ratingKey, mediaType, days} = request;
	const item = {rating_key: ratingKey, ...(mediaType ? {media_type: mediaType} : {})};
	return readWindows(call, 'get_item_watch_time_stats', item, days, {signal});
};
