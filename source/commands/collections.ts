import {AppError} from '../domain/app-error.ts';
import type {Board, BoardQuery, BoardRow} from '../domain/board.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {YAxis} from '../domain/media.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {formatWhen} from '../draw/clock.ts';
import {plural} from '../draw/format.ts';
import type {Row} from '../draw/row.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Sources} from '../sources.ts';
import {boardRows} from './board-rows.ts';
import type {Command, Context} from './command.ts';
import {
	libraryFlag,
	limitFlag,
	mediaTypeFlag,
	numberFlag,
	outputFlags,
	textFlag,
	windowFlag,
	yAxisFlag,
	yAxisOf,
} from './flags.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {inWindow, trendRows} from './trend-rows.ts';
import {withSources} from './with-sources.ts';
import {numericKey, titleRows, windowName} from './words.ts';

type Trend = {readonly row: BoardRow; readonly snapshots: readonly Snapshot[]};

const queryOf = (context: Context, settings: DashboardSettings): BoardQuery => ({
	days: numberFlag(context, 'days') ?? settings.queryDays,
	yAxis: yAxisOf(context),
	mediaType: textFlag(context, 'media-type'),
	library: textFlag(context, 'library'),
	name: context.args[0],
});

const entryOf = ({snapshot, rank, plays, playedSeconds, uniqueUsers, rankChange, isNew}: BoardRow) => ({
	rank,
	collection: snapshot.collectionName,
	plex_library: snapshot.libraryName,
	rating_key: numericKey(snapshot.ratingKey),
	media_type: snapshot.mediaType,
	total_plays: plays,
	total_duration: playedSeconds,
	unique_users: uniqueUsers,
	total_items: snapshot.totalItems,
	items_with_plays: snapshot.itemsWithPlays,
	promoted: snapshot.promoted === null ? null : {...snapshot.promoted},
	rank_change: rankChange,
	is_new: isNew,
	collected_at: Math.floor(snapshot.collectedAt),
});

/** The entries in columns; the three places of promotion have one each. */
const tableOf = (entries: readonly ReturnType<typeof entryOf>[]): DataTable => {
	const columns = [
		'rank',
		'collection',
		'plex_library',
		'rating_key',
		'media_type',
		'total_plays',
		'total_duration',
		'unique_users',
		'total_items',
		'items_with_plays',
		'rank_change',
		'is_new',
		'collected_at',
	] as const;
	const places = ['home', 'shared', 'recommended'] as const;
	return {
		columns: [...columns, ...places.map(place => `promoted_${place}`)],
		rows: entries.map(entry => [
			...columns.map(name => entry[name]),
			...places.map(place => entry.promoted?.[place] ?? null),
		]),
	};
};

const trendJson = ({row, snapshots}: Trend, {days}: BoardQuery) =>
	snapshots.map(snapshot => ({
		rating_key: numericKey(row.snapshot.ratingKey),
		collected_at: Math.floor(snapshot.collectedAt),
		total_plays: inWindow(snapshot, days, 'plays'),
		total_duration: inWindow(snapshot, days, 'duration'),
	}));

const loadTrends = async (sources: Sources, rows: readonly BoardRow[], signal: AbortSignal): Promise<Trend[]> =>
	await Promise.all(
		rows.map(async row => {
			const {sectionUuid, ratingKey} = row.snapshot;
			return {row, snapshots: await sources.trend({sectionUuid, ratingKey, sinceDays: 0}, signal)};
		}),
	);

const notFound = (name: string): AppError =>
	new AppError('not-found', `No snapshot is of a collection called “${name}”.`, {
		hint: 'tautop collections lists them all; tautop collect takes new snapshots.',
	});

const legend = (rows: readonly BoardRow[], {collectedAt}: Board, {now, zone}: Frame): Row => {
	const when = collectedAt === null ? '' : `collected ${formatWhen(collectedAt, now, zone)}   `;
	const known = rows.some(({snapshot}) => snapshot.promoted !== null);
	return [
		{text: `${when}${known ? 'on: H Home  F friends’ Home  R Recommended' : 'promotion is not known'}`, role: 'dim'},
	];
};

const draw = (board: Board, rows: readonly BoardRow[], trends: readonly Trend[], yAxis: YAxis, frame: Frame): Row[] => {
	const count = plural(board.rows.length, 'collection', 'collections', frame.glyphs);
	const by = yAxis === 'plays' ? 'plays' : 'time';
	const head = titleRows(`Collections by ${by}`, `${count}, ${windowName(board.days)}`, frame);
	if (board.collectedAt === null) return [...head, [{text: 'No snapshots yet: tautop collect takes the first.'}]];
	if (rows.length === 0) return [...head, [{text: 'None is like that.'}]];
	const charts = trends.flatMap(({snapshots}) => [[], ...trendRows(snapshots, board.days, yAxis, frame)]);
	return [...head, ...boardRows(rows, yAxis, frame), ...charts, [], legend(rows, board, frame)];
};

/** `tautop collections [NAME]`: the leaderboard from the snapshots, or one collection and how it went. Asks no server. */
export const collections: Command = {
	name: 'collections',
	summary: 'the collections by plays, from the snapshots; one with its trend',
	usage: '[NAME]',
	args: {min: 0, max: 1},
	flags: [windowFlag, yAxisFlag, libraryFlag, mediaTypeFlag, limitFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const query = queryOf(context, settings);
			const board = await sources.board(query, context.signal);
			const rows = board.rows.slice(0, numberFlag(context, 'limit'));
			if (query.name !== undefined && rows.length === 0) throw notFound(query.name);
			const trends = query.name === undefined ? [] : await loadTrends(sources, rows, context.signal);
			const entries = rows.map(entryOf);
			const trend = query.name === undefined ? {} : {trend: trends.flatMap(each => trendJson(each, query))};
			printReport(context, settings, {
				json: {query_days: board.days, collections: entries, ...trend},
				table: tableOf(entries),
				draw: frame => draw(board, rows, trends, query.yAxis, frame),
			});
			return 0;
		});
	},
};
