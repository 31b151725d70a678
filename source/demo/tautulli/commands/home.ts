import type {HistoryRow} from '../../world/history.ts';
import {topOf} from '../../world/item.ts';
import {failure, type Json, success} from '../answer.ts';
import {type Cell, cellsOf} from '../cells.ts';
import type {Command, Commands} from '../context.ts';
import {type Entry, popularRow, rankEntries, titleRow} from '../home-cards.ts';
import {concurrentRows, type Home, lastWatched, ranked, topLibraries, topPlatforms, topUsers} from '../home-lists.ts';
import {groupingOf, type Params, strictNumber} from '../params.ts';
import {windowRows} from '../tally.ts';

type Card = {readonly title: string; readonly typed: boolean; readonly rows: (home: Home) => readonly Json[]};

const ofType = ({cells}: Home, type: string): readonly Cell[] => cells.filter(({row}) => row.plan.item.type === type);

/** The same film in two libraries is one film here: title and year count. */
const headName = (row: HistoryRow): string => {
	const {item} = row.plan;
	return item.type === 'movie' ? `${item.title} ${item.year}` : topOf(item).title;
};

const top = (title: string, type: string): Card => ({
	title,
	typed: true,
	rows: home => ranked(home, ofType(home, type), headName).map(titleRow),
});

const popular = (title: string, type: string): Card => ({
	title,
	typed: false,
	rows: home => {
		const values = (entry: Entry) => [entry.users, home.byDuration ? entry.seconds : entry.plays];
		return home.page(rankEntries(ofType(home, type), headName, values)).map(popularRow);
	},
});

const cards: Readonly<Record<string, Card>> = {
	top_movies: top('Most Watched Movies', 'movie'),
	popular_movies: popular('Most Popular Movies', 'movie'),
	top_tv: top('Most Watched TV Shows', 'episode'),
	popular_tv: popular('Most Popular TV Shows', 'episode'),
	top_music: top('Most Played Artists', 'track'),
	popular_music: popular('Most Popular Artists', 'track'),
	last_watched: {title: 'Recently Watched', typed: false, rows: lastWatched},
	top_libraries: {title: 'Most Active Libraries', typed: true, rows: topLibraries},
	top_users: {title: 'Most Active Users', typed: true, rows: topUsers},
	top_platforms: {title: 'Most Active Platforms', typed: true, rows: topPlatforms},
	most_concurrent: {title: 'Most Concurrent Streams', typed: false, rows: concurrentRows},
};

const filtered = (params: Params, rows: readonly HistoryRow[]): readonly HistoryRow[] => {
	const [section, user] = [params.get('section_id'), params.get('user_id')];
	if (!section && !user) return rows;
	return rows.filter(
		({plan}) => (!section || String(plan.item.sectionId) === section) && (!user || String(plan.user.userId) === user),
	);
};

const getHomeStats: Command = (context, params) => {
	if (params.get('before') || params.get('after')) return failure(400, null);
	const start = strictNumber(params, 'stats_start', 0) ?? 0;
	const count = strictNumber(params, 'stats_count', 10) ?? 0;
	const days = strictNumber(params, 'time_range', 30) ?? 0;
	const rows = filtered(params, days === 0 ? [] : windowRows(context.world.history, context.now, days));
	const grouping = groupingOf(params);
	const home: Home = {
		context,
		rows,
		cells: cellsOf(rows, grouping),
		grouping,
		byDuration: params.get('stats_type') === 'duration',
		page: list => list.slice(start, start + count),
	};
	const build = (id: string): Json[] => {
		const card = cards[id];
		if (card === undefined) return [];
		const type = card.typed ? {stat_type: home.byDuration ? 'total_duration' : 'total_plays'} : {};
		return [{stat_id: id, ...type, stat_title: card.title, rows: card.rows(home)}];
	};
	const wanted = params.get('stat_id');
	if (!wanted) return success(Object.keys(cards).flatMap(build));
	return success(build(wanted)[0] ?? []);
};

/** The cards of the home page. */
export const homeCommands: Commands = {get_home_stats: getHomeStats};
