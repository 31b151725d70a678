import type {Database} from '../database.ts';

/**
 * The titles that are known now, by guid: a table of this connection alone, filled for one look at histories that were
 * set aside. What Plex lists comes first, since it has the keys of today.
 */
export type KnownTitles = {
	/** Forgets all. To be called before anything else. */
	readonly clear: () => void;
	/** This and the next yield where the thread may be given back. */
	readonly addListed: (serverId: number) => Generator<void, void>;
	/** Titles of the history's own plays that are not listed, as the newest play has them. */
	readonly addPlayed: (serverId: number) => Generator<void, void>;
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
	FROM plays INDEXED BY plays_by_guid
	WHERE server_id = :server AND guid > :after AND guid <= :upTo AND live = 0 AND rating_key IS NOT NULL GROUP BY guid
) AS played
WHERE NOT EXISTS (SELECT 1 FROM temp.known_titles AS listed WHERE listed.guid = played.guid)`;

/** Only these mean the same title for ever; the end is the first text behind all that begin so. */
const stableGuids = {from: 'plex://', to: 'plex:/0'} as const;

const playsAtOnce = 20_000;

const lastGuidSql = `
SELECT max(guid) AS guid FROM (
	SELECT guid FROM plays INDEXED BY plays_by_guid
	WHERE server_id = :server AND guid > :after AND guid < '${stableGuids.to}' ORDER BY guid LIMIT ${playsAtOnce}
)`;

type GuidRange = {readonly server: number; readonly after: string};

const titlesAtOnce = 5000;

const listedSql = `
INSERT INTO temp.known_titles (${columns})
SELECT guid, rating_key, parent_key, grandparent_key, section_id, 1 FROM catalogue
WHERE server_id = ? AND rating_key > ? AND rating_key <= ?`;

const lastListedSql = `
SELECT max(rating_key) AS key FROM (
	SELECT rating_key FROM catalogue WHERE server_id = ? AND rating_key > ? ORDER BY rating_key LIMIT ${titlesAtOnce}
)`;

export const createKnownTitles = (database: Database): KnownTitles => ({
	clear: () => database.exec(tableSql),
	*addListed(serverId) {
		const last = database.prepare<[number, number], {key: number | null}>(lastListedSql);
		const insert = database.prepare<[number, number, number]>(listedSql);
		let after = -1;
		while (true) {
			const upTo = last.get(serverId, after)?.key ?? null;
			if (upTo === null) return;
			insert.run(serverId, after, upTo);
			after = upTo;
			yield;
		}
	},
	*addPlayed(serverId) {
		const last = database.prepare<[GuidRange], {guid: string | null}>(lastGuidSql);
		const insert = database.prepare<[GuidRange & {readonly upTo: string}]>(playedSql);
		let after: string = stableGuids.from;
		while (true) {
			const upTo = last.get({server: serverId, after})?.guid ?? null;
			if (upTo === null) return;
			insert.run({server: serverId, after, upTo});
			after = upTo;
			yield;
		}
	},
});
