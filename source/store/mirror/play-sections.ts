import type {Database} from '../database.ts';

/** The libraries of rows that were read without one. Both yield where the thread may be given back. */
export type PlaySections = {
	/** Gives new rows the library that other plays of the same show, artist or item have. */
	readonly fill: (serverId: number) => Generator<void, void>;
	/** Rows that stopped before all libraries were read and are in none: they are not guessed. */
	readonly settle: (serverId: number, stoppedBefore: number) => Generator<void, void>;
};

const rowsAtOnce = 5000;

/** By their place in the index, behind the last one that was looked at: a row may stay without a library. */
const unknownSql = `
SELECT row_id, stopped_at FROM plays INDEXED BY plays_without_section
WHERE server_id = :server AND section_id IS NULL AND (stopped_at, row_id) > (:stop, :row) AND stopped_at < :before
ORDER BY stopped_at, row_id LIMIT ${rowsAtOnce}`;

const chosen = 'server_id = :server AND row_id IN (SELECT value FROM json_each(:rows))';

/** A library that another play with this key is in. */
const sectionOf = (column: string, index: string): string => `(
	SELECT other.section_id FROM plays AS other INDEXED BY ${index}
	WHERE other.server_id = :server AND other.${column} = wanted.key AND other.section_id > 0 AND other.live = wanted.live LIMIT 1
)`;

/** The keys of the rows, each looked for once: a show without a library has many plays that do not know it either. */
const keyed = (column: string, index: string): string => `
SELECT key, live, ${sectionOf(column, index)} AS section_id FROM (
	SELECT DISTINCT ${column} AS key, live FROM plays WHERE ${chosen} AND ${column} IS NOT NULL
) AS wanted`;

/** The highest key that is inside the same library elsewhere decides: show or artist, else the item itself. */
const fillSql = `
WITH shows AS MATERIALIZED (${keyed('grandparent_rating_key', 'plays_by_grandparent')}),
	items AS MATERIALIZED (${keyed('rating_key', 'plays_by_key')})
UPDATE plays SET section_id = coalesce(
	(SELECT shows.section_id FROM shows WHERE key = plays.grandparent_rating_key AND shows.live = plays.live),
	(SELECT items.section_id FROM items WHERE key = plays.rating_key AND items.live = plays.live),
	CASE WHEN live = 1 THEN (SELECT section_id FROM plays INDEXED BY plays_by_stop WHERE server_id = :server AND live = 1
		AND section_id > 0 ORDER BY stopped_at DESC LIMIT 1) END
) WHERE ${chosen}`;

const settleSql = `UPDATE plays SET section_id = 0 WHERE ${chosen}`;

type Row = {readonly row_id: number; readonly stopped_at: number};
type Place = {readonly server: number; readonly stop: number; readonly row: number; readonly before: number};
type Chosen = {readonly server: number; readonly rows: string};

const farPast = -1e15;
const farFuture = 1e15;

export const createPlaySections = (database: Database): PlaySections => {
	const unknown = database.prepare<[Place], Row>(unknownSql);
	const fill = database.prepare<[Chosen]>(fillSql);
	const settle = database.prepare<[Chosen]>(settleSql);
	const noteChange = database.prepare<[number]>(
		'UPDATE mirror_servers SET plays_version = plays_version + 1 WHERE id = ?',
	);

	function* change(update: typeof fill, server: number, before: number): Generator<void, void> {
		let last: Row | undefined = {row_id: 0, stopped_at: farPast};
		while (last) {
			const rows: Row[] = unknown.all({server, stop: last.stopped_at, row: last.row_id, before});
			if (rows.length > 0) update.run({server, rows: JSON.stringify(rows.map(({row_id: rowId}) => rowId))});
			last = rows.at(-1);
			if (last) noteChange.run(server);
			yield;
		}
	}

	return {
		fill: serverId => change(fill, serverId, farFuture),
		settle: (serverId, stoppedBefore) => change(settle, serverId, stoppedBefore),
	};
};
