import type {Migration} from '../migrate.ts';

/** The catalogue by season or album, with what is summed of it, and by file: so sums of a large library read indexes alone. */
export const catalogueSizes: Migration = {
	version: 13,
	*up(database) {
		database.exec(`
DROP INDEX catalogue_by_parent;
CREATE INDEX catalogue_by_parent ON catalogue (
	server_id, parent_key, grandparent_key, section_id, type, added_at, size
);
`);
		yield;
		database.exec('CREATE INDEX catalogue_by_file ON catalogue (server_id, file_hash);');
	},
};
