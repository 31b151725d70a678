import type {Migration} from '../migrate.ts';

/**
 * What views show of a play beside what is counted: all NULL where a row was mirrored before, until it is read again; so that this is
 * soon, everything is compared by the next sync that has the time. network is
 * lan, wan or ''; season and episode are numbers of an episode, year is that of a film.
 * plays_version changes whenever plays do, so that what was read of them can be kept. mirror_libraries are Tautulli's libraries as last
 * listed. searched_titles has each full title once; title_search their folded text by trigrams.
 */
export const playDetails: Migration = {
	version: 6,
	up: database =>
		database.exec(`
ALTER TABLE plays ADD COLUMN player TEXT;
ALTER TABLE plays ADD COLUMN product TEXT;
ALTER TABLE plays ADD COLUMN network TEXT;
ALTER TABLE plays ADD COLUMN percent_complete INTEGER;
ALTER TABLE plays ADD COLUMN season INTEGER;
ALTER TABLE plays ADD COLUMN episode INTEGER;
ALTER TABLE plays ADD COLUMN year INTEGER;
ALTER TABLE mirror_servers ADD COLUMN plays_version INTEGER NOT NULL DEFAULT 0;
CREATE TABLE mirror_libraries (
	server_id INTEGER NOT NULL REFERENCES mirror_servers (id),
	section_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	items INTEGER,
	PRIMARY KEY (server_id, section_id)
) WITHOUT ROWID;
CREATE TABLE searched_titles (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE title_search USING fts5 (text, content = '', tokenize = 'trigram');
UPDATE mirror_servers SET compared_at = NULL;
CREATE INDEX plays_by_full_title ON plays (server_id, full_title);
`),
};
