import type {MemberLevel} from '../domain/member-level.ts';
import type {Database, Query} from './database.ts';

/** What of the mirror one collection is counted from. `since`: Unix seconds, null: all time. */
export type MemberQuery = {
	readonly serverId: number;
	readonly collectionKey: string;
	readonly sinces: ReadonlyArray<number | null>;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
};

/** `items`: how many members have plays in the window. */
export type MemberWindow = {
	readonly plays: number;
	readonly playedSeconds: number;
	readonly users: number;
	readonly items: number;
};

/** Plays of one collection. */
export type MemberCount = {
	/** In the order asked. Where the seconds come to exactly 0, so do the plays, as in Tautulli. */
	readonly windows: readonly MemberWindow[];
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

const members = 'SELECT member_key, guid FROM collection_members WHERE collection_key = :collection';

const facts = `plays.row_id, plays.reference_id, plays.stopped_at, plays.user_id, member_key,
	plays.stopped_at - plays.started_at - plays.paused_seconds AS seconds`;

/** The column of a play that members of a level stand in, and its index. */
const columns = [
	['rating_key', 'plays_by_key'],
	['parent_rating_key', 'plays_by_parent'],
	['grandparent_rating_key', 'plays_by_grandparent'],
] as const;

/** A key that was used again: both guids are known for good, and they are not the same. */
const isOther = `${stable('members.guid')} AND ${stable('plays.guid')} AND members.guid <> plays.guid`;

/** Indexes are named, since without statistics SQLite takes the primary key for as good and passes over every play. */
const byKey = (level: MemberLevel): string => `
SELECT ${facts}, 0 AS by_guid FROM members CROSS JOIN plays INDEXED BY ${columns[level][1]}
	ON plays.server_id = :server AND plays.${columns[level][0]} = member_key
WHERE live = 0 ${level === 0 ? `AND NOT (${isOther})` : ''}`;

/** Leaves that were added again: their old plays have the guid, and another key. */
const byGuid = `
SELECT ${facts}, 1 AS by_guid FROM members CROSS JOIN plays INDEXED BY plays_by_guid
	ON plays.server_id = :server AND plays.guid = members.guid
WHERE ${stable('members.guid')} AND live = 0 AND plays.rating_key IS NOT member_key`;

/** A play may be found by the key of one member and the guid of another: it is one play, and the key counts. */
const leafHits = `
SELECT row_id, reference_id, stopped_at, user_id, member_key, seconds, min(by_guid) AS by_guid
FROM (${byKey(0)} UNION ALL ${byGuid}) GROUP BY row_id`;

const each = (windows: number, column: (since: string, index: number) => string): string =>
	Array.from({length: windows}, (_, index) => column(`:since${index}`, index)).join(', ');

/** A group or a user is in a window when the last stop is: so each is looked at once for all windows. */
const countSql = (level: MemberLevel, windows: number, grouping: boolean): string => `
WITH members AS MATERIALIZED (${members}),
hits AS MATERIALIZED (${level === 0 ? leafHits : byKey(level)}),
items AS (SELECT max(stopped_at) AS stop FROM hits GROUP BY member_key),
groups AS (SELECT max(stopped_at) AS stop FROM hits GROUP BY ${grouping ? 'reference_id' : 'row_id'}),
people AS (
	SELECT max(stopped_at) AS stop FROM hits
	WHERE user_id IN (SELECT user_id FROM mirror_users WHERE server_id = :server AND known = 1) GROUP BY user_id
)
SELECT * FROM
	(SELECT sum(by_guid) AS by_guid,
		${each(windows, (since, index) => `sum(CASE WHEN stopped_at >= ${since} THEN seconds ELSE 0 END) AS seconds${index}`)}
	FROM hits),
	(SELECT ${each(windows, (since, index) => `sum(stop >= ${since}) AS plays${index}`)} FROM groups),
	(SELECT ${each(windows, (since, index) => `sum(stop >= ${since}) AS users${index}`)} FROM people),
	(SELECT ${each(windows, (since, index) => `sum(stop >= ${since}) AS items${index}`)} FROM items)`;

const othersSql = `
WITH members AS MATERIALIZED (${members})
SELECT count(*) AS others FROM members CROSS JOIN plays INDEXED BY plays_by_key
	ON plays.server_id = :server AND plays.rating_key = member_key
WHERE live = 0 AND ${isOther}`;

type Parameters = Record<string, number | string>;
type Row = Record<string, number | null>;

export const createPlayMembers = (database: Database): PlayMembers => {
	const levelOf = database.prepare<[string], {level: MemberLevel}>(
		'SELECT level FROM collection_members WHERE collection_key = ? LIMIT 1',
	);
	const prepared = new Map<string, Query<[Parameters], Row>>();
	const prepare = (sql: string): Query<[Parameters], Row> => {
		const known = prepared.get(sql);
		if (known) return known;
		const made = database.prepare<[Parameters], Row>(sql);
		prepared.set(sql, made);
		return made;
	};
	return {
		count: ({serverId, collectionKey, sinces, grouping}) => {
			const level = levelOf.get(collectionKey)?.level ?? 0;
			const place = {server: serverId, collection: collectionKey};
			const since = Object.fromEntries(sinces.map((at, index) => [`since${index}`, at ?? beforeAll]));
			const row = prepare(countSql(level, sinces.length, grouping)).get({...place, ...since}) ?? {};
			const others = level === 0 ? prepare(othersSql).get(place) : undefined;
			return {
				windows: sinces.map((_, index) => {
					const playedSeconds = row[`seconds${index}`] ?? 0;
					return {
						plays: playedSeconds === 0 ? 0 : (row[`plays${index}`] ?? 0),
						playedSeconds,
						users: row[`users${index}`] ?? 0,
						items: row[`items${index}`] ?? 0,
					};
				}),
				rowsByGuid: row.by_guid ?? 0,
				rowsOfOthers: others?.others ?? 0,
			};
		},
	};
};
