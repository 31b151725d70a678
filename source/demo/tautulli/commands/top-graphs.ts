import type {HistoryRow} from '../../world/history.ts';
import {sentResolution} from '../../world/stream.ts';
import {success} from '../answer.ts';
import {cellsOf, listsBy} from '../cells.ts';
import type {Command, Commands} from '../context.ts';
import {amountOf, byMedia, byStreamType, graphRows, type Split, splitGraph} from '../graph.ts';
import {groupingOf} from '../params.ts';

const isVideo = (row: HistoryRow): boolean => row.plan.item.type !== 'track';
const everything = (): boolean => true;

/** What a list names, and the key that it is grouped by. Ties come in the falling order of the key, or in the rising one. */
type Naming = {
	readonly nameOf: (row: HistoryRow) => string;
	readonly keyOf: (row: HistoryRow) => number | string;
	readonly rising?: boolean;
};

const compareKeys = (one: number | string, two: number | string): number => (one < two ? -1 : one > two ? 1 : 0);

/** The ten with the highest totals; here a play counts once, under the name of its first row. */
const topTen =
	({nameOf, keyOf, rising = false}: Naming, split: Split, counts: (row: HistoryRow) => boolean = everything): Command =>
	(context, params) => {
		const amount = amountOf(params);
		const cells = cellsOf(graphRows(context, params).filter(counts), groupingOf(params));
		const buckets = listsBy(cells, cell => nameOf(cell.row));
		const categories = [...buckets]
			.flatMap(([name, own]) => {
				const total = own.reduce((sum, cell) => sum + amount(cell), 0);
				return own.slice(0, 1).map(({row}) => ({name, key: keyOf(row), total}));
			})
			.sort((one, two) => two.total - one.total || compareKeys(one.key, two.key) * (rising ? 1 : -1))
			.slice(0, 10)
			.map(({name}) => name);
		return success(splitGraph(categories, buckets, split, amount));
	};

const named = (nameOf: (row: HistoryRow) => string): Naming => ({nameOf, keyOf: nameOf});

const platform = named(row => row.plan.player.platform);
const user: Naming = {nameOf: row => row.plan.user.friendlyName, keyOf: row => row.plan.user.userId};
const sourceResolution = named(row => row.plan.item.source?.resolution?.label ?? 'unknown');
const streamResolution = named(row => sentResolution(row.plan)?.label ?? 'unknown');

/** The graphs of the ten highest. */
export const topGraphCommands: Commands = {
	get_plays_by_top_10_platforms: topTen({...platform, rising: true}, byMedia),
	get_plays_by_top_10_users: topTen(user, byMedia),
	get_stream_type_by_top_10_platforms: topTen(platform, byStreamType),
	get_stream_type_by_top_10_users: topTen(user, byStreamType),
	get_plays_by_source_resolution: topTen(sourceResolution, byStreamType, isVideo),
	get_plays_by_stream_resolution: topTen(streamResolution, byStreamType, isVideo),
};
