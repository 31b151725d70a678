import type {Leaf} from '../../domain/leaf.ts';
import type {Database} from '../database.ts';

/** A library as it was listed last. Times are Unix seconds; the others are Plex's own number of its content. */
export type ListedSection = {
	readonly sectionId: string;
	readonly name: string;
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
		section: Pick<ListedSection, 'sectionId' | 'name' | 'changedAt'>,
		leaves: readonly Leaf[],
		at: number,
	) => void;
	/** Notes that a library's content has another number by now. */
	readonly note: (serverId: number, sectionId: string, changedAt: number | null, at: number) => void;
	/** What was added from one second until before another, the newest first. */
	readonly added: (serverId: number, from: number, to: number) => readonly Leaf[];
	/** Forgets libraries that are not in the list. */
	readonly keepOnly: (serverId: number, sectionIds: readonly string[]) => void;
};

type SectionRow = {
	readonly section_id: number;
	readonly name: string;
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

type LeafRow = {
	readonly rating_key: number;
	readonly section_id: number;
	readonly parent_key: number | null;
	readonly grandparent_key: number | null;
	readonly guid: string;
	readonly type: string;
	readonly title: string;
	readonly parent_title: string;
	readonly grandparent_title: string;
	readonly season: number | null;
	readonly episode: number | null;
	readonly year: number | null;
	readonly edition: string;
	readonly added_at: number | null;
	readonly size: number | null;
	readonly file_hash: string;
};

const keyText = (key: number | null): string => (key === null ? '' : String(key));

const leafOf = (row: LeafRow): Leaf => ({
	ratingKey: keyText(row.rating_key),
	parentRatingKey: keyText(row.parent_key),
	grandparentRatingKey: keyText(row.grandparent_key),
	guid: row.guid,
	sectionId: String(row.section_id),
	type: row.type,
	title: row.title,
	parentTitle: row.parent_title,
	grandparentTitle: row.grandparent_title,
	season: row.season,
	episode: row.episode,
	year: row.year,
	edition: row.edition,
	addedAt: row.added_at,
	size: row.size,
	fileHash: row.file_hash,
});

export const createCatalogue = (database: Database): Catalogue => {
	const select = database.prepare<[number], SectionRow>('SELECT * FROM catalogue_sections WHERE server_id = ?');
	const remove = database.prepare<[number, string]>(
		'DELETE FROM catalogue_sections WHERE server_id = ? AND section_id = ?',
	);
	const insertSection = database.prepare<[number, string, string, number, number | null, number | null, number]>(
		`INSERT INTO catalogue_sections (server_id, section_id, name, listed_at, changed_at, seen_changed_at, seen_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
	);
	const insert = database.prepare<[number, string, string]>(insertSql);
	const note = database.prepare<[number | null, number, number, string]>(
		'UPDATE catalogue_sections SET seen_changed_at = ?, seen_at = ? WHERE server_id = ? AND section_id = ?',
	);
	const added = database.prepare<[number, number, number], LeafRow>(
		'SELECT * FROM catalogue WHERE server_id = ? AND added_at >= ? AND added_at < ? ORDER BY added_at DESC, rating_key DESC',
	);
	const removeOthers = database.prepare<[number, string]>(
		`DELETE FROM catalogue_sections WHERE server_id = ?
		AND section_id NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
	);
	return {
		sections: serverId =>
			select.all(serverId).map(row => ({
				sectionId: String(row.section_id),
				name: row.name,
				listedAt: row.listed_at,
				changedAt: row.changed_at,
				seenChangedAt: row.seen_changed_at,
				seenAt: row.seen_at,
			})),
		save: (serverId, {sectionId, name, changedAt}, leaves, at) =>
			database.immediate(() => {
				remove.run(serverId, sectionId);
				insertSection.run(serverId, sectionId, name, at, changedAt, changedAt, at);
				for (let from = 0; from < leaves.length; from += leavesAtOnce) {
					const some = leaves.slice(from, from + leavesAtOnce).filter(({ratingKey}) => number(ratingKey) !== null);
					insert.run(serverId, sectionId, JSON.stringify(some.map(valuesOf)));
				}
			}),
		added: (serverId, from, to) => added.all(serverId, from, to).map(leafOf),
		note: (serverId, sectionId, changedAt, at) => void note.run(changedAt, at, serverId, sectionId),
		keepOnly: (serverId, sectionIds) => void removeOthers.run(serverId, JSON.stringify(sectionIds)),
	};
};
