import type {Database} from '../database.ts';
import {groupSql, sumSecondsSql} from './absent.ts';
import type {CountWindow} from './play-counts.ts';
import type {CountedPlays} from './play-members.ts';
import type {PlayTotals} from './play-totals.ts';

/** Plays of one collection in a window. */
export type CollectionCount = {
	readonly collectionKey: string;
	readonly plays: number;
	readonly playedSeconds: number;
	/** Members that were played. */
	readonly itemsWithPlays: number;
};

/** Counts all collections at once. Live TV is left out: its keys are no items of a library. */
export type PlayCollections = {
	/** Those without plays are left out. Where the seconds come to exactly 0, so do the plays, as in Tautulli. */
	readonly counts: (window: CountWindow) => CollectionCount[];
	/** Unique users by collection; users whose record is gone are left out. */
	readonly users: (window: CountWindow) => ReadonlyMap<string, number>;
	/** Of the plays that count for any collection, those in a window, each once. */
	readonly distinct: (
		window: CountWindow,
		counted: CountedPlays,
	) => {readonly plays: number; readonly playedSeconds: number};
};

type Row = {
	readonly collection_key: number;
	readonly plays: number;
	readonly seconds: number;
	readonly items: number;
};

type WindowParameters = {readonly server: number; readonly since: number};
type DistinctParameters = {
	readonly server: number;
	readonly since: number;
	readonly titles: string;
	readonly parents: string;
	readonly grandparents: string;
};

const beforeAll = -1e15;

const secondsSql = `coalesce(${sumSecondsSql}, 0)`;

/** The column of a play that members of each level stand in. */
const keyColumns = ['rating_key', 'parent_rating_key', 'grandparent_rating_key'];
const levels = [0, 1, 2];

/** Plays and seconds by level and key, of those keys alone that are members; from rows that have the columns of a play. */
const keyed = (columns: string, from: string): string =>
	keyColumns
		.map(
			(column, level) => `SELECT ${level} AS level, ${column} AS play_key, ${columns} ${from}
AND ${column} IN (SELECT member_key FROM collection_members WHERE level = ${level}) GROUP BY ${column}`,
		)
		.join('\nUNION ALL\n');

/** The index holds all that is counted. */
const inWindow = `FROM plays INDEXED BY plays_by_stop WHERE server_id = :server AND stopped_at >= :since AND live = 0`;

/** All time: from the sums that are kept. */
const ofAll = `FROM play_totals WHERE server_id = :server AND :since IS NOT NULL`;

/** Each leaf meets the members of the collections that it is in, by the key that their type asks for. */
const joined = (columns: string): string =>
	levels
		.map(
			level => `SELECT collection_key, member_key, ${columns}
FROM leaf CROSS JOIN collection_members ON level = ${level} AND member_key = leaf.k${level}`,
		)
		.join('\nUNION ALL\n');

const sumSql = (keys: string): string => `
WITH keyed AS MATERIALIZED (${keys})
SELECT collection_key, sum(plays) AS plays, sum(seconds) AS seconds, count(*) AS items
FROM keyed CROSS JOIN collection_members ON collection_members.level = keyed.level AND member_key = play_key
GROUP BY collection_key`;

/** Groups that cross leaves are counted one by one. */
const exactSql = `
WITH leaf AS MATERIALIZED (
	SELECT rating_key AS k0, parent_rating_key AS k1, grandparent_rating_key AS k2, reference_id,
		${secondsSql} AS seconds
	FROM plays INDEXED BY plays_by_stop WHERE server_id = :server AND stopped_at >= :since AND live = 0
	GROUP BY k0, k1, k2, reference_id
)
SELECT collection_key, count(DISTINCT ${groupSql}) AS plays, sum(seconds) AS seconds,
	count(DISTINCT member_key) AS items
FROM (${joined('reference_id, seconds')}) GROUP BY collection_key`;

