import * as z from 'zod';
import {concurrentSeries, type Highest} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import type {UserStats} from '../domain/user.ts';
import type {Call} from './call.ts';
import type {GraphRequest} from './client.ts';
import {requireDays} from './days.ts';
import {num, shownName, text} from './wire.ts';
import {recordWords, userWords} from './words.ts';

const topUsers = z.object({stat_id: z.literal('top_users'), rows: z.unknown().optional()});

const topUser = z
	.object({user_id: num, friendly_name: text, user: text, total_plays: num, total_duration: num})
	.transform(
		(row): UserStats => ({
			userId: row.user_id,
			friendlyName: shownName(row.friendly_name, row.user),
			plays: row.total_plays,
			playedSeconds: row.total_duration,
		}),
	);

const mostConcurrent = z.object({stat_id: z.literal('most_concurrent'), rows: z.unknown().optional()});

const record = z.object({title: text, count: num, started: num, stopped: num});

/** Home stats name the rows in the plural of the graphs' series. */
const seriesNames: ReadonlyMap<string, string> = new Map([
	['Concurrent Streams', concurrentSeries],
	['Concurrent Direct Plays', 'Direct Play'],
	['Concurrent Direct Streams', 'Direct Stream'],
	['Concurrent Transcodes', 'Transcode'],
]);

/** The most active users, by plays or by time, as many as asked. */
export const getHomeStats = async (
	call: Call,
	request: GraphRequest & {readonly limit: number},
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	const query = {
		stat_id: 'top_users',
		time_range: requireDays(request.days),
		stats_type: request.yAxis,
		stats_count: request.limit,
		grouping: call.grouping,
	};
	const {rows} = await call.read('get_home_stats', topUsers, query, {signal});
	return [...call.decodeList('get_home_stats', userWords, topUser, rows).read];
};

/** The most streams at once in a window and when that was, by series name; none for what never ran. Crosses midnight. */
export const getHighestStreams = async (
	call: Call,
	days: Days,
	signal?: AbortSignal,
): Promise<Record<string, Highest>> => {
	const query = {stat_id: 'most_concurrent', time_range: requireDays(days), grouping: call.grouping};
	const {rows} = await call.read('get_home_stats', mostConcurrent, query, {signal});
	const {read: records} = call.decodeList('get_home_stats', recordWords, record, rows);
	const named = records.flatMap(({title, count, started, stopped}) => {
		const name = seriesNames.get(title);
		return name === undefined ? [] : [[name, {count, startedAt: started, stoppedAt: stopped}] as const];
	});
	return Object.fromEntries(named);
};
