import type {Migration} from '../migrate.ts';

/** Titles wait for the index of trigrams until a sync is over: indexed is 0 until then. */
export const titlesToIndex: Migration = {
	version: 11,
	up: database =>
		database.exec(`
ALTER TABLE played_titles ADD COLUMN indexed INTEGER NOT NULL DEFAULT 1;
CREATE INDEX played_titles_to_index ON played_titles (id) WHERE indexed = 0;
`),
};
