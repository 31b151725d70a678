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
type TitleRow = {readonly key: number; readonly title: string | null};

const newest = (title: string, index: string, key: string): string => `
SELECT * FROM (
	SELECT ${title} AS title, stopped_at FROM plays INDEXED BY ${index}
	WHERE server_id = :server AND ${key} = wanted.key ORDER BY stopped_at DESC LIMIT 1
)`;

/** One look into each index for a key: the name is that of the newest play, and Plex's where there is none. */
const titlesSql = `
WITH wanted AS MATERIALIZED (SELECT value AS key FROM json_each(:keys))
SELECT key, coalesce(
	(SELECT title FROM (
		${newest('grandparent_title', 'plays_by_grandparent', 'grandparent_rating_key')}
		UNION ALL ${newest('full_title', 'plays_by_key', 'rating_key')}
	) ORDER BY stopped_at DESC LIMIT 1),
	(SELECT title FROM catalogue WHERE server_id = :server AND rating_key = key),
	(SELECT grandparent_title FROM catalogue INDEXED BY catalogue_by_grandparent
		WHERE server_id = :server AND grandparent_key = key LIMIT 1)
) AS title FROM wanted`;

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
			new Map(
				titles
					.all({server: serverId, keys: JSON.stringify(keys)})
					.flatMap(({key, title}): ReadonlyArray<[number, string]> => (title === null ? [] : [[key, title]])),
			),
	};
};
