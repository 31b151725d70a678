import * as z from 'zod';
import type {UserStats} from '../domain/user.ts';
import type {Call} from './call.ts';
import {num, shownName, text} from './wire.ts';
import {userWords} from './words.ts';

const wire = z.object({user_id: num, friendly_name: text, username: text, total_plays: num, total_time: num}).transform(
	(row): UserStats => ({
		userId: row.user_id,
		friendlyName: shownName(row.friendly_name, row.username),
		plays: row.total_plays,
		playedSeconds: row.total_time,
	}),
);

/** Who ever played an item. Empty for a collection too when Plex is away: this command alone cannot tell. */
export const getItemUserStats = async (
	call: Call,
	ratingKey: string,
	mediaType?: 'collection',
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	const item = {rating_key: ratingKey, ...(mediaType ? {media_type: mediaType} : {})};
	const {data} = await call.ask('get_item_user_stats', {...item, grouping: call.grouping}, {signal});
	return [...call.decodeList('get_item_user_stats', userWords, wire, data).read];
};
