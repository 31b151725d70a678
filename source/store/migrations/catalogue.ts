import type {Migration} from '../migrate.ts';

/**
 * What Plex had when it was listed last: its libraries, and in `catalogue` everything in them that can be played. changed_at is
 * Plex's contentChangedAt at that time, seen_changed_at what it was when it was looked at last. play_owners has the plays that are not
 * of the title that their key says, or not under the season and show that they were: how is moved (its title is elsewhere in the
 * library's tree now), reused (the key is another title's by now), rekeyed (its title has another key). resolved_row is the row
 * up to which plays were looked at.
 */
export const catalogue: Migration = {
	version: 8,
	up: database =>
		database.exec(`
CREATE TABLE catalogue_sections (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	section_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	listed_at REAL NOT NULL,
	changed_at INTEGER,
	seen_changed_at INTEGER,
	seen_at REAL NOT NULL,
	PRIMARY KEY (server_id, section_id)
) WITHOUT ROWID;
CREATE TABLE catalogue (
	server_id INTEGER NOT NULL,
	rating_key INTEGER NOT NULL,
	section_id INTEGER NOT NULL,
	parent_key INTEGER,
	grandparent_key INTEGER,
	guid TEXT NOT NULL,
	type TEXT NOT NULL,
	title TEXT NOT NULL,
	parent_title TEXT NOT NULL,
	grandparent_title TEXT NOT NULL,
	season INTEGER,
	episode INTEGER,
	year INTEGER,
	edition TEXT NOT NULL,
	added_at INTEGER,
	size INTEGER,
	file_hash TEXT NOT NULL,
	PRIMARY KEY (server_id, rating_key),
	FOREIGN KEY (server_id, section_id) REFERENCES catalogue_sections (server_id, section_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX catalogue_by_guid ON catalogue (server_id, guid, added_at);
CREATE INDEX catalogue_by_parent ON catalogue (server_id, parent_key);
CREATE INDEX catalogue_by_grandparent ON catalogue (server_id, grandparent_key);
CREATE INDEX catalogue_by_section ON catalogue (server_id, section_id, added_at);
CREATE TABLE play_owners (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	row_id INTEGER NOT NULL,
	rating_key INTEGER NOT NULL,
	parent_key INTEGER,
	grandparent_key INTEGER,
	how TEXT NOT NULL,
	PRIMARY KEY (server_id, row_id)
) WITHOUT ROWID;
ALTER TABLE mirror_servers ADD COLUMN resolved_row INTEGER;
`),
};
