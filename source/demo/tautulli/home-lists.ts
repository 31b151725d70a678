import type {HistoryRow} from '../world/history.ts';
import {fullTitleOf} from '../world/item.ts';
import type {Json} from './answer.ts';
import type {Cell} from './cells.ts';
import {mostConcurrent} from './concurrency.ts';
import type {Context} from './context.ts';
import {byStreamType} from './graph.ts';
import {type Entry, lastPlayFields, rankEntries} from './home-cards.ts';
import {userThumb} from './user-stats.ts';

/** What the cards are made from. */
export type Home = {
	readonly context: Context;
	readonly rows: readonly HistoryRow[];
	/** The plays among the rows. */
	readonly cells: readonly Cell[];
	readonly grouping: boolean;
	readonly byDuration: boolean;
	readonly page: <T>(list: readonly T[]) => readonly T[];
};

/** One page of a list, by plays or by duration as asked. */
export const ranked = (home: Home, cells: readonly Cell[], nameOf: (row: HistoryRow) => string): readonly Entry[] =>
	home.page(rankEntries(cells, nameOf, entry => [home.byDuration ? entry.seconds : entry.plays]));

/** Users. */
export const topUsers = (home: Home): readonly Json[] =>
	ranked(home, home.cells, row => String(row.plan.user.userId)).map(({row, plays, seconds, lastPlay}) => ({
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

/** Platforms. */
export const topPlatforms = (home: Home): readonly Json[] =>
	ranked(home, home.cells, row => row.plan.player.platform).map(({row, plays, seconds, lastPlay}) => ({
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

/** Libraries. */
export const topLibraries = (home: Home): readonly Json[] =>
	ranked(home, home.cells, row => String(row.plan.item.sectionId)).map(({row, plays, seconds, lastPlay}) => {
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
export const lastWatched = (home: Home): readonly Json[] => {
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
export const concurrentRows = (home: Home): readonly Json[] => {
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
