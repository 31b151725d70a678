import type {HistoryRow} from '../../world/history.ts';
import {fullTitleOf, topOf} from '../../world/item.ts';
import {failure, type Json, success} from '../answer.ts';
import {mostConcurrent} from '../concurrency.ts';
import type {Command, Commands, Context} from '../context.ts';
import {byStreamType} from '../graph.ts';
import {type Entry, lastPlayFields, popularRow, rankEntries, titleRow} from '../home-cards.ts';
import {groupingOf, type Params, strictNumber} from '../params.ts';
import {windowRows} from '../tally.ts';
import {userThumb} from '../user-stats.ts';

/** What the cards are made from. */
type Home = {
	readonly context: Context;
	readonly rows: readonly HistoryRow[];
	readonly grouping: boolean;
	readonly byDuration: boolean;
	readonly page: <T>(list: readonly T[]) => readonly T[];
};

type Card = {readonly title: string; readonly typed: boolean; readonly rows: (home: Home) => readonly Json[]};

const ofType = (rows: readonly HistoryRow[], type: string): readonly HistoryRow[] =>
	rows.filter(row => row.plan.item.type === type);

/** The same film in two libraries is one film here: title and year count. */
const headName = (row: HistoryRow): string => {
	const {item} = row.plan;
	return item.type === 'movie' ? `${item.title} ${item.year}` : topOf(item).title;
};

const ranked = (home: Home, rows: readonly HistoryRow[], nameOf: (row: HistoryRow) => string): readonly Entry[] =>
	home.page(rankEntries(rows, home.grouping, nameOf, entry => [home.byDuration ? entry.seconds : entry.plays]));

const top = (title: string, type: string): Card => ({
	title,
	typed: true,
	rows: home => ranked(home, ofType(home.rows, type), headName).map(titleRow),
});

const popular = (title: string, type: string): Card => ({
	title,
	typed: false,
	rows: home => {
		const values = (entry: Entry) => [entry.users, home.byDuration ? entry.seconds : entry.plays];
		return home.page(rankEntries(ofType(home.rows, type), home.grouping, headName, values)).map(popularRow);
	},
});

const topUsers = (home: Home): readonly Json[] =>
	ranked(home, home.rows, row => String(row.plan.user.userId)).map(({row, plays, seconds, lastPlay}) => ({
		user: row.plan.user.username,
		user_id: row.plan.user.userId,
		friendly_name: row.plan.user.friendlyName,
		total_plays: plays,
		total_duration: seconds,
		last_play: lastPlay,
		user_thumb: userThumb(row.plan.user),
		users_watched: '',
		platform: '',
		...lastPlayFields(row),
	}));

const topPlatforms = (home: Home): readonly Json[] =>
	ranked(home, home.rows, row => row.plan.player.platform).map(({row, plays, seconds, lastPlay}) => ({
		total_plays: plays,
		total_duration: seconds,
		last_play: lastPlay,
		platform: row.plan.player.platform,
		platform_name: row.plan.player.platformName,
		title: '',
		thumb: '',
		grandparent_thumb: '',
		art: '',
		users_watched: '',
		rating_key: '',
		grandparent_rating_key: '',
		user: '',
		friendly_name: '',
		row_id: '',
	}));

const topLibraries = (home: Home): readonly Json[] =>
	ranked(home, home.rows, row => String(row.plan.item.sectionId)).map(({row, plays, seconds, lastPlay}) => {
		const library = home.context.world.libraries.find(({sectionId}) => sectionId === row.plan.item.sectionId);
		const type = library?.type ?? '';
		return {
			total_plays: plays,
			total_duration: seconds,
			section_type: type,
			section_name: library?.name ?? '',
			section_id: row.plan.item.sectionId,
			last_play: lastPlay,
			library_thumb: `/:/resources/${type}.png`,
			library_art: `/:/resources/${type}-fanart.jpg`,
			user: '',
			friendly_name: '',
			users_watched: '',
			platform: '',
			...lastPlayFields(row),
		};
	});

/** Films and episodes watched to their end; a group shows its last row. */
const lastWatched = (home: Home): readonly Json[] => {
	const lastRows = new Map<number, HistoryRow>();
	for (const row of home.rows) {
		if (row.plan.item.type !== 'track') lastRows.set(home.grouping ? row.referenceId : row.rowId, row);
	}
	const watched = [...lastRows.values()].filter(row => row.watched);
	return home.page(watched.sort((one, two) => two.startedAt - one.startedAt)).map(row => ({
		...lastPlayFields(row),
		title: fullTitleOf(row.plan.item),
		user: row.plan.user.username,
		friendly_name: row.plan.user.friendlyName,
		user_id: row.plan.user.userId,
		user_thumb: null,
		section_id: row.plan.item.sectionId,
		rating: '7.5',
		last_watch: row.startedAt,
		player: row.plan.player.name,
	}));
};

/** The times are strings here, and the rows are not paged. */
const concurrentRows = (home: Home): readonly Json[] => {
	const kinds = [
		['Concurrent Streams', ''],
		['Concurrent Transcodes', 'Transcode'],
		['Concurrent Direct Streams', 'Direct Stream'],
		['Concurrent Direct Plays', 'Direct Play'],
	] as const;
	return kinds.flatMap(([title, type]) => {
		const rows = home.rows.filter(row => type === '' || byStreamType.of(row) === type);
		if (rows.length === 0) return [];
		const {count, startedAt, stoppedAt} = mostConcurrent(rows);
		return [{title, count, started: String(startedAt), stopped: String(stoppedAt)}];
	});
};

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
	const home: Home = {
		context,
		rows: filtered(params, days === 0 ? [] : windowRows(context.world.history, context.now, days)),
		grouping: groupingOf(params),
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

export const homeCommands: Commands = {get_home_stats: getHomeStats};
