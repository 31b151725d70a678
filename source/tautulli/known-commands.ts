/** What changes nothing. */
export const readCommands = [
	'get_activity',
	'get_children_metadata',
	'get_collections_table',
	'get_history',
	'get_item_watch_time_stats',
	'get_libraries',
	'get_libraries_table',
	'get_library_names',
	'get_metadata',
	'get_plays_by_date',
	'get_plays_by_hourofday',
	'get_plays_by_source_resolution',
	'get_plays_by_stream_resolution',
	'get_plays_by_stream_type',
	'get_server_info',
	'get_tautulli_info',
	'get_stream_data',
	'get_users',
	'get_users_table',
	'server_status',
] as const;

/**
 * Everything that tautop can ask of Tautulli. A key is full admin and every command works by GET and POST alike, deleting
 * ones included, so this list is the whole of what can be called: reads, and the end of a stream, where somebody allowed that.
 */
export type Command = (typeof readCommands)[number] | 'terminate_session';
