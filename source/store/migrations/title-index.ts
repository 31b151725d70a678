import type {Migration} from '../migrate.ts';

/** Plays by title and key, with all that a collection's count needs: so a run reads the index alone. */
export const titleIndex: Migration = {
	version: 4,
	up: database =>
		database.exec(`
DROP INDEX plays_by_guid;
CREATE INDEX plays_by_title ON plays (
	server_id, guid, rating_key, stopped_at, live, reference_id, started_at, paused_seconds, user_id
);
`),
};
