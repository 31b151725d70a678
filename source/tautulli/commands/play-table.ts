import * as z from 'zod/mini';
import {serverError} from '../../http/status.ts';
import type {Call} from '../call.ts';
import type {Command} from '../known-commands.ts';
import type {PlayTable} from '../mirror-client.ts';
import {time} from '../mirror-row.ts';
import {readTable} from '../table.ts';
import {key, numOrNull} from '../wire.ts';
import {libraryWords, userWords} from '../words.ts';

const user = z.object({plays: numOrNull, last_seen: time});
const library = z.object({section_id: key, plays: numOrNull, last_accessed: time});

/** How many starts are worth a look: one of them may be of a row that the history does not show. */
const mostStarts = 3;

/** These tables count the whole history, and small machines take their time. */
const leastTimeoutSeconds = 60;

/** Plays of a row. What sent none would count as none, and the table is asked because the history is doubted. */
const playsOf = (call: Call, command: Command, plays: number | null): number => {
	if (plays !== null) return plays;
	throw serverError(call.transport, 'bad-answer', `left out a number of plays in its answer to ${command}.`);
};

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** Rows and newest starts by Tautulli's tables of users and of libraries, each row a play whatever the user's grouping. */
export const getPlayTable = async (call: Call, signal?: AbortSignal): Promise<PlayTable> => {
	const timeoutSeconds = Math.max(leastTimeoutSeconds, call.transport.timeoutSeconds);
	const options = {signal, timeoutSeconds, lane: 'history'} as const;
	const users = await readTable(call, 'get_users_table', user, userWords, {grouping: false}, options);
	const libraries = await readTable(call, 'get_libraries_table', library, libraryWords, {grouping: false}, options);
	// Libraries of two servers may have one number, and then each of them has the plays of both.
	const bySection = new Map(
		libraries.map(({section_id, plays}) => [section_id, playsOf(call, 'get_libraries_table', plays)]),
	);
	const starts = [...users.map(row => row.last_seen), ...libraries.map(row => row.last_accessed)];
	const known = new Set(starts.filter(start => start !== null));
	return {
		plays: Math.max(sumOf(users.map(({plays}) => playsOf(call, 'get_users_table', plays))), sumOf(bySection.values())),
		newestStarts: [...known].toSorted((one, two) => two - one).slice(0, mostStarts),
	};
};
