import {z} from 'zod';
import type {Call} from './call.ts';
import type {PlayTable} from './mirror-client.ts';
import {time} from './mirror-row.ts';
import {readTable} from './table.ts';
import {numOrNull} from './wire.ts';

const row = z.object({plays: numOrNull, last_seen: time});

/** How many starts are worth a look: one of them may be of a row that the history does not show. */
const mostStarts = 3;

/** Rows and newest starts by Tautulli's table of users, each row a play whatever the user's grouping. */
export const getPlayTable = async (call: Call, signal?: AbortSignal): Promise<PlayTable> => {
	const rows = await readTable(call, 'get_users_table', row, {grouping: false}, {signal});
	const starts = rows.flatMap(({last_seen}) => last_seen ?? []).toSorted((one, two) => two - one);
	return {plays: rows.reduce((sum, {plays}) => sum + (plays ?? 0), 0), newestStarts: starts.slice(0, mostStarts)};
};
