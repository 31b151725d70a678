import type {Collection, CollectionSource} from '../../domain/collection.ts';
import type {Section} from '../../domain/library.ts';
import type {Look} from '../../domain/promotion.ts';
import type {Database} from '../database.ts';
import {type Flags, readFlags, writeFlags} from '../flags.ts';
import type {Promotions} from '../memory/promotions.ts';

/** All collections of one section, as they were listed in full. `look`: where they are promoted; absent or null: not known. */
export type SectionListing = {
	readonly section: Section;
	readonly collections: readonly Collection[];
	readonly look?: Look | null;
};

export type Collections = {
	/** Those that the last full listings hold, by library and title. */
	readonly listed: () => Collection[];
	/** The libraries that are there, by name. */
	readonly libraries: () => ReadonlyArray<{readonly uuid: string; readonly name: string}>;
	/** The uuid under which a section was listed before, for listings that do not tell it; '' where unknown. */
	readonly sectionUuid: (sectionId: string, name: string) => string;
	/**
	 * Called inside the transaction of a run. A section that held collections and now lists none is not believed the first
	 * time, since Plex answers so while it scans or lacks a disk; the second time it is.
	 */
	readonly saveListing: (listing: SectionListing, at: number) => void;
	/** Called after a listing of all enabled sections: the others are gone, with their collections. */
	readonly saveSections: (sections: readonly Section[]) => void;
};

type Row = Flags & {
	readonly section_uuid: string;
	readonly rating_key: number | string;
	readonly section_id: string;
	readonly title: string;
	readonly library: string;
	readonly media_type: string;
	readonly smart: number;
	readonly child_count: number;
	readonly source: CollectionSource;
};

type SectionRow = {readonly listed_at: number; readonly emptied_at: number | null; readonly held: number};

const readCollection = (row: Row): Collection => ({
	ratingKey: String(row.rating_key),
	title: row.title,
	sectionId: row.section_id,
	sectionUuid: row.section_uuid,
	libraryName: row.library,
	mediaType: row.media_type,
	smart: row.smart === 1,
	childCount: row.child_count,
	promoted: readFlags(row),
	source: row.source,
});

const listedSql = `
SELECT one.* FROM collections AS one
JOIN sections AS place ON place.section_uuid = one.section_uuid AND place.section_id = one.section_id
WHERE place.gone = 0 AND one.last_seen = place.listed_at
ORDER BY one.library, one.title, one.rating_key`;

const sectionSql = `
SELECT listed_at, emptied_at, (
	SELECT count(*) FROM collections AS one WHERE one.section_uuid = place.section_uuid
		AND one.section_id = place.section_id AND one.last_seen = place.listed_at
) AS held
FROM sections AS place WHERE section_uuid = ? AND section_id = ?`;

const saveSectionSql = `
INSERT INTO sections (section_uuid, section_id, name, listed_at) VALUES (?, ?, ?, ?)
ON CONFLICT (section_uuid, section_id) DO UPDATE SET
	name = excluded.name, listed_at = excluded.listed_at, gone = 0, emptied_at = NULL`;

const saveCollectionSql = `
INSERT INTO collections (section_uuid, rating_key, section_id, title, library, media_type, smart, child_count,
	home, shared, recommended, source, first_seen, last_seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (section_uuid, rating_key) DO UPDATE SET
	section_id = excluded.section_id, title = excluded.title, library = excluded.library,
	media_type = excluded.media_type, smart = excluded.smart, child_count = excluded.child_count,
	home = excluded.home, shared = excluded.shared, recommended = excluded.recommended,
	source = excluded.source, last_seen = excluded.last_seen`;

const columnsOf = (one: Collection, {uuid, sectionId}: Section, at: number): unknown[] => {
	const {home, shared, recommended} = writeFlags(one.promoted);
	return [
		uuid,
		one.ratingKey,
		sectionId,
		one.title,
		one.libraryName,
		one.mediaType,
		Number(one.smart),
		one.childCount,
		home,
		shared,
		recommended,
		one.source,
		at,
		at,
	];
};

export const createCollections = (database: Database, promotions: Promotions): Collections => {
	const listed = database.prepare<[], Row>(listedSql);
	const knownUuid = database.prepare<[string, string], {section_uuid: string}>(
		`SELECT section_uuid FROM sections WHERE section_id = ? AND name = ? AND section_uuid <> ''
		ORDER BY gone, listed_at DESC LIMIT 1`,
	);
	const libraries = database.prepare<[], {uuid: string; name: string}>(
		'SELECT DISTINCT section_uuid AS uuid, name FROM sections WHERE gone = 0 ORDER BY name, section_uuid',
	);
	const sectionRow = database.prepare<[string, string], SectionRow>(sectionSql);
	const doubt = database.prepare<[number, string, string]>(
		'UPDATE sections SET emptied_at = ? WHERE section_uuid = ? AND section_id = ?',
	);
	const saveSection = database.prepare<[string, string, string, number]>(saveSectionSql);
	const saveCollection = database.prepare<unknown[]>(saveCollectionSql);
	const allGone = database.prepare<[]>('UPDATE sections SET gone = 1');
	const here = database.prepare<[string, string]>(
		'UPDATE sections SET gone = 0 WHERE section_uuid = ? AND section_id = ?',
	);

	const saveListing = ({section, collections, look}: SectionListing, at: number): void => {
		const {uuid, sectionId, name} = section;
		const before = sectionRow.get(uuid, sectionId);
		if (before && collections.length === 0 && before.held > 0 && before.emptied_at === null) {
			doubt.run(at, uuid, sectionId);
			return;
		}
		saveSection.run(uuid, sectionId, name, at);
		for (const one of collections) saveCollection.run(...columnsOf(one, section, at));
		if (look) promotions.saveLook({sectionUuid: uuid, ...look});
	};

	return {
		listed: () => listed.all().map(readCollection),
		libraries: () => libraries.all(),
		sectionUuid: (sectionId, name) => knownUuid.get(sectionId, name)?.section_uuid ?? '',
		saveListing,
		saveSections: sections => {
			allGone.run();
			for (const {uuid, sectionId} of sections) here.run(uuid, sectionId);
		},
	};
};
