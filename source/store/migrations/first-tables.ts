import type {Database} from '../database.ts';
import type {Migration} from '../migrate.ts';

/**
 * The table that tautop shares with other programs, column for column. Nothing is added to it: what else is known of a
 * snapshot is JSON text in `extra_data`.
 */
const analytics = `
CREATE TABLE IF NOT EXISTS collection_analytics (
	id INTEGER NOT NULL PRIMARY KEY,
	collection_name TEXT NOT NULL,
	plex_library TEXT NOT NULL,
	rating_key INTEGER,
	media_type TEXT,
	total_plays INTEGER NOT NULL DEFAULT 0,
	total_duration_seconds INTEGER,
	unique_users INTEGER,
	rotation_id INTEGER,
	collected_at TEXT NOT NULL,
	extra_data TEXT
);
`;

/** An index of millions of rows takes seconds, and cannot be made in pieces: one at a time. */
const analyticsIndexes = [
	'CREATE INDEX collection_analytics_by_name ON collection_analytics (collection_name, collected_at)',
	'CREATE INDEX collection_analytics_by_time ON collection_analytics (collected_at)',
	'CREATE INDEX collection_analytics_by_key ON collection_analytics (rating_key, collected_at)',
];

/** The section that a row names, '' where its writer does not know of sections. */
const sectionUuid = (row: string): string =>
	`coalesce(CASE WHEN json_valid(${row}.extra_data) THEN json_extract(${row}.extra_data, '$.section_uuid') END, '')`;

/** What tells collections of a section apart: the rating key, or library and name of a row without one. */
const identity = (row: string): string =>
	`coalesce(CAST(${row}.rating_key AS TEXT), ${row}.plex_library || '/' || ${row}.collection_name)`;

const headOf = (row: string): string => `section_uuid = ${sectionUuid(row)} AND identity = ${identity(row)}`;

const addNew = `
	INSERT INTO newest_snapshots (section_uuid, identity, rating_key, snapshot_id, collected_at, snapshots)
	VALUES (${sectionUuid('NEW')}, ${identity('NEW')}, NEW.rating_key, NEW.id, NEW.collected_at, 1)
	ON CONFLICT (section_uuid, identity) DO UPDATE SET
		snapshots = snapshots + 1,
		snapshot_id = CASE WHEN excluded.collected_at >= collected_at THEN excluded.snapshot_id ELSE snapshot_id END,
		collected_at = max(collected_at, excluded.collected_at);
`;

const removeOld = `
	UPDATE newest_snapshots SET snapshots = snapshots - 1 WHERE ${headOf('OLD')};
	DELETE FROM newest_snapshots WHERE ${headOf('OLD')} AND snapshots < 1;
	UPDATE newest_snapshots SET (snapshot_id, collected_at) = (
		SELECT row.id, row.collected_at FROM collection_analytics AS row
		WHERE row.rating_key IS OLD.rating_key AND ${identity('row')} = ${identity('OLD')}
			AND ${sectionUuid('row')} = ${sectionUuid('OLD')}
		ORDER BY row.collected_at DESC, row.id DESC LIMIT 1
	) WHERE ${headOf('OLD')} AND snapshot_id = OLD.id;
`;

/**
 * The newest snapshot of each collection and how many there are, so that the board need not look through years of rows.
 * Triggers keep it, since other programs write to the table too.
 */
const newest = `
CREATE TABLE newest_snapshots (
	section_uuid TEXT NOT NULL,
	identity TEXT NOT NULL,
	rating_key INTEGER,
	snapshot_id INTEGER NOT NULL,
	collected_at TEXT NOT NULL,
	snapshots INTEGER NOT NULL,
	PRIMARY KEY (section_uuid, identity)
) WITHOUT ROWID;
CREATE TRIGGER collection_analytics_added AFTER INSERT ON collection_analytics BEGIN ${addNew} END;
CREATE TRIGGER collection_analytics_removed AFTER DELETE ON collection_analytics BEGIN ${removeOld} END;
CREATE TRIGGER collection_analytics_changed
AFTER UPDATE OF id, collection_name, plex_library, rating_key, collected_at, extra_data ON collection_analytics
BEGIN ${removeOld} ${addNew} END;
`;

