import type {Migration} from '../migrate.ts';

/**
 * What other programs promoted: their rotations and pins, as imported; and what somebody says by hand. The numbers of
 * rotations begin anew with a database that is made anew, so a rotation is known again by its time and what it featured
 * (JSON: a list of [library or '', title]). Times are Unix seconds.
 */
export const rotations: Migration = {
	version: 14,
	up: database =>
		database.exec(`
CREATE TABLE rotations (
	id INTEGER PRIMARY KEY,
	rotation_id INTEGER NOT NULL,
	created_at REAL NOT NULL,
	state TEXT NOT NULL,
	featured TEXT NOT NULL,
	source TEXT NOT NULL,
	imported_at REAL NOT NULL,
	seen_at REAL NOT NULL,
	UNIQUE (created_at, featured)
);
CREATE INDEX rotations_by_rotation_id ON rotations (rotation_id, created_at);
CREATE TABLE pins (
	library TEXT NOT NULL,
	name TEXT NOT NULL,
	pinned_at REAL NOT NULL,
	home INTEGER,
	shared INTEGER,
	recommended INTEGER,
	source TEXT NOT NULL,
	seen_at REAL NOT NULL,
	PRIMARY KEY (library, name, pinned_at)
) WITHOUT ROWID;
CREATE TABLE stated_promotions (
	id INTEGER PRIMARY KEY,
	section_uuid TEXT NOT NULL,
	rating_key INTEGER NOT NULL,
	title TEXT NOT NULL,
	library TEXT NOT NULL,
	from_at REAL NOT NULL,
	to_at REAL,
	stated_at REAL NOT NULL
);
CREATE INDEX collection_analytics_by_rotation ON collection_analytics (rotation_id, collected_at)
	WHERE rotation_id IS NOT NULL;
CREATE INDEX stated_promotions_by_key ON stated_promotions (section_uuid, rating_key, from_at);
`),
};
