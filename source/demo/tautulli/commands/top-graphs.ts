import type {HistoryRow} from '../../world/history.ts';
import {sentResolution} from '../../world/stream.ts';
import {success} from '../answer.ts';
import {cellsOf, listsBy} from '../cells.ts';
import type {Command, Commands} from '../context.ts';
import {amountOf, byMedia, byStreamType, graphRows, type Split, splitGraph} from '../graph.ts';
import {groupingOf} from '../params.ts';

const isVideo = (row: HistoryRow): boolean => row.plan.item.type !== 'track';
const everything = (): boolean => true;

/** The ten names with the highest totals; here a play counts once, under the name of its first row. */
const topTen =
	(nameOf: (row: HistoryRow) => string, split: Split, counts: (row: HistoryRow) => boolean = everything): Command =>
	(context, params) => {
		const amount = amountOf(params);
		const cells = cellsOf(graphRows(context, params).filter(counts), groupingOf(params));
		const names = listsBy(cells, cell => nameOf(cell.row));
		const categories = [...names]
			.map(([name, own]) => ({name, total: own.reduce((sum, cell) => sum + amount(cell), 0)}))
			.sort((one, two) => two.total - one.total || (one.name < two.name ? -1 : 1))
			.slice(0, 10)
			.map(({name}) => name);
		return success(splitGraph(categories, names, split, amount));
	};

const platform = (row: HistoryRow): string => row.plan.player.platform;
const user = (row: HistoryRow): string => row.plan.user.friendlyName;
const sourceResolution = (row: HistoryRow): string => row.plan.item.source?.resolution?.label ?? 'unknown';
const streamResolution = (row: HistoryRow): string => sentResolution(row.plan)?.label ?? 'unknown';

export const topGraphCommands: Commands = {
	get_plays_by_top_10_platforms: topTen(platform, byMedia),
	get_plays_by_top_10_users: topTen(user, byMedia),
	get_stream_type_by_top_10_platforms: topTen(platform, byStreamType),
	get_stream_type_by_top_10_users: topTen(user, byStreamType),
	get_plays_by_source_resolution: topTen(sourceResolution, byStreamType, isVideo),
	get_plays_by_stream_resolution: topTen(streamResolution, byStreamType, isVideo),
};