/** Those of a range of rows; an older range comes before a newer one, so that of equal times the last row is the newest. */
const fillSql = `
INSERT INTO newest_snapshots (section_uuid, identity, rating_key, snapshot_id, collected_at, snapshots)
SELECT ${sectionUuid('row')}, ${identity('row')}, row.rating_key, row.id, max(row.collected_at), count(*)
FROM collection_analytics AS row WHERE row.id > ? AND row.id <= ? GROUP BY 1, 2
ON CONFLICT (section_uuid, identity) DO UPDATE SET
	snapshots = snapshots + excluded.snapshots,
	snapshot_id = CASE WHEN excluded.collected_at >= collected_at THEN excluded.snapshot_id ELSE snapshot_id END,
	collected_at = max(collected_at, excluded.collected_at)`;

/** Some tenths of a second of work. */
const rowsAtOnce = 100_000;

/** Another program may have written millions of rows before; they are looked through in pieces. */
function* fillNewest(database: Database): Generator<void, void> {
	const fill = database.prepare<[number, number]>(fillSql);
	const last = database.prepare<[number], {id: number}>(
		`SELECT max(id) AS id FROM (SELECT id FROM collection_analytics WHERE id > ? ORDER BY id LIMIT ${rowsAtOnce})`,
	);
	let after = Number.MIN_SAFE_INTEGER;
	for (let upTo = last.get(after)?.id ?? null; upTo !== null; upTo = last.get(after)?.id ?? null) {
		fill.run(after, upTo);
		after = upTo;
		yield;
	}
}

/** What Plex listed last. A collection is there while its `last_seen` is its section's `listed_at`. Times are Unix seconds. */
const listed = `
CREATE TABLE sections (
	section_uuid TEXT NOT NULL,
	section_id TEXT NOT NULL,
	name TEXT NOT NULL,
	listed_at REAL NOT NULL,
	gone INTEGER NOT NULL DEFAULT 0,
	emptied_at REAL,
	PRIMARY KEY (section_uuid, section_id)
) WITHOUT ROWID;
CREATE TABLE collections (
	section_uuid TEXT NOT NULL,
	rating_key INTEGER NOT NULL,
	section_id TEXT NOT NULL,
	title TEXT NOT NULL,
	library TEXT NOT NULL,
	media_type TEXT NOT NULL,
	smart INTEGER NOT NULL,
	child_count INTEGER NOT NULL,
	home INTEGER,
	shared INTEGER,
	recommended INTEGER,
	source TEXT NOT NULL,
	first_seen REAL NOT NULL,
	last_seen REAL NOT NULL,
	PRIMARY KEY (section_uuid, rating_key),
	FOREIGN KEY (section_uuid, section_id) REFERENCES sections (section_uuid, section_id)
) WITHOUT ROWID;
CREATE INDEX collections_by_key ON collections (rating_key);
CREATE TABLE promotions (
	id INTEGER PRIMARY KEY,
	section_uuid TEXT NOT NULL,
	rating_key INTEGER NOT NULL,
	home INTEGER,
	shared INTEGER,
	recommended INTEGER,
	first_seen REAL NOT NULL,
	last_seen REAL NOT NULL
);
CREATE INDEX promotions_by_key ON promotions (section_uuid, rating_key, last_seen);
`;

const house = `
CREATE TABLE runs (
	id INTEGER PRIMARY KEY,
	started_at REAL NOT NULL,
	ended_at REAL,
	status TEXT NOT NULL,
	collected INTEGER NOT NULL DEFAULT 0,
	failed INTEGER NOT NULL DEFAULT 0,
	reason TEXT,
	rotation_id INTEGER,
	holder TEXT NOT NULL
);
CREATE TABLE events (id INTEGER PRIMARY KEY, at REAL NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE lease (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	token TEXT NOT NULL,
	holder TEXT NOT NULL,
	taken_at REAL NOT NULL,
	expires_at REAL NOT NULL
);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** First light: snapshots, promotions, what is listed, runs, events, lease, meta. */
export const firstTables: Migration = {
	version: 1,
	*up(database) {
		database.exec(analytics);
		for (const index of analyticsIndexes) {
			database.exec(index);
			yield;
		}
		database.exec(newest);
		yield* fillNewest(database);
		database.exec(listed + house);
	},
};
