import type {Leaf} from '../../domain/leaf.ts';
import type {Database} from '../database.ts';

/** A library as it was listed last. Times are Unix seconds; the others are Plex's own number of its content. */
export type ListedSection = {
	readonly sectionId: string;
	readonly listedAt: number;
	readonly changedAt: number | null;
	readonly seenChangedAt: number | null;
	readonly seenAt: number;
};

/** Plex's living titles as last listed. */
export type Catalogue = {
	readonly sections: (serverId: number) => ListedSection[];
	/** Puts a library in the place of what was known of it: all or nothing. */
	readonly save: (
		serverId: number,
		section: {readonly sectionId: string; readonly changedAt: number | null},
		leaves: readonly Leaf[],
		at: number,
	) => void;
	/** Notes that a library's content has another number by now. */
	readonly note: (serverId: number, sectionId: string, changedAt: number | null, at: number) => void;
	/** Forgets libraries that are not in the list. */
	readonly keepOnly: (serverId: number, sectionIds: readonly string[]) => void;
};

type SectionRow = {
	readonly section_id: number;
	readonly listed_at: number;
	readonly changed_at: number | null;
	readonly seen_changed_at: number | null;
	readonly seen_at: number;
};

const leavesAtOnce = 2000;

/** A title that stands in two libraries while it is moved belongs to the one that was listed last. */
const insertSql = `
INSERT OR REPLACE INTO catalogue (server_id, rating_key, section_id, parent_key, grandparent_key, guid, type, title, parent_title,
	grandparent_title, season, episode, year, edition, added_at, size, file_hash)
SELECT ?, value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
	value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14
FROM json_each(?)`;

const number = (key: string): number | null => (/^\d+$/.test(key) ? Number(key) : null);

const valuesOf = (leaf: Leaf) => [
	number(leaf.ratingKey),
	number(leaf.parentRatingKey),
	number(leaf.grandparentRatingKey),
	leaf.guid,
	leaf.type,
	leaf.title,
	leaf.parentTitle,
	leaf.grandparentTitle,
	leaf.season,
	leaf.episode,
	leaf.year,
	leaf.edition,
	leaf.addedAt,
	leaf.size,
	leaf.fileHash,
];

export const createCatalogue = (database: Database): Catalogue => {
	const select = database.prepare<[number], SectionRow>('SELECT * FROM catalogue_sections WHERE server_id = ?');
	const remove = database.prepare<[number, string]>(
		'DELETE FROM catalogue_sections WHERE server_id = ? AND section_id = ?',
	);
	const insertSection = database.prepare<[number, string, number, number | null, number | null, number]>(
		`INSERT INTO catalogue_sections (server_id, section_id, listed_at, changed_at, seen_changed_at, seen_at)
		VALUES (?, ?, ?, ?, ?, ?)`,
	);
	const insert = database.prepare<[number, string, string]>(insertSql);
	const note = database.prepare<[number | null, number, number, string]>(
		'UPDATE catalogue_sections SET seen_changed_at = ?, seen_at = ? WHERE server_id = ? AND section_id = ?',
	);
	const removeOthers = database.prepare<[number, string]>(
		`DELETE FROM catalogue_sections WHERE server_id = ?
		AND section_id NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
	);
	return {
		sections: serverId =>
			select.all(serverId).map(row => ({
				sectionId: String(row.section_id),
				listedAt: row.listed_at,
				changedAt: row.changed_at,
				seenChangedAt: row.seen_changed_at,
				seenAt: row.seen_at,
			})),
		save: (serverId, {sectionId, changedAt}, leaves, at) =>
			database.immediate(() => {
				remove.run(serverId, sectionId);
				insertSection.run(serverId, sectionId, at, changedAt, changedAt, at);
				for (let from = 0; from < leaves.length; from += leavesAtOnce) {
					const some = leaves.slice(from, from + leavesAtOnce).filter(({ratingKey}) => number(ratingKey) !== null);
					insert.run(serverId, sectionId, JSON.stringify(some.map(valuesOf)));
				}
			}),
		note: (serverId, sectionId, changedAt, at) => void note.run(changedAt, at, serverId, sectionId),
		keepOnly: (serverId, sectionIds) => void removeOthers.run(serverId, JSON.stringify(sectionIds)),
	};
};
