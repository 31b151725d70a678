import * as z from 'zod/mini';
import type {Days, WindowTotal} from '../../domain/period.ts';
import {serverError} from '../../http/status.ts';
import type {Call} from '../call.ts';
import type {ItemStatsRequest} from '../client.ts';
import {requireWindow} from '../days.ts';
import {num} from '../wire.ts';
import {windowWords} from '../words.ts';

const command = 'get_item_watch_time_stats';

const wire = z.pipe(
	z.object({query_days: num, total_plays: num, total_time: num}),
	z.transform(
		(row): WindowTotal => ({
			days: row.query_days,
			plays: row.total_plays,
			playedSeconds: row.total_time,
			users: null,
		}),
	),
);

/** The windows, if they are those that were asked for. */
const decode = (call: Call, days: readonly Days[], data: unknown): WindowTotal[] => {
	const windows = [...call.decodeList(command, windowWords, wire, data).read];
	if (windows.length === 0) {
		throw serverError(
			call.transport,
			'not-found',
			`has no statistics of that kind: its answer to ${command} is empty.`,
			{
				hint: 'Is the key a number?',
			},
		);
	}
	if (windows.length !== days.length || windows.some((window, index) => window.days !== days[index])) {
		throw serverError(call.transport, 'bad-answer', `answered ${command} for other windows than those asked.`);
	}
	return windows;
};

/**
 * Plays and seconds of an item at any level, or of a collection's members as they are now; windows in the order asked.
 *
 * Zeros are ambiguous: nothing played, an unknown key, and for a collection a Plex that cannot be reached, all look the
 * same. This command alone cannot tell; whoever stores a collection's zeros compares the members first (see `collect`).
 */
export const getItemStats = async (
	call: Call,
	{ratingKey, mediaType, days}: ItemStatsRequest,
	signal?: AbortSignal,
): Promise<WindowTotal[]> => {
	const query = {
		rating_key: ratingKey,
		...(mediaType ? {media_type: mediaType} : {}),
		query_days: days.map(requireWindow).join(','),
		grouping: call.grouping,
	};
	const {data} = await call.ask(command, query, {signal});
	return decode(call, days, data);
};
