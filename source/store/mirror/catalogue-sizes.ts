import type {CatalogueGroup, NamedLeaf, SharedLeaf, TitleFacts} from '../../domain/catalogue.ts';
import type {Database} from '../database.ts';

/** What the listing tells of whole titles: how large they are, and when they came. */
export type CatalogueSizes = {
	/** Everything that is listed, by season, album or film. */
	readonly groups: (serverId: number) => readonly CatalogueGroup[];
	/** Leaves whose files serve several of them, those of one file together. */
	readonly shared: (serverId: number) => readonly SharedLeaf[];
	/** Those of these keys that are leaves: where they stand, and how Plex calls them and what they belong to. */
	readonly leaves: (serverId: number, keys: readonly number[]) => readonly NamedLeaf[];
	/** What is listed under these keys: of films, shows, seasons, episodes, artists, albums, tracks. A key that is not listed is missing. */
	readonly facts: (serverId: number, keys: readonly number[]) => ReadonlyMap<number, TitleFacts>;
	/** The keys of a title, of what it is part of, and of all that is part of it; none where it is not listed. */
	readonly family: (serverId: number, key: number) => readonly number[];
};

type GroupRow = readonly [
	leaf: number,
	parent: number | null,
	grandparent: number | null,
	section: number,
	type: string,
	items: number,
	size: number | null,
	dated: number,
	first: number | null,
	last: number | null,
];

const aloneSql = `
SELECT rating_key, NULL, grandparent_key, section_id, type, 1, size, added_at IS NOT NULL, added_at, added_at
FROM catalogue INDEXED BY catalogue_by_parent WHERE server_id = ? AND parent_key IS NULL`;

const togetherSql = `
SELECT min(rating_key), parent_key, grandparent_key, section_id, type, count(*), sum(size), count(added_at), min(added_at), max(added_at)
FROM catalogue INDEXED BY catalogue_by_parent WHERE server_id = ? AND parent_key IS NOT NULL
GROUP BY parent_key, grandparent_key, section_id`;

type SharedRow = readonly [
	hash: string,
	leaf: number,
	parent: number | null,
	grandparent: number | null,
	type: string,
	size: number | null,
];

const sharedSql = `
SELECT file_hash, rating_key, parent_key, grandparent_key, type, size FROM catalogue INDEXED BY catalogue_by_file
WHERE server_id = :server AND file_hash IN (
	SELECT file_hash FROM catalogue INDEXED BY catalogue_by_file
	WHERE server_id = :server AND file_hash > '' GROUP BY file_hash HAVING count(*) > 1
) ORDER BY file_hash, rating_key`;

type LeafRow = {
	readonly rating_key: number;
	readonly parent_key: number | null;
	readonly grandparent_key: number | null;
	readonly type: string;
	readonly title: string;
	readonly edition: string;
	readonly parent_title: string;
	readonly grandparent_title: string;
};

const leavesSql = `
SELECT rating_key, parent_key, grandparent_key, type, title, edition, parent_title, grandparent_title FROM catalogue
WHERE server_id = ? AND rating_key IN (SELECT value FROM json_each(?))`;

type FactsRow = {
	readonly key: number;
	readonly items: number;
	readonly size: number | null;
	readonly first: number | null;
	readonly last: number | null;
	readonly listed: number;
};

const leavesUnder = (index: string, column: string): string => `
SELECT value AS key, rating_key, section_id, size, file_hash, added_at
FROM json_each(:keys) CROSS JOIN catalogue ${index} ON server_id = :server AND ${column} = value`;

/** A file of one title counts once: the inner rows are its files. */
const factsSql = `
WITH leaves AS MATERIALIZED (
	${leavesUnder('', 'rating_key')}
	UNION ${leavesUnder('INDEXED BY catalogue_by_parent', 'parent_key')}
	UNION ${leavesUnder('INDEXED BY catalogue_by_grandparent', 'grandparent_key')}
), files AS (
	SELECT key, count(*) AS items, max(size) AS size, min(added_at) AS first, max(added_at) AS last, section_id
	FROM leaves GROUP BY key, CASE file_hash WHEN '' THEN rating_key ELSE file_hash END
)
SELECT key, sum(items) AS items, sum(size) AS size, min(first) AS first, max(last) AS last, min(listed_at) AS listed
FROM files JOIN catalogue_sections AS section ON section.server_id = :server AND section.section_id = files.section_id
GROUP BY key`;

const familySql = `
WITH leaves AS MATERIALIZED (
	SELECT rating_key, parent_key, grandparent_key FROM catalogue WHERE server_id = :server AND rating_key = :key
	UNION SELECT rating_key, parent_key, grandparent_key FROM catalogue INDEXED BY catalogue_by_parent
		WHERE server_id = :server AND parent_key = :key
	UNION SELECT rating_key, parent_key, grandparent_key FROM catalogue INDEXED BY catalogue_by_grandparent
		WHERE server_id = :server AND grandparent_key = :key
)
SELECT rating_key AS key FROM leaves
UNION SELECT parent_key FROM leaves WHERE parent_key IS NOT NULL
UNION SELECT grandparent_key FROM leaves WHERE grandparent_key IS NOT NULL`;

const groupOf = ([
	leaf,
	parent,
	grandparent,
	section,
	type,
	items,
	size,
	dated,
	first,
	last,
]: GroupRow): CatalogueGroup => ({
	leaf,
	parent,
	grandparent,
	section,
	type,
	items,
	size,
	// What does not say when it came may have been there first.
	firstAddedAt: dated < items ? null : first,
	lastAddedAt: last,
});

export const createCatalogueSizes = (database: Database): CatalogueSizes => {
	const alone = database.prepareRaw<[number], GroupRow>(aloneSql);
	const together = database.prepareRaw<[number], GroupRow>(togetherSql);
	const shared = database.prepareRaw<[{server: number}], SharedRow>(sharedSql);
	const leaves = database.prepare<[number, string], LeafRow>(leavesSql);
	const facts = database.prepare<[{server: number; keys: string}], FactsRow>(factsSql);
	const family = database.prepare<[{server: number; key: number}], {key: number}>(familySql);
	return {
		groups: serverId => [...alone.all(serverId), ...together.all(serverId)].map(groupOf),
		shared: server =>
			shared.all({server}).map(([fileHash, leaf, parent, grandparent, type, size]) => ({
				fileHash,
				leaf,
				parent,
				grandparent,
				type,
				size,
			})),
		leaves: (serverId, keys) =>
			leaves.all(serverId, JSON.stringify(keys)).map(row => ({
				leaf: row.rating_key,
				parent: row.parent_key,
				grandparent: row.grandparent_key,
				type: row.type,
				title: row.title,
				edition: row.edition,
				parentTitle: row.parent_title,
				grandparentTitle: row.grandparent_title,
			})),
		facts: (server, keys) =>
			new Map(
				facts
					.all({server, keys: JSON.stringify(keys)})
					.map(({key, items, size, first, last, listed}) => [
						key,
						{items, size, firstAddedAt: first, lastAddedAt: last, listedAt: listed},
					]),
			),
		family: (server, key) => family.all({server, key}).map(row => row.key),
	};
};
