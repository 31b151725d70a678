import type {Migration} from '../migrate.ts';

/** Who owns the server, by Tautulli's list of users: ids as a JSON list; NULL while it was not asked. */
export const owners: Migration = {
	version: 16,
	up: database => database.exec('ALTER TABLE mirror_servers ADD COLUMN owners TEXT;'),
};
