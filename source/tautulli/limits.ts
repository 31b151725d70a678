import type {Limits} from '../http/body.ts';
import type {Command} from './known-commands.ts';

const megabyte = 1024 * 1024;

// Far above what an honest server sends, and never more than the program has room for.
const few: Limits = {maxBytes: megabyte, maxItems: 20_000};
/** Sums and graphs: a few hundred days, a few series. */
const sums: Limits = {maxBytes: 4 * megabyte, maxItems: 200_000};
/** A page of a table, or the members of a large collection. */
const lists: Limits = {maxBytes: 16 * megabyte, maxItems: 1_000_000};

const limits: Readonly<Record<Exclude<Command, 'get_history'>, Limits>> = {
	/** Hundreds of streams at once, each with some 250 fields. */
	get_activity: {maxBytes: 8 * megabyte, maxItems: 300_000},
	get_children_metadata: lists,
	get_collections_table: lists,
	get_item_watch_time_stats: sums,
	get_libraries: sums,
	get_libraries_table: lists,
	get_library_names: sums,
	get_metadata: sums,
	get_stream_data: sums,
	get_plays_by_date: sums,
	get_plays_by_hourofday: sums,
	get_plays_by_source_resolution: sums,
	get_plays_by_stream_resolution: sums,
	get_plays_by_stream_type: sums,
	get_server_info: few,
	get_tautulli_info: few,
	get_users: lists,
	get_users_table: lists,
	server_status: few,
	terminate_session: few,
};

/** The largest answer to a command. A history has its own, by the rows asked for. */
export const limitsOf = (command: Command): Limits => (command === 'get_history' ? lists : limits[command]);

/** A row of the history has some 80 fields in 2 kB. */
const rowBytes = 16 * 1024;
const rowItems = 400;

/** The largest page of so many rows of history; `mostBytes` where even that would be too much. */
export const historyLimits = (rows: number, mostBytes: number): Limits => ({
	maxBytes: Math.min(megabyte + rows * rowBytes, mostBytes),
	maxItems: few.maxItems + rows * rowItems,
});
