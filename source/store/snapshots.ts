import type {Snapshot} from '../domain/collection.ts';
import type {Database} from './database.ts';
import {readSnapshot, type SnapshotRow, writeSnapshot} from './snapshot-row.ts';
import {timeSeconds, timeText} from './times.ts';

/** The snapshots of collections: the table `collection_analytics`. */
export type Snapshots = {
	/** The newest of each collection, but for those that the last full listing of their section no longer holds. */
	readonly newest: () => Snapshot[];
	/** The newest of each collection in a span of Unix seconds, both ends included: what the board showed at its end. */
	readonly newestBefore: (at: number, notBefore: number) => Snapshot[];
	/** All of one collection since a time, oldest first. */
	readonly trend: (sectionUuid: string, ratingKey: string, since: number) => Snapshot[];
	/** How many there are, and the Unix seconds of the newest. */
	readonly extent: () => {readonly count: number; readonly newest: number | null};
	/** Called inside the transaction of a run. */
	readonly saveSnapshot: (snapshot: Snapshot) => void;
};

type Found = SnapshotRow & {readonly section_uuid: unknown};

/**
 * Rows of other programs do not name their section: they belong to the collection that Plex listed under their key.
 */
const heads = `
WITH heads AS (
	SELECT snapshot_id, identity, rating_key, collected_at, section_uuid AS own_uuid,
		CASE WHEN section_uuid <> '' THEN section_uuid ELSE coalesce((
			SELECT known.section_uuid FROM collections AS known WHERE known.rating_key = newest_snapshots.rating_key
			ORDER BY known.section_uuid = '', known.last_seen DESC LIMIT 1
		), '') END AS uuid
	FROM newest_snapshots
)`;

/** A snapshot younger than the listing that lacks its collection stays: the listing could not know of it. */
const newestSql = `${heads}
SELECT heads.uuid AS section_uuid, row.* FROM heads
JOIN collection_analytics AS row ON row.id = heads.snapshot_id
LEFT JOIN collections AS known ON known.section_uuid = heads.uuid AND known.rating_key = heads.rating_key
LEFT JOIN sections AS place ON place.section_uuid = known.section_uuid AND place.section_id = known.section_id
WHERE CASE WHEN known.rating_key IS NOT NULL THEN place.gone = 0 AND known.last_seen = place.listed_at
	ELSE NOT EXISTS (
		SELECT 1 FROM sections AS other
		WHERE CASE WHEN heads.uuid <> '' THEN other.section_uuid = heads.uuid ELSE other.name = row.plex_library END
			AND (other.gone = 1 OR other.listed_at >= unixepoch(heads.collected_at))
	) END`;

const uuidOfRow = `coalesce(CASE WHEN json_valid(row.extra_data) THEN json_extract(row.extra_data, '$.section_uuid') END, '')`;

/** Whoever has a snapshot in the span has its newest one in it or after it, so each collection costs one look at an index. */
const newestBeforeSql = `${heads}
SELECT heads.uuid AS section_uuid, found.* FROM heads
JOIN collection_analytics AS found ON found.id = (
	SELECT row.id FROM collection_analytics AS row
	WHERE row.rating_key IS heads.rating_key AND row.collected_at BETWEEN ? AND ? AND ${uuidOfRow} = heads.own_uuid
		AND (row.rating_key IS NOT NULL OR row.plex_library || '/' || row.collection_name = heads.identity)
	ORDER BY row.collected_at DESC, row.id DESC LIMIT 1
) WHERE heads.collected_at >= ?`;

const trendSql = `
SELECT row.* FROM collection_analytics AS row
WHERE row.rating_key = ? AND row.collected_at >= ? AND ${uuidOfRow} IN (?, '')
ORDER BY row.collected_at, row.id`;

/** The questions that must stay quick on a table of millions of rows; a test reads their plans. */
export const snapshotQueries = {newest: newestSql, newestBefore: newestBeforeSql, trend: trendSql};

const insertSql = `
INSERT INTO collection_analytics (collection_name, plex_library, rating_key, media_type, total_plays,
	total_duration_seconds, unique_users, rotation_id, collected_at, extra_data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const identityOf = ({sectionUuid, ratingKey, libraryName, collectionName}: Snapshot): string =>
	JSON.stringify(ratingKey === '' ? [sectionUuid, libraryName, collectionName] : [sectionUuid, ratingKey]);

/** One snapshot a collection: rows with and without a section may turn out to be about the same one. */
const readNewest = (rows: readonly Found[]): Snapshot[] => {
	const newest = new Map<string, Snapshot>();
	for (const row of rows) {
		const snapshot = readSnapshot(row, typeof row.section_uuid === 'string' ? row.section_uuid : '');
		if (!snapshot) continue;
		const identity = identityOf(snapshot);
		const other = newest.get(identity);
		if (!other || other.collectedAt < snapshot.collectedAt) newest.set(identity, snapshot);
	}
	return [...newest.values()];
};

export const createSnapshots = (database: Database): Snapshots => {
	const newest = database.prepare<[], Found>(newestSql);
	const newestBefore = database.prepare<[string, string, string], Found>(newestBeforeSql);
	const trend = database.prepare<[string, string, string], SnapshotRow>(trendSql);
	const extent = database.prepare<[], {count: number; newest: unknown}>(
		'SELECT coalesce(sum(snapshots), 0) AS count, max(collected_at) AS newest FROM newest_snapshots',
	);
	const insert = database.prepare<unknown[]>(insertSql);
	return {
		newest: () => readNewest(newest.all()),
		newestBefore: (at, notBefore) =>
			readNewest(newestBefore.all(timeText(notBefore), timeText(at), timeText(notBefore))),
		trend: (sectionUuid, ratingKey, since) =>
			trend
				.all(ratingKey, timeText(since), sectionUuid)
				.map(row => readSnapshot(row, sectionUuid))
				.filter(snapshot => snapshot !== null),
		extent: () => {
			const found = extent.get();
			return {count: found?.count ?? 0, newest: timeSeconds(found?.newest)};
		},
		saveSnapshot: snapshot => void insert.run(...writeSnapshot(snapshot)),
	};
};
