import type {Database} from './database.ts';

/** What of the mirror one collection is counted from. `since`: Unix seconds, null: all time. */
export type MemberQuery = {
	readonly serverId: number;
	readonly collectionKey: string;
	readonly sinces: ReadonlyArray<number | null>;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
};

/** Plays of one collection. */
export type MemberCount = {
	/** In the order asked. Where the seconds come to exactly 0, so do the plays, as in Tautulli. */
	readonly windows: ReadonlyArray<{readonly plays: number; readonly playedSeconds: number; readonly users: number}>;
	/** Members that were ever played. */
	readonly itemsWithPlays: number;
	/** Rows of all time that have another key and were matched by their guid, since the title was added again. */
	readonly rowsByGuid: number;
	/** Rows of all time that have a member's key but are plays of something else: Plex has used the key again. */
	readonly rowsOfOthers: number;
};

/** Counts the collection whose members were saved, each play once. */
export type PlayMembers = {readonly count: (query: MemberQuery) => MemberCount};

const beforeAll = -1e15;

/** Only these guids mean the same title for ever; `local://` and the like do not. */
const stable = (guid: string): string => `${guid} LIKE 'plex://%'`;

const members = 'SELECT level, member_key, guid FROM collection_members WHERE collection_key = :collection';

/**
 * Indexes are named, since without statistics SQLite takes the primary key for as good and passes over every play.
 * By the key that the type asks for; a leaf whose guid is another one was played under a key that was used again.
 */
const byKey = (column: string, index: string, level: number): string => `
SELECT plays.row_id, member_key, 0 AS by_guid,
	${level === 0 ? `${stable('members.guid')} AND ${stable('plays.guid')} AND members.guid <> plays.guid` : '0'} AS other
FROM members CROSS JOIN plays INDEXED BY ${index} ON plays.server_id = :server AND plays.${column} = member_key
WHERE level = ${level} AND live = 0`;

/** Leaves that were added again: their old plays have the guid, and a key that is none of the members'. */
const byGuid = `
SELECT plays.row_id, member_key, 1 AS by_guid, 0 AS other
FROM members CROSS JOIN plays INDEXED BY plays_by_guid
	ON plays.server_id = :server AND plays.guid = members.guid
WHERE level = 0 AND ${stable('members.guid')} AND live = 0 AND plays.rating_key IS NOT member_key`;

const windowColumns = (index: number, unit: string): string => `
	count(DISTINCT CASE WHEN stopped_at >= :since${index} THEN ${unit} END) AS plays${index},
	sum(CASE WHEN stopped_at >= :since${index} THEN stopped_at - started_at - paused_seconds ELSE 0 END) AS seconds${index},
	count(DISTINCT CASE WHEN stopped_at >= :since${index} AND known = 1 THEN plays.user_id END) AS users${index}`;

const countSql = (windows: number, unit: string): string => `
WITH members AS MATERIALIZED (${members}),
hits AS MATERIALIZED (
	SELECT row_id, min(member_key) AS member_key, min(by_guid) AS by_guid, min(other) AS other FROM (
		${byKey('rating_key', 'plays_by_key', 0)}
		UNION ALL ${byKey('parent_rating_key', 'plays_by_parent', 1)}
		UNION ALL ${byKey('grandparent_rating_key', 'plays_by_grandparent', 2)}
		UNION ALL ${byGuid}
	) GROUP BY row_id
)
SELECT count(DISTINCT member_key) AS items,
	sum(by_guid) AS by_guid,
	${Array.from({length: windows}, (_, index) => windowColumns(index, unit)).join(',')}
FROM hits CROSS JOIN plays ON plays.server_id = :server AND plays.row_id = hits.row_id AND hits.other = 0
LEFT JOIN mirror_users ON mirror_users.server_id = plays.server_id AND mirror_users.user_id = plays.user_id`;

const othersSql = `
WITH members AS MATERIALIZED (${members})
SELECT count(*) AS others FROM (${byKey('rating_key', 'plays_by_key', 0)}) WHERE other = 1`;

type Parameters = Record<string, number | string>;
type Row = Record<string, number | null>;

export const createPlayMembers = (database: Database): PlayMembers => ({
	count: ({serverId, collectionKey, sinces, grouping}) => {
		const sql = countSql(sinces.length, grouping ? 'reference_id' : 'plays.row_id');
		const bound: Parameters = {server: serverId, collection: collectionKey};
		sinces.forEach((since, index) => {
			bound[`since${index}`] = since ?? beforeAll;
		});
		const row = database.prepare<[Parameters], Row>(sql).get(bound) ?? {};
		const others = database.prepare<[Parameters], Row>(othersSql).get({server: serverId, collection: collectionKey});
		return {
			windows: sinces.map((_, index) => {
				const playedSeconds = row[`seconds${index}`] ?? 0;
				return {
					plays: playedSeconds === 0 ? 0 : (row[`plays${index}`] ?? 0),
					playedSeconds,
					users: row[`users${index}`] ?? 0,
				};
			}),
			itemsWithPlays: row.items ?? 0,
			rowsByGuid: row.by_guid ?? 0,
			rowsOfOthers: others?.others ?? 0,
		};
	},
});
