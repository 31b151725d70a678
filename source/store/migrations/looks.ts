import type {Migration} from '../migrate.ts';

/** A gap of more than six hours between two looks ends a row of look_spans: gaps that need judging are those between rows. */
const longestUnjudged = 6 * 3600;

/**
 * When each library was looked at, and what each collection's promotion was. A row of look_spans is a span of looks with no
 * long gap between them. A row of promotion_states is what neighbouring looks of a library found alike; until NULL: as the
 * last look found it too. joins 1: the state before it was there until the look before. place is the row among all that is
 * shown. Times are Unix seconds of looks.
 */
const tables = `
CREATE TABLE look_spans (
	section_uuid TEXT NOT NULL,
	first_at REAL NOT NULL,
	last_at REAL NOT NULL,
	looks INTEGER NOT NULL,
	PRIMARY KEY (section_uuid, first_at)
) WITHOUT ROWID;
CREATE TABLE promotion_states (
	section_uuid TEXT NOT NULL,
	rating_key INTEGER NOT NULL,
	since REAL NOT NULL,
	until REAL,
	home INTEGER NOT NULL,
	shared INTEGER NOT NULL,
	recommended INTEGER NOT NULL,
	place INTEGER,
	joins INTEGER NOT NULL,
	PRIMARY KEY (section_uuid, rating_key, since)
) WITHOUT ROWID;
CREATE INDEX promotion_states_open ON promotion_states (section_uuid, rating_key) WHERE until IS NULL;
`;

/** Until now only runs looked. Where Plex refused to say, nobody looked. */
const pastLooks = `
CREATE TEMP TABLE past_looks AS
SELECT DISTINCT section_uuid, at FROM (
	SELECT section_uuid, first_seen AS at FROM promotions WHERE home IS NOT NULL
	UNION ALL SELECT section_uuid, last_seen FROM promotions WHERE home IS NOT NULL
	UNION ALL SELECT section_uuid, started_at FROM runs JOIN (
		SELECT section_uuid, min(first_seen) AS earliest, max(last_seen) AS latest
		FROM promotions WHERE home IS NOT NULL GROUP BY section_uuid
	) ON started_at BETWEEN earliest AND latest WHERE status IN ('success', 'partial')
);
CREATE UNIQUE INDEX past_looks_by_time ON past_looks (section_uuid, at);
`;

const carryOver = `
INSERT INTO look_spans (section_uuid, first_at, last_at, looks)
SELECT section_uuid, min(at), max(at), count(*) FROM (
	SELECT section_uuid, at, sum(begins) OVER (PARTITION BY section_uuid ORDER BY at) AS part FROM (
		SELECT section_uuid, at,
			at - lag(at, 1, 0) OVER (PARTITION BY section_uuid ORDER BY at) > ${longestUnjudged} AS begins
		FROM past_looks
	)
) GROUP BY section_uuid, part;
INSERT OR IGNORE INTO promotion_states (section_uuid, rating_key, since, until, home, shared, recommended, place, joins)
SELECT section_uuid, rating_key, first_seen,
	CASE WHEN last_seen < (SELECT max(at) FROM past_looks AS look WHERE look.section_uuid = span.section_uuid) THEN last_seen END,
	home, shared, recommended, NULL,
	coalesce(
		lag(last_seen) OVER (PARTITION BY section_uuid, rating_key ORDER BY last_seen, id) = (
			SELECT max(at) FROM past_looks AS look WHERE look.section_uuid = span.section_uuid AND at < span.first_seen
		), 0)
FROM promotions AS span WHERE home IS NOT NULL ORDER BY last_seen, id;
DROP TABLE past_looks;
DROP TABLE promotions;
`;

/**
 * When members were first seen in a collection, NULL: they were there at its first read (a smart one changes
 * by being watched, so there it is the time of that read); and when they were added to Plex.
 * former_members have left; one that came back is a member again, and nothing else. confirmed_at: when the members were last
 * known to be as they stand here. changed_at is forgotten, so that all are read once more, with their dates.
 */
const members = `
ALTER TABLE collection_reads ADD COLUMN confirmed_at REAL;
UPDATE collection_reads SET confirmed_at = read_at, changed_at = NULL;
ALTER TABLE collection_members ADD COLUMN first_seen REAL;
ALTER TABLE collection_members ADD COLUMN added_at INTEGER;
UPDATE collection_members SET first_seen = (
	SELECT read_at FROM collection_reads AS read WHERE read.collection_key = collection_members.collection_key
) WHERE collection_key IN (SELECT rating_key FROM collections WHERE smart = 1);
CREATE TABLE former_members (
	collection_key INTEGER NOT NULL,
	member_key INTEGER NOT NULL,
	level INTEGER NOT NULL,
	type TEXT NOT NULL,
	title TEXT NOT NULL,
	guid TEXT NOT NULL,
	added_at INTEGER,
	first_seen REAL,
	last_seen REAL NOT NULL,
	PRIMARY KEY (collection_key, member_key)
) WITHOUT ROWID;
`;

/** What Plex forgets: what was promoted when, and what was in a collection when. */
export const looks: Migration = {
	version: 12,
	up: database => database.exec(tables + pastLooks + carryOver + members),
};
