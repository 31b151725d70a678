import type {MemberLevel} from '../domain/member-level.ts';
import type {Database, Query} from './database.ts';
import type {PlayTitle} from './play-titles.ts';

/**
 * The sums of plays that are always counted together: of one key, or of one title under one key. Arrays have one number
 * a window, in the order asked. Live TV is left out: its keys are no items of a library.
 */
export type Cell = {
	readonly rows: number;
	/** The last stop (Unix seconds). */
	readonly stoppedAt: number;
	readonly playedSeconds: readonly number[];
	readonly plays: readonly number[];
	/** The last stop of each user; users whose record is gone are left out. */
	readonly users: ReadonlyMap<number, number>;
	/** Groups that began elsewhere, so that sums over cells may count them more than once. */
	readonly crossing: readonly number[];
};

/** What a cell is: a title under a key (level 0), or a key of a season, album, show or artist. */
export type CellKey = PlayTitle;

/** The part of a group that is in one cell. */
export type GroupPart = {readonly referenceId: number; readonly cell: CellKey; readonly stoppedAt: number};

export type CellQuery = {
	readonly serverId: number;
	/** Unix seconds; null: all time. */
	readonly sinces: ReadonlyArray<number | null>;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	readonly level: MemberLevel;
};

export type PlayCells = {
	/** In the order of the keys; undefined where there are no plays. */
	readonly sums: (query: CellQuery, keys: readonly CellKey[]) => Array<Cell | undefined>;
	/** In which cells these groups are. */
	readonly parts: (query: CellQuery, referenceIds: readonly number[]) => GroupPart[];
};

type Parameters = Record<string, number | string>;
type SumRow = Readonly<Record<`seconds${number}` | `plays${number}`, number>>;
type TextRow = {readonly cell: number; readonly rows: number; readonly stop: number; readonly crossing: string | null};
type UserRow = {readonly cell: number; readonly user_id: number; readonly stop: number};
type PartRow = {
	readonly reference_id: number;
	readonly guid: string;
	readonly rating_key: number | null;
	readonly stop: number;
};

const beforeAll = -1e15;

/** Indexes are named, since without statistics SQLite takes the primary key for as good and passes over every play. */
const found: Readonly<Record<MemberLevel, string>> = {
	0: `plays INDEXED BY plays_by_title
	ON plays.server_id = :server AND plays.guid = cells.guid AND plays.rating_key IS cells.rating_key`,
	1: `plays INDEXED BY plays_by_parent ON plays.server_id = :server AND plays.parent_rating_key = cells.rating_key`,
	2: `plays INDEXED BY plays_by_grandparent
	ON plays.server_id = :server AND plays.grandparent_rating_key = cells.rating_key`,
};

const cellsSql = `WITH cells AS MATERIALIZED (
	SELECT key AS cell, value ->> 0 AS guid, value ->> 1 AS rating_key FROM json_each(:cells)
)`;

const each = (windows: number, column: (since: string, index: number) => string): string =>
	Array.from({length: windows}, (_, index) => column(`:since${index}`, index)).join(', ');

/** A group is in a window when its last stop is. */
const sumsSql = ({level, sinces, grouping}: CellQuery): string => `${cellsSql},
groups AS (
	SELECT cell, reference_id, count(*) AS rows, max(stopped_at) AS stop, max(row_id = reference_id) AS has_head,
		${each(sinces.length, (since, index) => `sum(CASE WHEN stopped_at >= ${since} THEN stopped_at - started_at - paused_seconds ELSE 0 END) AS seconds${index}`)}
	FROM cells CROSS JOIN ${found[level]} WHERE live = 0 GROUP BY cell, ${grouping ? 'reference_id' : 'row_id'}
)
SELECT cell, sum(rows) AS rows, max(stop) AS stop,
	${grouping ? 'group_concat(CASE WHEN has_head = 0 THEN reference_id END)' : 'NULL'} AS crossing,
	${each(sinces.length, (since, index) => `sum(seconds${index}) AS seconds${index}, sum(stop >= ${since}) AS plays${index}`)}
FROM groups GROUP BY cell`;

const usersSql = (level: MemberLevel): string => `${cellsSql}
SELECT cell, user_id, max(stopped_at) AS stop FROM cells CROSS JOIN ${found[level]}
WHERE live = 0 AND user_id IN (SELECT user_id FROM mirror_users WHERE server_id = :server AND known = 1)
GROUP BY cell, user_id`;

const partColumns: Readonly<Record<MemberLevel, string>> = {
	0: 'guid, rating_key',
	1: "'' AS guid, parent_rating_key AS rating_key",
	2: "'' AS guid, grandparent_rating_key AS rating_key",
};

const partsSql = (level: MemberLevel): string => `
SELECT reference_id, ${partColumns[level]}, max(stopped_at) AS stop FROM plays INDEXED BY plays_by_reference
WHERE server_id = :server AND live = 0 AND reference_id IN (SELECT value FROM json_each(:references))
GROUP BY 1, 2, 3`;

/** Prepares each text once. */
const createPrepare = <Row>(database: Database) => {
	const known = new Map<string, Query<[Parameters], Row>>();
	return (sql: string): Query<[Parameters], Row> => {
		const query = known.get(sql) ?? database.prepare<[Parameters], Row>(sql);
		known.set(sql, query);
		return query;
	};
};

const cellOf = (row: SumRow & TextRow, users: readonly UserRow[], {sinces}: CellQuery): Cell => ({
	rows: row.rows,
	stoppedAt: row.stop,
	playedSeconds: sinces.map((_, index) => row[`seconds${index}`] ?? 0),
	plays: sinces.map((_, index) => row[`plays${index}`] ?? 0),
	users: new Map(users.map(({user_id, stop}) => [user_id, stop])),
	crossing: row.crossing === null ? [] : row.crossing.split(',').map(Number),
});

export const createPlayCells = (database: Database): PlayCells => {
	const prepareSums = createPrepare<SumRow & TextRow>(database);
	const prepareUsers = createPrepare<UserRow>(database);
	const prepareParts = createPrepare<PartRow>(database);
	return {
		sums: (query, keys) => {
			const {serverId, sinces, level} = query;
			const place = {server: serverId, cells: JSON.stringify(keys.map(({guid, ratingKey}) => [guid, ratingKey]))};
			const since = Object.fromEntries(sinces.map((at, index) => [`since${index}`, at ?? beforeAll]));
			const users = Map.groupBy(prepareUsers(usersSql(level)).all(place), ({cell}) => cell);
			const result = new Array<Cell | undefined>(keys.length);
			for (const row of prepareSums(sumsSql(query)).all({...place, ...since})) {
				result[row.cell] = cellOf(row, users.get(row.cell) ?? [], query);
			}
			return result;
		},
		parts: ({serverId, level}, referenceIds) =>
			prepareParts(partsSql(level))
				.all({server: serverId, references: JSON.stringify(referenceIds)})
				.map(({reference_id, guid, rating_key, stop}) => ({
					referenceId: reference_id,
					cell: {guid, ratingKey: rating_key},
					stoppedAt: stop,
				})),
	};
};