const usersSql = `
WITH leaf AS MATERIALIZED (
	SELECT DISTINCT rating_key AS k0, parent_rating_key AS k1, grandparent_rating_key AS k2, user_id
	FROM plays INDEXED BY plays_by_stop WHERE server_id = ? AND stopped_at >= ? AND live = 0
		AND user_id IN (SELECT user_id FROM mirror_users WHERE server_id = ? AND known = 1)
)
SELECT collection_key, count(DISTINCT user_id) AS users FROM (${joined('user_id')}) GROUP BY collection_key`;

/** Each list becomes a table of its own, once, so that a play meets an index of it. */
const distinctSql = (unit: string): string => `
WITH titles AS MATERIALIZED (SELECT value ->> 0 AS guid, value ->> 1 AS rating_key FROM json_each(:titles))
SELECT count(DISTINCT ${unit}) AS plays, ${secondsSql} AS seconds FROM plays INDEXED BY plays_by_stop
WHERE server_id = :server AND stopped_at >= :since AND live = 0 AND (
	grandparent_rating_key IN (SELECT value FROM json_each(:grandparents))
	OR parent_rating_key IN (SELECT value FROM json_each(:parents))
	OR (rating_key IN (SELECT rating_key FROM titles) AND (guid, rating_key) IN (SELECT guid, rating_key FROM titles))
	OR (rating_key IS NULL AND guid IN (SELECT guid FROM titles WHERE rating_key IS NULL))
)`;

export const createPlayCollections = (database: Database, totals: PlayTotals): PlayCollections => {
	const prepare = (sql: string) => database.prepare<[WindowParameters], Row>(sql);
	const statements = {
		windowGroups: prepare(sumSql(keyed(`count(DISTINCT ${groupSql}) AS plays, ${secondsSql} AS seconds`, inWindow))),
		windowRows: prepare(sumSql(keyed(`count(*) AS plays, ${secondsSql} AS seconds`, inWindow))),
		allGroups: prepare(sumSql(keyed('sum(groups) AS plays, sum(played_seconds) AS seconds', ofAll))),
		allRows: prepare(sumSql(keyed('sum(plays) AS plays, sum(played_seconds) AS seconds', ofAll))),
		exact: prepare(exactSql),
	};
	const users = database.prepare<[number, number, number], {collection_key: number; users: number}>(usersSql);
	const distinctGroups = database.prepare<[DistinctParameters], Row>(distinctSql(groupSql));
	const distinctRows = database.prepare<[DistinctParameters], Row>(distinctSql('row_id'));

	const choose = ({serverId, since, grouping}: CountWindow) => {
		const crossings = totals.refresh(serverId);
		if (grouping && crossings > 0) return statements.exact;
		if (since === null) return grouping ? statements.allGroups : statements.allRows;
		return grouping ? statements.windowGroups : statements.windowRows;
	};

	return {
		counts: window =>
			choose(window)
				.all({server: window.serverId, since: window.since ?? beforeAll})
				.map(row => ({
					collectionKey: String(row.collection_key),
					plays: row.seconds === 0 ? 0 : row.plays,
					playedSeconds: row.seconds,
					itemsWithPlays: row.items,
				})),
		users: ({serverId, since}) =>
			new Map(users.all(serverId, since ?? beforeAll, serverId).map(row => [String(row.collection_key), row.users])),
		distinct: ({serverId, since, grouping}, {titles, parentKeys, grandparentKeys}) => {
			const row = (grouping ? distinctGroups : distinctRows).get({
				server: serverId,
				since: since ?? beforeAll,
				titles: JSON.stringify(titles.map(({guid, ratingKey}) => [guid, ratingKey])),
				parents: JSON.stringify(parentKeys),
				grandparents: JSON.stringify(grandparentKeys),
			});
			return {plays: row?.plays ?? 0, playedSeconds: row?.seconds ?? 0};
		},
	};
};
