import type {Library} from '../../domain/library.ts';
import type {Database} from '../database.ts';

/** How people call what plays are of. */
export type PlayNames = {
	/** Every user that a play has, by id; `known`: Tautulli still has a record of them. */
	readonly users: (serverId: number) => ReadonlyMap<number, {readonly name: string; readonly known: boolean}>;
	/** Tautulli's libraries as last listed. */
	readonly libraries: (serverId: number) => readonly Library[];
	readonly saveLibraries: (serverId: number, libraries: readonly Library[]) => void;
	/** The titles of these keys as their newest play has them, or as Plex lists them: of items, or of shows and artists. */
	readonly titles: (serverId: number, keys: readonly number[]) => ReadonlyMap<number, string>;
};

type UserRow = {readonly user_id: number; readonly name: string; readonly known: number};
type LibraryRow = {
	readonly section_id: number;
	readonly name: string;
	readonly type: string;
	readonly items: number | null;
};
type TitleRow = {readonly key: number; readonly title: string};

/** Less than every row id: what was played has its name from there. */
const behindAll = Number.MIN_SAFE_INTEGER;

/** One look into the index for each key: the columns beside max() are those of that row, as SQLite promises. */
const titlesSql = `
WITH wanted AS MATERIALIZED (SELECT value AS key FROM json_each(:keys))
SELECT key, title, max(newest) FROM (
	SELECT key, grandparent_title AS title, max(row_id) AS newest
	FROM wanted CROSS JOIN plays INDEXED BY plays_by_grandparent ON server_id = :server AND grandparent_rating_key = key
	GROUP BY key
	UNION ALL
	SELECT key, full_title AS title, max(row_id) AS newest
	FROM wanted CROSS JOIN plays INDEXED BY plays_by_key ON server_id = :server AND rating_key = key
	GROUP BY key
	UNION ALL
	SELECT key, title, ${behindAll} AS newest FROM wanted CROSS JOIN catalogue ON server_id = :server AND rating_key = key
	UNION ALL
	SELECT key, grandparent_title AS title, ${behindAll} AS newest
	FROM wanted CROSS JOIN catalogue INDEXED BY catalogue_by_grandparent ON server_id = :server AND grandparent_key = key
	GROUP BY key
) GROUP BY key`;

export const createPlayNames = (database: Database): PlayNames => {
	const users = database.prepare<[number], UserRow>(
		'SELECT user_id, name, known FROM mirror_users WHERE server_id = ?',
	);
	const libraries = database.prepare<[number], LibraryRow>(
		'SELECT section_id, name, type, items FROM mirror_libraries WHERE server_id = ? ORDER BY section_id',
	);
	const forget = database.prepare<[number]>('DELETE FROM mirror_libraries WHERE server_id = ?');
	const insert = database.prepare<[number, string, string, string, number | null]>(
		'INSERT OR REPLACE INTO mirror_libraries (server_id, section_id, name, type, items) VALUES (?, ?, ?, ?, ?)',
	);
	const titles = database.prepare<[{server: number; keys: string}], TitleRow>(titlesSql);
	return {
		users: serverId =>
			new Map(users.all(serverId).map(({user_id, name, known}) => [user_id, {name, known: known === 1}])),
		libraries: serverId =>
			libraries
				.all(serverId)
				.map(({section_id, name, type, items}) => ({sectionId: String(section_id), name, type, count: items})),
		saveLibraries: (serverId, all) =>
			database.immediate(() => {
				forget.run(serverId);
				for (const {sectionId, name, type, count} of all) insert.run(serverId, sectionId, name, type, count);
			}),
		titles: (serverId, keys) =>
			new Map(titles.all({server: serverId, keys: JSON.stringify(keys)}).map(({key, title}) => [key, title])),
	};
};
