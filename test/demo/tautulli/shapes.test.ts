import {expect, test} from 'vitest';
import {readRecording} from '../recording.ts';
import {withDemo} from '../running.ts';
import {differences, shapeOf} from '../shape.ts';

const {ask} = withDemo();

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Recordings whose request can be put to the demo as it is. */
const recordings = [
	'arnold',
	'server_status',
	'status',
	'status--check-database',
	'get_tautulli_info',
	'get_server_info',
	'get_server_identity',
	'get_settings--Monitoring',
	'get_date_formats',
	'get_activity',
	'get_libraries',
	'get_library_names',
	'get_libraries_table',
	'get_users',
	'get_user_names',
	'get_users_table',
	'get_history--default-5',
	'get_history--grouping1-no-activity',
	'get_history--no-activity-grouping0',
	'get_home_stats',
	'get_home_stats--top_users',
	'get_home_stats--most_concurrent',
	'get_home_stats--last_watched',
	'get_home_stats--stat_id-bad',
	'get_library_watch_time_stats',
	'get_library_user_stats',
	'get_collections_table--section-1',
	'get_collections_table--section-2',
	'get_collections_table--section-3',
	'get_collections_table--no-section',
	'get_recently_added',
	'get_recently_added--no-count',
	'get_plays_by_date',
	'get_plays_by_hourofday',
	'get_plays_by_dayofweek',
	'get_plays_per_month',
	'get_plays_by_stream_type',
	'get_plays_by_source_resolution',
	'get_plays_by_stream_resolution',
	'get_plays_by_top_10_platforms',
	'get_plays_by_top_10_users',
	'get_stream_type_by_top_10_platforms',
	'get_stream_type_by_top_10_users',
	'get_concurrent_streams_by_stream_type',
	'get_item_watch_time_stats--unknown',
	'get_item_user_stats--unknown',
	'get_children_metadata--unknown',
	'get_metadata--unknown',
	'get_stream_data--unknown',
	'get_user_watch_time_stats--unknown',
];

/** The demo has no live TV, so nothing of it can be compared. */
const withoutLive = (data: unknown): unknown =>
	typeof data === 'object' && data !== null && 'sessions' in data
		? {...data, sessions: list(data.sessions).filter(entry => JSON.stringify(entry).includes('"live":0'))}
		: data;

test.each(recordings)('%s has every field of the recorded answer, with its type', async name => {
	const {request, status, body} = readRecording(name);
	const {cmd = '', ...params} = request;
	const answer = await ask(String(cmd), params);
	expect(answer.status).toBe(status);
	expect(differences(shapeOf(withoutLive(body.response.data)), shapeOf(answer.data))).toEqual([]);
});

const first = async (cmd: string, path: string, params: Readonly<Record<string, string | number>> = {}) => {
	const {data} = await ask(cmd, params);
	const found = new Map<string, string>();
	JSON.stringify(data, (key, value) => {
		if (!found.has(key)) found.set(key, String(value));
		return value;
	});
	return found.get(path) ?? '';
};

const films = {section_id: 1, length: 1, search: 'Staff Picks'};

test.each([
	['get_metadata--movie', async () => ({rating_key: await first('get_history', 'rating_key', {media_type: 'movie'})})],
	['get_metadata--collection', async () => ({rating_key: await first('get_collections_table', 'ratingKey', films)})],
	[
		'get_children_metadata--collection',
		async () => ({rating_key: await first('get_collections_table', 'ratingKey', films), media_type: 'collection'}),
	],
	[
		'get_children_metadata--show',
		async () => ({
			rating_key: await first('get_history', 'grandparent_rating_key', {media_type: 'episode'}),
			media_type: 'show',
		}),
	],
	['get_stream_data', async () => ({row_id: await first('get_history', 'row_id', {include_activity: 0})})],
	['get_stream_data--session', async () => ({session_key: await first('get_activity', 'session_key')})],
	['get_activity--session_key', async () => ({session_key: await first('get_activity', 'session_key')})],
	['get_user_watch_time_stats', async () => ({user_id: await first('get_history', 'user_id')})],
	['get_user_player_stats', async () => ({user_id: await first('get_history', 'user_id')})],
	['get_item_user_stats--show', async () => ({rating_key: await first('get_history', 'grandparent_rating_key')})],
])('%s has every field, for an item that the demo has', async (name, paramsOf) => {
	const {request, body} = readRecording(name);
	const answer = await ask(String(request.cmd), await paramsOf());
	expect(differences(shapeOf(body.response.data), shapeOf(answer.data))).toEqual([]);
});
