import type {Database} from '../database.ts';
import {groupSql, sumSecondsSql} from './absent.ts';

/** Which plays are counted. `since`: Unix seconds, those that stopped then or later; null: all. */
export type CountWindow = {
	readonly serverId: number;
	readonly since: number | null;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
};

/** What there is of something in a window. Users whose record is gone are left out, as Tautulli does. */
export type PlayCount = {readonly plays: number; readonly playedSeconds: number; readonly users: number};

/** Plays and seconds of one user. */
export type UserCount = {
	readonly userId: number;
	readonly user: string;
	readonly plays: number;
	readonly playedSeconds: number;
};

/** Counts by Tautulli's rules: where the seconds come to exactly 0, so do the plays. */
export type PlayCounts = {
	/** A movie, episode, season, show, track, album or artist: the key may stand in any of the three columns. */
	readonly item: (window: CountWindow, ratingKey: string) => PlayCount;
	readonly user: (window: CountWindow, userId: number) => PlayCount;
	readonly library: (window: CountWindow, sectionId: string) => PlayCount;
	/** Everything. */
	readonly server: (window: CountWindow) => PlayCount;
	/** Users that played the item (null: anything), by plays, then time. */
	readonly usersOf: (window: CountWindow, ratingKey: string | null) => UserCount[];
};

type Row = {readonly plays: number; readonly seconds: number | null; readonly users: number};
type UserRow = {
	readonly user_id: number;
	readonly name: string;
	readonly plays: number;
	readonly seconds: number | null;
};

const beforeAll = -1e15;

const countOf = (row: Row | undefined): PlayCount => {
	const playedSeconds = row?.seconds ?? 0;
	return {plays: playedSeconds === 0 ? 0 : (row?.plays ?? 0), playedSeconds, users: row?.users ?? 0};
};

const unit = (grouping: boolean): string => (grouping ? groupSql : 'plays.row_id');

const sql = (grouping: boolean, index: string, where: string): string => `
SELECT count(DISTINCT ${unit(grouping)}) AS plays, ${sumSecondsSql} AS seconds,
	count(DISTINCT CASE WHEN known = 1 THEN plays.user_id END) AS users
FROM plays ${index} LEFT JOIN mirror_users ON mirror_users.server_id = plays.server_id AND mirror_users.user_id = plays.user_id
WHERE plays.server_id = ? AND stopped_at >= ? ${where}`;

const usersSql = (grouping: boolean, where: string): string => `
SELECT plays.user_id, name, count(DISTINCT ${unit(grouping)}) AS plays, ${sumSecondsSql} AS seconds
FROM plays JOIN mirror_users ON mirror_users.server_id = plays.server_id AND mirror_users.user_id = plays.user_id
WHERE plays.server_id = ? AND stopped_at >= ? AND known = 1 ${where}
GROUP BY plays.user_id ORDER BY plays DESC, seconds DESC`;

/** Each column has an index of its own, which an OR over the three would use badly. */
const anyKey = `AND plays.row_id IN (
	SELECT row_id FROM plays INDEXED BY plays_by_key WHERE server_id = ? AND rating_key = ?
	UNION SELECT row_id FROM plays INDEXED BY plays_by_parent WHERE server_id = ? AND parent_rating_key = ?
	UNION SELECT row_id FROM plays INDEXED BY plays_by_grandparent WHERE server_id = ? AND grandparent_rating_key = ?)`;

type Parameters = Array<number | string>;

export const createPlayCounts = (database: Database): PlayCounts => {
	const count = (
		{serverId, since, grouping}: CountWindow,
		index: string,
		where: string,
		parameters: Parameters,
	): PlayCount =>
		countOf(
			database.prepare<Parameters, Row>(sql(grouping, index, where)).get(serverId, since ?? beforeAll, ...parameters),
		);
	const keys = (serverId: number, key: string): Parameters => [serverId, key, serverId, key, serverId, key];
	return {
		item: (window, ratingKey) => count(window, '', anyKey, keys(window.serverId, ratingKey)),
		user: (window, userId) => count(window, 'INDEXED BY plays_by_user', 'AND plays.user_id = ?', [userId]),
		library: (window, sectionId) => count(window, 'INDEXED BY plays_by_section', 'AND section_id = ?', [sectionId]),
		server: window => count(window, 'INDEXED BY plays_by_stop', '', []),
		usersOf: ({serverId, since, grouping}, ratingKey) =>
			database
				.prepare<Parameters, UserRow>(usersSql(grouping, ratingKey === null ? '' : anyKey))
				.all(serverId, since ?? beforeAll, ...(ratingKey === null ? [] : keys(serverId, ratingKey)))
				.map(row => ({
					userId: row.user_id,
					user: row.name,
					plays: row.plays,
					playedSeconds: row.seconds ?? 0,
				})),
	};
};
