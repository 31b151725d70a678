import type {Database} from './database.ts';

/** Collections by key with the library that each is in, and the libraries that the server has now. Ids of sections. */
export type ElsewhereQuery = {
	readonly serverId: number;
	readonly sectionOf: ReadonlyMap<string, string>;
	readonly sections: readonly string[];
};

/**
 * Keys of films, episodes and tracks that share a guid with a member, but are played in another library that is still
 * there, such as one of 4K copies. They are no old keys of the member, so its collection does not count their plays.
 */
export type PlaysElsewhere = {readonly keys: (query: ElsewhereQuery) => Set<number>};

const keysSql = `
WITH places AS MATERIALIZED (
	SELECT CAST(json_extract(value, '$[0]') AS INTEGER) AS collection_key,
		CAST(json_extract(value, '$[1]') AS INTEGER) AS section_id
	FROM json_each(:places)
)
SELECT DISTINCT plays.rating_key AS play_key FROM places
CROSS JOIN collection_members USING (collection_key)
CROSS JOIN plays INDEXED BY plays_by_title ON plays.server_id = :server AND plays.guid = collection_members.guid
WHERE collection_members.level = 0 AND collection_members.guid LIKE 'plex://%'
	AND plays.rating_key <> collection_members.member_key AND plays.section_id <> places.section_id
	AND plays.section_id IN (SELECT CAST(value AS INTEGER) FROM json_each(:sections))`;

type Parameters = {readonly server: number; readonly places: string; readonly sections: string};

export const createPlaysElsewhere = (database: Database): PlaysElsewhere => {
	const select = database.prepare<[Parameters], {play_key: number}>(keysSql);
	return {
		keys: ({serverId, sectionOf, sections}) =>
			new Set(
				select
					.all({server: serverId, places: JSON.stringify([...sectionOf]), sections: JSON.stringify(sections)})
					.map(({play_key: key}) => key),
			),
	};
};
