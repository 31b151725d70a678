import type {MemberLevel} from '../../domain/member-level.ts';
import type {Database, Query} from '../database.ts';
import {noGroup, spanSql} from './absent.ts';
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
	/** Rows that have both times: without any, Tautulli's sum of seconds is nothing. */
	readonly timed: readonly number[];
	readonly plays: readonly number[];
	/** The last stop of each user; users whose record is gone are left out. */
	readonly users: ReadonlyMap<number, number>;
	/** Groups that began elsewhere, so that sums over cells may count them more than once. */
	readonly crossing: readonly number[];
};

/** What a cell is: a title under a key (level 0), or a key of a season, album, show or artist. */
export type CellKey = PlayTitle;

/** The part of a group that is in one cell. */
type GroupPart = {readonly referenceId: number; readonly cell: CellKey; readonly stoppedAt: number};

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
type PlayRow = {
	readonly cell: number;
	readonly row_id: number;
	readonly reference_id: number;
	readonly user_id: number;
	readonly stopped_at: number;
	readonly span: number | null;
	readonly paused_seconds: number;
};
type PartRow = {
	readonly reference_id: number;
	readonly guid: string;
	readonly rating_key: number | null;
	readonly stop: number;
};

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

/** Summed up here, since SQLite would sort the rows for each of groups and users. */
const rowsSql = (level: MemberLevel): string => `${cellsSql}
SELECT cell, row_id, reference_id, user_id, stopped_at, ${spanSql} AS span, paused_seconds
FROM cells CROSS JOIN ${found[level]} WHERE live = 0`;

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

/** Keeps the latest time of each id. */
export const noteLatest = (latest: Map<number, number>, id: number, at: number): void => {
	if (at > (latest.get(id) ?? Number.NEGATIVE_INFINITY)) latest.set(id, at);
};

/** How many of the times are in a window. */
export const countFrom = (times: Iterable<number>, since: number): number => {
	let count = 0;
	for (const at of times) if (at >= since) count += 1;
	return count;
};

/** A group is in a window when its last stop is. */
const cellOf = (rows: readonly PlayRow[], known: ReadonlySet<number>, {sinces, grouping}: CellQuery): Cell => {
	const from = sinces.map(since => since ?? Number.NEGATIVE_INFINITY);
	const playedSeconds = from.map(() => 0);
	const timed = from.map(() => 0);
	const users = new Map<number, number>();
	const groups = new Map<number, number>();
	const heads = new Set<number>();
	for (const {row_id, reference_id, user_id, stopped_at, span, paused_seconds} of rows) {
		const seconds = (span ?? 0) - paused_seconds;
		// Plain loops: this is what a run spends its time with.
		for (let index = 0; index < from.length; index++) {
			if (stopped_at < (from[index] ?? 0)) continue;
			playedSeconds[index] = (playedSeconds[index] ?? 0) + seconds;
			if (span !== null) timed[index] = (timed[index] ?? 0) + 1;
		}
		if (!grouping) noteLatest(groups, row_id, stopped_at);
		else if (reference_id !== noGroup) noteLatest(groups, reference_id, stopped_at);
		if (row_id === reference_id) heads.add(row_id);
		if (known.has(user_id)) noteLatest(users, user_id, stopped_at);
	}
	const stops = [...groups.values()];
	return {
		rows: rows.length,
		stoppedAt: rows.reduce((last, {stopped_at}) => Math.max(last, stopped_at), Number.NEGATIVE_INFINITY),
		playedSeconds,
		timed,
		plays: from.map(since => countFrom(stops, since)),
		users,
		crossing: grouping ? [...groups.keys()].filter(referenceId => !heads.has(referenceId)) : [],
	};
};

export const createPlayCells = (database: Database): PlayCells => {
	const prepareRows = createPrepare<PlayRow>(database);
	const prepareParts = createPrepare<PartRow>(database);
	const knownUsers = database.prepare<[number], {user_id: number}>(
		'SELECT user_id FROM mirror_users WHERE server_id = ? AND known = 1',
	);
	return {
		sums: (query, keys) => {
			const place = {server: query.serverId, cells: JSON.stringify(keys.map(({guid, ratingKey}) => [guid, ratingKey]))};
			const known = new Set(knownUsers.all(query.serverId).map(({user_id}) => user_id));
			const rows = Map.groupBy(prepareRows(rowsSql(query.level)).all(place), ({cell}) => cell);
			return keys.map((_, index) => {
				const ofCell = rows.get(index);
				return ofCell && cellOf(ofCell, known, query);
			});
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
