import {formatWhen} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {AppError} from '../domain/app-error.ts';
import type {Board, BoardQuery, BoardRow} from '../domain/board.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {Sources} from '../questions/sources.ts';
import {entriesTable, entryOf} from './board-entries.ts';
import {boardRows} from './board-rows.ts';
import type {Command, Context} from './command.ts';
import {numberFlag, textFlag, yAxisOf} from './flag-values.ts';
import {libraryFlag, limitFlag, mediaTypeFlag, outputFlags, windowFlag, yAxisFlag} from './flags.ts';
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

type Answer = {
	readonly query: BoardQuery;
	readonly board: Board;
	readonly rows: readonly BoardRow[];
	readonly trends: readonly Trend[];
};

const draw = ({query, board, rows, trends}: Answer, frame: Frame): Row[] => {
	const {yAxis} = query;
	const narrowed = query.library !== undefined || query.mediaType !== undefined;
	const count = plural(board.rows.length, 'collection', 'collections', frame.glyphs);
	const by = yAxis === 'plays' ? 'plays' : 'time';
	const head = titleRows(`Collections by ${by}`, `${count}, ${windowName(board.days)}`, frame);
	if (rows.length === 0) {
		return [...head, [{text: narrowed ? 'None is like that.' : 'No snapshots yet: tautop collect takes the first.'}]];
	}
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
	needs: 'store',
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
				table: entriesTable(entries),
				draw: frame => draw({query, board, rows, trends}, frame),
			});
			return 0;
		});
	},
};
