import type {HistoryRow} from '../../world/history.ts';
import type {World} from '../../world/world.ts';
import {failure, success} from '../answer.ts';
import {listsBy} from '../cells.ts';
import type {Command, Commands, Context} from '../context.ts';
import {groupingOf, type Params} from '../params.ts';
import {playsOf, queryDays, secondsOf, watchTimeStats} from '../tally.ts';
import {userStats} from '../user-stats.ts';

const isKey = (key: string): boolean => /^\d+$/.test(key);

/** Rows of several items, each once, in the order of their ids. */
const rowsOfAll = (world: World, keys: readonly number[]): readonly HistoryRow[] => {
	const rows = new Set(keys.flatMap(key => world.history.byItem(key)));
	return [...rows].sort((one, two) => one.rowId - two.rowId);
};

/** Any level at once; a collection's members are asked of Plex now, and are none while it is away. */
const rowsOfItem = ({world, plexIsDown}: Context, params: Params, key: string): readonly HistoryRow[] => {
	if (params.get('media_type') !== 'collection') return world.history.byItem(Number(key));
	const members = plexIsDown ? [] : (world.collections.find(found => found.key === Number(key))?.members ?? []);
	return rowsOfAll(
		world,
		members.map(member => member.key),
	);
};

/** A statistic of an id that is required: 400 without, nothing where it is no number. */
const ofId =
	(name: string, answer: (context: Context, params: Params, id: string) => ReturnType<Command>): Command =>
	(context, params) => {
		const id = params.get(name);
		if (id === undefined || id === '') return failure(400, null);
		return isKey(id) ? answer(context, params, id) : success([]);
	};

const watchTime = (context: Context, params: Params, rows: readonly HistoryRow[]) =>
	success(watchTimeStats(rows, context.now, queryDays(params.get('query_days')), groupingOf(params)));

const playerStats = (rows: readonly HistoryRow[], grouping: boolean) =>
	[...listsBy(rows, row => row.plan.player.machineId)]
		.flatMap(([, own]) => {
			const player = own.at(-1)?.plan.player;
			if (player === undefined) return [];
			return [
				{
					player_name: player.name,
					platform: player.platform,
					platform_name: player.platformName,
					total_plays: playsOf(own, grouping),
					total_time: secondsOf(own),
				},
			];
		})
		.sort((one, two) => two.total_plays - one.total_plays || two.total_time - one.total_time)
		.map((row, index) => ({...row, result_id: index}));

/** Sums over one item, user or library. */
export const statsCommands: Commands = {
	get_item_watch_time_stats: ofId('rating_key', (context, params, key) =>
		watchTime(context, params, rowsOfItem(context, params, key)),
	),
	get_item_user_stats: ofId('rating_key', (context, params, key) =>
		success(userStats(rowsOfItem(context, params, key), groupingOf(params))),
	),
	get_user_watch_time_stats: ofId('user_id', (context, params, id) =>
		watchTime(context, params, context.world.history.byUser(Number(id))),
	),
	get_user_player_stats: ofId('user_id', ({world}, params, id) =>
		success(playerStats(world.history.byUser(Number(id)), groupingOf(params))),
	),
	get_library_watch_time_stats: ofId('section_id', (context, params, id) =>
		watchTime(context, params, context.world.history.bySection(Number(id))),
	),
	get_library_user_stats: ofId('section_id', (context, params, id) =>
		success(userStats(context.world.history.bySection(Number(id)), groupingOf(params))),
	),
};
