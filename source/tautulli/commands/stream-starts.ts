import * as z from 'zod/mini';
import type {Call} from '../call.ts';
import {historyLimits} from '../limits.ts';
import {time} from '../mirror-row.ts';
import {key, num} from '../wire.ts';

/** `draw` is 0 where the query failed, and the emptiness means nothing. */
const wire = z.object({draw: z.pipe(num, z.literal(1)), data: z.array(z.unknown())});

/** Rows that have ended have no key of a session. */
const row = z.object({session_key: key, started: time});

/** What runs began lately: behind so many plays of the same titles there is none. */
const mostRows = 200;
const mostBytes = 4 * 1024 * 1024;

/** Whoever draws with it draws without it too, and does not wait. */
const timeoutSeconds = 3;

/**
 * When running streams of these titles began (Unix seconds), by their session keys: `get_activity` does not say. Narrowed to the titles,
 * since they have an index; a session that is not named is not known.
 */
export const getStreamStarts = async (
	call: Call,
	ratingKeys: readonly string[],
	signal?: AbortSignal,
): Promise<Readonly<Record<string, number>>> => {
	const query = {
		rating_key: ratingKeys.join(','),
		grouping: false,
		include_activity: true,
		order_column: 'date',
		order_dir: 'desc',
		start: 0,
		length: mostRows,
	};
	const {data} = await call.ask('get_history', query, {
		...historyLimits(mostRows, mostBytes),
		signal,
		timeoutSeconds,
		retries: 0,
	});
	const {data: rows} = call.decode('get_history', wire, data);
	return Object.fromEntries(
		rows.flatMap(each => {
			const read = row.safeParse(each).data;
			return read && read.session_key !== '' && read.started !== null ? [[read.session_key, read.started]] : [];
		}),
	);
};
