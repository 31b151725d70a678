import {z} from 'zod';
import type {UserStats} from '../domain/user.ts';
import type {Call} from './call.ts';
import {num, shownName, text} from './wire.ts';

const wire = z.array(
	z.object({user_id: num, friendly_name: text, username: text, total_plays: num, total_time: num}).transform(
		(row): UserStats => ({
			userId: row.user_id,
			friendlyName: shownName(row.friendly_name, row.username),
			plays: row.total_plays,
			playedSeconds: row.total_time,
		}),
	),
);

/** Who ever played an item. Empty for a collection too when Plex is away: this command alone cannot tell. */
export const getItemUserStats = (
	call: Call,
	ratingKey: string,
	mediaType?: 'collection',
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	const item = {rating_key: ratingKey, ...(mediaType ? {media_type: mediaType} : {})};
	return call.read('get_item_user_stats', wire, {...item, grouping: call.grouping}, {signal});
};
