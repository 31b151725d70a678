import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {timeText} from '../../source/store/times.ts';
import {tempFolder} from './temp-folder.ts';

/** Tables as homescreen-hero's models make them. */
const rotations = `
CREATE TABLE rotation_records (
	id INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	success BOOLEAN NOT NULL,
	error_message TEXT,
	featured_collections JSON NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE pending_simulations (
	id INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	selected_collections JSON NOT NULL,
	rotation_snapshot JSON,
	applied BOOLEAN NOT NULL,
	applied_at DATETIME,
	PRIMARY KEY (id)
);
CREATE TABLE collection_usage (
	id INTEGER NOT NULL,
	collection_name VARCHAR NOT NULL,
	last_rotation_id INTEGER,
	last_rotated_at DATETIME,
	times_used INTEGER NOT NULL,
	PRIMARY KEY (id)
);`;

const later = `
ALTER TABLE rotation_records ADD COLUMN group_contributions JSON;
CREATE TABLE collection_analytics (
	id INTEGER NOT NULL,
	collection_name VARCHAR NOT NULL,
	plex_library VARCHAR NOT NULL,
	rating_key INTEGER,
	media_type VARCHAR,
	total_plays INTEGER NOT NULL,
	total_duration_seconds INTEGER,
	unique_users INTEGER,
	rotation_id INTEGER,
	collected_at DATETIME NOT NULL,
	extra_data JSON,
	PRIMARY KEY (id)
);
CREATE TABLE pinned_collections (
	id INTEGER NOT NULL,
	collection_name VARCHAR NOT NULL,
	library_name VARCHAR NOT NULL,
	display_order INTEGER NOT NULL,
	pinned_at DATETIME NOT NULL,
	visibility_home BOOLEAN NOT NULL,
	visibility_shared BOOLEAN NOT NULL,
	visibility_recommended BOOLEAN NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE users (id INTEGER NOT NULL, plex_username VARCHAR, password_hash VARCHAR, PRIMARY KEY (id));`;

/** What a rotation shows: a title (older versions), or a title with its library. */
type Featured = string | {readonly library: string; readonly name: string};

/** A database of homescreen-hero that a test writes to. Times are Unix seconds. */
export type Hero = {
	readonly file: string;
	readonly raw: Sqlite.Database;
	/** Returns the number of the rotation. */
	readonly rotate: (at: number, featured: readonly Featured[], success?: boolean) => number;
	readonly snapshot: (
		at: number,
		given?: {name?: string; library?: string; plays?: number; rotationId?: number},
	) => void;
	readonly pin: (at: number, name: string, library: string) => void;
};

/** `old`: from before snapshots and pins. */
export const heroDatabase = (version: 'old' | 'new' = 'new', folder = tempFolder()): Hero => {
	const file = path.join(folder, 'homescreen_hero.sqlite');
	const raw = new Sqlite(file);
	raw.exec(rotations);
	if (version === 'new') raw.exec(later);
	return {
		file,
		raw,
		rotate: (at, featured, success = true) => {
			const sql = 'INSERT INTO rotation_records (created_at, success, featured_collections) VALUES (?, ?, ?)';
			const {lastInsertRowid} = raw.prepare(sql).run(timeText(at), Number(success), JSON.stringify(featured));
			return Number(lastInsertRowid);
		},
		snapshot: (at, {name = 'Heists', library = 'Movies', plays = 12, rotationId} = {}) => {
			raw
				.prepare(
					`INSERT INTO collection_analytics (collection_name, plex_library, rating_key, media_type, total_plays,
						total_duration_seconds, unique_users, rotation_id, collected_at, extra_data)
					VALUES (?, ?, 900042, 'movie', ?, 3600, NULL, ?, ?, '{"items_with_plays": 3, "total_items": 9}')`,
				)
				.run(name, library, plays, rotationId ?? null, timeText(at));
		},
		pin: (at, name, library) => {
			raw
				.prepare(
					`INSERT INTO pinned_collections (collection_name, library_name, display_order, pinned_at, visibility_home,
						visibility_shared, visibility_recommended) VALUES (?, ?, 0, ?, 1, 0, 0)`,
				)
				.run(name, library, timeText(at));
		},
	};
};
