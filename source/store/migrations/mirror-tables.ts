import type {Migration} from '../migrate.ts';

/**
 * Histories that were mirrored, one row each. At most one is not set aside: the one that is counted. stale is 1 while
 * play_totals is behind plays; crossings counts groups whose rows have different keys.
 */
const servers = `
CREATE TABLE mirror_servers (
	id INTEGER PRIMARY KEY,
	machine_identifier TEXT NOT NULL,
	first_seen REAL NOT NULL,
	set_aside_at REAL,
	set_aside_reason TEXT,
	complete INTEGER NOT NULL DEFAULT 0,
	hidden_rows INTEGER NOT NULL DEFAULT 0,
	synced_at REAL,
	compared_at REAL,
	stale INTEGER NOT NULL DEFAULT 1,
	crossings INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX mirror_servers_current ON mirror_servers (set_aside_at IS NULL) WHERE set_aside_at IS NULL;
`;

/**
 * How far a first fill, or a comparison with everything, has come in each library: all rows that started on
 * from_day (the server's calendar, days since 1970) or later are done.
 */
const parts = `
CREATE TABLE mirror_parts (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	section_id TEXT NOT NULL,
	began_at REAL NOT NULL,
	from_day INTEGER,
	done INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (server_id, section_id)
) WITHOUT ROWID;
`;

/** Keys are numbers or NULL; a section is NULL while it is unknown, 0 where there is none. Rows are never grouped and never live sessions. Times are Unix seconds. */
const plays = `
CREATE TABLE plays (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	row_id INTEGER NOT NULL,
	reference_id INTEGER NOT NULL,
	started_at INTEGER NOT NULL,
	stopped_at INTEGER NOT NULL,
	paused_seconds INTEGER NOT NULL,
	user_id INTEGER NOT NULL,
	rating_key INTEGER,
	parent_rating_key INTEGER,
	grandparent_rating_key INTEGER,
	media_type TEXT NOT NULL,
	live INTEGER NOT NULL,
	transcode_decision TEXT NOT NULL,
	platform TEXT NOT NULL,
	title TEXT NOT NULL,
	parent_title TEXT NOT NULL,
	grandparent_title TEXT NOT NULL,
	full_title TEXT NOT NULL,
	guid TEXT NOT NULL,
	section_id INTEGER,
	PRIMARY KEY (server_id, row_id)
) WITHOUT ROWID;
CREATE INDEX plays_by_stop ON plays (
	server_id, stopped_at, live, rating_key, parent_rating_key, grandparent_rating_key, reference_id, started_at,
	paused_seconds, user_id
);
CREATE INDEX plays_by_start ON plays (server_id, started_at, stopped_at, section_id, transcode_decision);
CREATE INDEX plays_by_key ON plays (server_id, rating_key, stopped_at);
CREATE INDEX plays_by_guid ON plays (server_id, guid);
CREATE INDEX plays_by_parent ON plays (server_id, parent_rating_key) WHERE parent_rating_key IS NOT NULL;
CREATE INDEX plays_by_grandparent ON plays (
	server_id, grandparent_rating_key, stopped_at, live, reference_id, started_at, paused_seconds, user_id, section_id
) WHERE grandparent_rating_key IS NOT NULL;
CREATE INDEX plays_by_reference ON plays (server_id, reference_id, rating_key, grandparent_rating_key);
CREATE INDEX plays_by_user ON plays (server_id, user_id, stopped_at);
CREATE INDEX plays_by_section ON plays (server_id, section_id, stopped_at);
CREATE TABLE mirror_users (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	user_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	known INTEGER NOT NULL,
	PRIMARY KEY (server_id, user_id)
) WITHOUT ROWID;
`;

/**
 * Sums over all time by leaf, so that a board of everything need not pass over every play. A key that is missing is 0.
 * groups counts the groups of each leaf; they add up to the whole only while there are no crossings.
 */
const totals = `
CREATE TABLE play_totals (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	rating_key INTEGER NOT NULL,
	parent_rating_key INTEGER NOT NULL,
	grandparent_rating_key INTEGER NOT NULL,
	plays INTEGER NOT NULL,
	groups INTEGER NOT NULL,
	played_seconds INTEGER NOT NULL,
	PRIMARY KEY (server_id, rating_key, parent_rating_key, grandparent_rating_key)
) WITHOUT ROWID;
`;

/**
 * Members of collections as last read. level says which key of a play they are: 0 its own, 1 its parent's (season,
 * album), 2 its grandparent's (show, artist). changed_at is what Plex said of the collection when they were read.
 */
const members = `
CREATE TABLE collection_reads (
	collection_key INTEGER PRIMARY KEY,
	changed_at REAL,
	read_at REAL NOT NULL
);
CREATE TABLE collection_members (
	collection_key INTEGER NOT NULL REFERENCES collection_reads (collection_key) ON DELETE CASCADE,
	member_key INTEGER NOT NULL,
	level INTEGER NOT NULL,
	type TEXT NOT NULL,
	title TEXT NOT NULL,
	guid TEXT NOT NULL,
	PRIMARY KEY (collection_key, member_key)
) WITHOUT ROWID;
CREATE INDEX collection_members_by_key ON collection_members (level, member_key, collection_key);
`;

/** The mirror of Tautulli's history. */
export const mirrorTables: Migration = {
	version: 2,
	up: database => database.exec(servers + parts + plays + totals + members),
};
