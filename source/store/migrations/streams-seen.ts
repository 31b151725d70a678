import type {Migration} from '../migrate.ts';

/**
 * What tautop sees of streams while they run. streams has each of them once: source_ is the file, sent_ what the player gets, why its
 * reasons, buffering what it did when it was seen last, row_id its row of history; alone: a day went by without one. minutes has the
 * most of everything in a minute (Unix seconds / 60): no row where nobody looked. machine_id of a play tells which player it was; rows
 * from before have NULL, until they are read again.
 */
export const streamsSeen: Migration = {
	version: 15,
	up: database =>
		database.exec(`
CREATE TABLE streams (
	id INTEGER PRIMARY KEY,
	server_id INTEGER REFERENCES mirror_servers (id),
	session_key TEXT NOT NULL,
	user_id INTEGER NOT NULL,
	user TEXT NOT NULL,
	rating_key INTEGER,
	parent_rating_key INTEGER,
	grandparent_rating_key INTEGER,
	section_id INTEGER,
	library TEXT NOT NULL,
	media_type TEXT NOT NULL,
	live INTEGER NOT NULL,
	full_title TEXT NOT NULL,
	machine_id TEXT NOT NULL,
	player TEXT NOT NULL,
	product TEXT NOT NULL,
	platform TEXT NOT NULL,
	network TEXT NOT NULL,
	relayed INTEGER NOT NULL,
	quality_profile TEXT NOT NULL,
	source_video TEXT NOT NULL,
	source_resolution TEXT NOT NULL,
	source_kbps REAL,
	source_container TEXT NOT NULL,
	source_audio TEXT NOT NULL,
	source_channels REAL,
	source_subtitles TEXT NOT NULL,
	source_language TEXT NOT NULL,
	sent_video TEXT NOT NULL,
	sent_resolution TEXT NOT NULL,
	sent_kbps REAL,
	sent_container TEXT NOT NULL,
	sent_audio TEXT NOT NULL,
	sent_channels REAL,
	sent_subtitles TEXT NOT NULL,
	sent_language TEXT NOT NULL,
	decision TEXT NOT NULL,
	video_decision TEXT NOT NULL,
	audio_decision TEXT NOT NULL,
	subtitle_decision TEXT NOT NULL,
	hardware INTEGER NOT NULL,
	why TEXT NOT NULL,
	first_seen INTEGER NOT NULL,
	last_seen INTEGER NOT NULL,
	ended_at INTEGER,
	buffering INTEGER NOT NULL,
	stalls INTEGER NOT NULL,
	stalled_seconds INTEGER NOT NULL,
	slowest_speed REAL,
	highest_kbps REAL,
	row_id INTEGER,
	alone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX streams_by_last_seen ON streams (last_seen, first_seen);
CREATE INDEX streams_by_row ON streams (server_id, row_id) WHERE row_id IS NOT NULL;
CREATE INDEX streams_transcoded ON streams (last_seen, ended_at, why) WHERE why <> '';
CREATE INDEX streams_to_match ON streams (last_seen) WHERE row_id IS NULL AND alone = 0;
CREATE TABLE minutes (
	minute INTEGER PRIMARY KEY,
	streams INTEGER NOT NULL,
	direct INTEGER NOT NULL,
	copied INTEGER NOT NULL,
	transcoded INTEGER NOT NULL,
	kbps INTEGER,
	lan_kbps INTEGER,
	wan_kbps INTEGER
) WITHOUT ROWID;
ALTER TABLE plays ADD COLUMN machine_id TEXT;
UPDATE mirror_servers SET compared_at = NULL;
`),
};
