import type {Migration} from '../migrate.ts';

/**
 * Plays that were carried over live under a server id of their own, which says from which history they are and beside
 * which one they are counted. Such a server was never read from, so it is set aside from the beginning.
 */
export const adoptedPlays: Migration = {
	version: 3,
	up: database =>
		database.exec(`
ALTER TABLE mirror_servers ADD COLUMN adopted_from INTEGER REFERENCES mirror_servers (id);
ALTER TABLE mirror_servers ADD COLUMN adopted_into INTEGER REFERENCES mirror_servers (id);
CREATE UNIQUE INDEX mirror_servers_adopted ON mirror_servers (adopted_into, adopted_from) WHERE adopted_into IS NOT NULL;
`),
};
