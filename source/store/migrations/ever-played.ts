import type {Migration} from '../migrate.ts';

/** Sums of all time as they were counted last, and what has gone from them since: a counter must never fall. */
export const everPlayed: Migration = {
	version: 17,
	up: database =>
		database.exec(`
CREATE TABLE ever_played (
	server_id INTEGER NOT NULL,
	grouped_by TEXT NOT NULL,
	key TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	plays INTEGER NOT NULL,
	played_seconds INTEGER NOT NULL,
	lost_plays INTEGER NOT NULL,
	lost_seconds INTEGER NOT NULL,
	PRIMARY KEY (server_id, grouped_by, key, kind)
) WITHOUT ROWID;
`),
};
