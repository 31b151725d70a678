import type {TranscodeDecision} from '../../domain/media.ts';
import type {Play} from '../../domain/plays/play.ts';
import type {Database} from '../database.ts';
import {noGroup, noUser, timeOf} from './absent.ts';

/** Rows of history with all that the mirror knows of them. */
export type PlayRows = {
	/** In the order of the ids; those that are not there are left out. */
	readonly rows: (serverId: number, rowIds: readonly number[]) => readonly Play[];
	/** Everything that ran in a stretch of time: it began before the end, and stopped behind the beginning. */
	readonly between: (serverId: number, from: number, to: number) => readonly Play[];
	/** The last second of rows that were mirrored before players and networks were kept; null: there are none. */
	readonly lastWithoutDetails: (serverId: number) => number | null;
	/** The last play of all by its stop; null: there is none. */
	readonly last: (serverId: number) => Play | null;
};

type Row = {
	readonly row_id: number;
	readonly reference_id: number;
	readonly started_at: number;
	readonly stopped_at: number;
	readonly paused_seconds: number;
	readonly user_id: number;
	readonly name: string | null;
	readonly library: string | null;
	readonly rating_key: number | null;
	readonly parent_rating_key: number | null;
	readonly grandparent_rating_key: number | null;
	readonly media_type: string;
	readonly live: number;
	readonly title: string;
	readonly parent_title: string;
	readonly grandparent_title: string;
	readonly full_title: string;
	readonly guid: string;
	readonly transcode_decision: TranscodeDecision;
	readonly platform: string;
	readonly player: string | null;
	readonly product: string | null;
	readonly network: string | null;
	readonly percent_complete: number | null;
	readonly season: number | null;
	readonly episode: number | null;
	readonly year: number | null;
};

const select = (from: string, where: string, order: string): string => `
SELECT plays.*, mirror_users.name, mirror_libraries.name AS library FROM ${from}
LEFT JOIN mirror_users ON mirror_users.server_id = plays.server_id AND mirror_users.user_id = plays.user_id
LEFT JOIN mirror_libraries
	ON mirror_libraries.server_id = plays.server_id AND mirror_libraries.section_id = plays.section_id
WHERE plays.server_id = :server AND ${where} ORDER BY ${order}`;

const keyOf = (key: number | null): string => (key === null ? '' : String(key));

const playOf = (row: Row): Play => {
	const [startedAt, stoppedAt] = [timeOf(row.started_at), timeOf(row.stopped_at)];
	return {
		rowId: row.row_id,
		referenceId: row.reference_id === noGroup ? null : row.reference_id,
		startedAt,
		lastStartedAt: startedAt,
		stoppedAt,
		pausedSeconds: row.paused_seconds,
		playedSeconds: startedAt === null || stoppedAt === null ? null : stoppedAt - startedAt - row.paused_seconds,
		userId: row.user_id === noUser ? null : row.user_id,
		user: row.name ?? '',
		ratingKey: keyOf(row.rating_key),
		parentRatingKey: keyOf(row.parent_rating_key),
		grandparentRatingKey: keyOf(row.grandparent_rating_key),
		mediaType: row.media_type,
		live: row.live === 1,
		title: row.title,
		parentTitle: row.parent_title,
		grandparentTitle: row.grandparent_title,
		fullTitle: row.full_title,
		guid: row.guid,
		seasonNumber: row.season,
		episodeNumber: row.episode,
		transcodeDecision: row.transcode_decision,
		platform: row.platform,
		player: row.player ?? '',
		product: row.product ?? '',
		location: row.network ?? '',
		percentComplete: row.percent_complete,
		library: row.library ?? undefined,
	};
};

/** A play that runs at a moment stopped behind it: nobody has seen one go on for longer than this many seconds. */
const longestSeconds = 800 * 86_400;

type Parameters = {readonly server: number; readonly [name: string]: number | string};

export const createPlayRows = (database: Database): PlayRows => {
	const prepare = (sql: string) => database.prepare<[Parameters], Row>(sql);
	const byIds = prepare(select('plays', 'row_id IN (SELECT value FROM json_each(:rows))', 'row_id'));
	const running = prepare(
		select(
			'plays INDEXED BY plays_by_stop',
			'stopped_at > :from AND stopped_at < :latest AND started_at < :to AND started_at > :earliest',
			'started_at, row_id',
		),
	);
	const newest = prepare(
		`${select('plays INDEXED BY plays_by_stop', 'stopped_at > 0', 'stopped_at DESC, row_id DESC')} LIMIT 1`,
	);
	const undetailed = database.prepare<[number], {at: number | null}>(
		'SELECT max(stopped_at) AS at FROM plays WHERE server_id = ? AND player IS NULL',
	);
	return {
		rows: (serverId, rowIds) => {
			const found = new Map(
				byIds.all({server: serverId, rows: JSON.stringify(rowIds)}).map(row => [row.row_id, playOf(row)]),
			);
			return rowIds.flatMap(rowId => found.get(rowId) ?? []);
		},
		between: (serverId, from, to) =>
			running
				.all({server: serverId, from, to, latest: from + longestSeconds, earliest: from - longestSeconds})
				.map(playOf),
		lastWithoutDetails: serverId => undetailed.get(serverId)?.at ?? null,
		last: serverId => {
			const [row] = newest.all({server: serverId});
			return row ? playOf(row) : null;
		},
	};
};
