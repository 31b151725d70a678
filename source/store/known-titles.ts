import type {Leaf} from '../domain/leaf.ts';
import type {Database} from './database.ts';

/**
 * The titles that are known now, by guid: a table of this connection alone, filled for one look at histories that were
 * set aside. What Plex lists comes first, since it has the keys of today.
 */
export type KnownTitles = {
	/** Forgets all. To be called before anything else. */
	readonly clear: () => void;
	readonly addListed: (leaves: readonly Leaf[]) => void;
	/** Titles of the history's own plays that are not listed, as the newest play has them. */
	readonly addPlayed: (serverId: number) => void;
};

const tableSql = `
CREATE TEMP TABLE IF NOT EXISTS known_titles (
	id INTEGER PRIMARY KEY,
	guid TEXT NOT NULL,
	rating_key INTEGER NOT NULL,
	parent_rating_key INTEGER,
	grandparent_rating_key INTEGER,
	section_id INTEGER,
	listed INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS temp.known_titles_by_guid ON known_titles (guid, rating_key);
CREATE INDEX IF NOT EXISTS temp.known_titles_by_key ON known_titles (rating_key);
DELETE FROM temp.known_titles;
`;

const columns = 'guid, rating_key, parent_rating_key, grandparent_rating_key, section_id, listed';

const playedSql = `
INSERT INTO temp.known_titles (${columns})
SELECT ${columns} FROM (
	SELECT guid, rating_key, parent_rating_key, grandparent_rating_key, section_id, 0 AS listed, max(stopped_at)
	FROM plays INDEXED BY plays_by_title
	WHERE server_id = ? AND guid LIKE 'plex://%' AND live = 0 AND rating_key IS NOT NULL GROUP BY guid
) AS played
WHERE NOT EXISTS (SELECT 1 FROM temp.known_titles AS listed WHERE listed.guid = played.guid)`;

const keyValue = (key: string): string | null => (key === '' ? null : key);

export const createKnownTitles = (database: Database): KnownTitles => ({
	clear: () => database.exec(tableSql),
	addListed: leaves => {
		const insert = database.prepare<Array<string | null>>(
			`INSERT INTO temp.known_titles (${columns}) VALUES (?, ?, ?, ?, ?, 1)`,
		);
		for (const {guid, ratingKey, parentRatingKey, grandparentRatingKey, sectionId} of leaves) {
			insert.run(guid, ratingKey, keyValue(parentRatingKey), keyValue(grandparentRatingKey), keyValue(sectionId));
		}
	},
	addPlayed: serverId => void database.prepare<[number]>(playedSql).run(serverId),
});
