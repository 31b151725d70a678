import type {Migration} from '../migrate.ts';

/**
 * zone: the time zone that the history's days were seen to be cut in; NULL while that is not known. Plays whose keys Plex
 * has given up, as of looked_at: rekeyed have a title that Plex lists under another key, orphans have none.
 */
export const serverZone: Migration = {
	version: 5,
	up: database =>
		database.exec(`
ALTER TABLE mirror_servers ADD COLUMN zone TEXT;
ALTER TABLE mirror_servers ADD COLUMN rekeyed INTEGER;
ALTER TABLE mirror_servers ADD COLUMN orphans INTEGER;
ALTER TABLE mirror_servers ADD COLUMN looked_at REAL;
`),
};
