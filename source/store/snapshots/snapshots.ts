import type {Snapshot} from '../../domain/collection.ts';
import type {Database} from '../database.ts';
import {timeSeconds, timeText} from '../times.ts';
import {readSnapshot, type SnapshotRow, writeSnapshot} from './snapshot-row.ts';

/** The snapshots of collections: the table `collection_analytics`. One from the future is never the newest. */
export type Snapshots = {
	/** The newest of each collection, but for those that the last full listing of their section no longer holds. */
	readonly newest: () => Snapshot[];
	/** The newest of our own of each collection in a span of Unix seconds, both ends included; those of other programs are in no rank change. */
	readonly newestBefore: (at: number, notBefore: number) => Snapshot[];
	/** All of one collection since a time, oldest first. */
	readonly trend: (sectionUuid: string, ratingKey: string, since: number) => Snapshot[];
	/** How many there are, and the Unix seconds of the newest. */
	readonly extent: () => {readonly count: number; readonly newest: number | null};
	/** Called inside the transaction of a run. */
	readonly saveSnapshot: (snapshot: Snapshot) => void;
};

/** The text of the last moment that counts as now. */
type Latest = {readonly latest: string};

type Found = SnapshotRow & {readonly section_uuid: unknown};

/** The section that a row names, '' where its writer does not know of sections. */
const uuidOf = (row: string): string =>
	`coalesce(CASE WHEN json_valid(${row}.extra_data) THEN json_extract(${row}.extra_data, '$.section_uuid') END, '')`;

/** True for rows that tautop wrote. */
const isOurs = (row: string): string =>
	`CASE WHEN json_valid(${row}.extra_data) THEN json_type(${row}.extra_data, '$.section_uuid') = 'text' END`;

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

/** What was saved under a clock that ran ahead stands in the future: then the newest is the last one before. */
const newestId = `CASE WHEN heads.collected_at <= :latest THEN heads.snapshot_id ELSE (
	SELECT earlier.id FROM collection_analytics AS earlier
	WHERE earlier.rating_key IS heads.rating_key AND earlier.collected_at <= :latest
		AND ${uuidOf('earlier')} = heads.own_uuid
		AND (earlier.rating_key IS NOT NULL OR earlier.plex_library || '/' || earlier.collection_name = heads.identity)
	ORDER BY earlier.collected_at DESC, earlier.id DESC LIMIT 1
) END`;

/** A snapshot younger than the listing that lacks its collection stays: the listing could not know of it. */
const newestSql = `${heads}
SELECT heads.uuid AS section_uuid, row.* FROM heads
JOIN collection_analytics AS row ON row.id = ${newestId}
LEFT JOIN collections AS known ON known.section_uuid = heads.uuid AND known.rating_key = heads.rating_key
LEFT JOIN sections AS place ON place.section_uuid = known.section_uuid AND place.section_id = known.section_id
WHERE CASE WHEN known.rating_key IS NOT NULL THEN place.gone = 0 AND known.last_seen = place.listed_at
	ELSE NOT EXISTS (
		SELECT 1 FROM sections AS other
		WHERE CASE WHEN heads.uuid <> '' THEN other.section_uuid = heads.uuid ELSE other.name = row.plex_library END
			AND (other.gone = 1 OR other.listed_at >= unixepoch(row.collected_at))
	) END`;

/** Whoever has a snapshot in the span has its newest one in it or after it, so each collection costs one look at an index. */
const newestBeforeSql = `${heads}
SELECT heads.uuid AS section_uuid, found.* FROM heads
JOIN collection_analytics AS found ON found.id = (
	SELECT row.id FROM collection_analytics AS row
	WHERE row.rating_key IS heads.rating_key AND row.collected_at BETWEEN ? AND ? AND ${uuidOf('row')} = heads.own_uuid
		AND (row.rating_key IS NOT NULL OR row.plex_library || '/' || row.collection_name = heads.identity)
		AND ${isOurs('row')}
	ORDER BY row.collected_at DESC, row.id DESC LIMIT 1
) WHERE heads.collected_at >= ?`;

const trendSql = `
SELECT row.* FROM collection_analytics AS row
WHERE row.rating_key = ? AND row.collected_at >= ? AND ${uuidOf('row')} IN (?, '')
ORDER BY row.collected_at, row.id`;

const extentSql = `
SELECT coalesce(sum(snapshots), 0) AS count, (
	SELECT collected_at FROM collection_analytics WHERE collected_at <= :latest ORDER BY collected_at DESC LIMIT 1
) AS newest FROM newest_snapshots`;

/**
 * The questions that must stay quick on a table of millions of rows; a test reads their plans.
 * @internal
 */
export const snapshotQueries = {
	newest: newestSql,
	newestBefore: newestBeforeSql,
	trend: trendSql,
	extent: extentSql,
};

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

/** Two clocks may differ by so much. */
const toleranceSeconds = 120;

/** `now`: Unix seconds. */
export const createSnapshots = (database: Database, now: () => number): Snapshots => {
	const latest = (): Latest => ({latest: timeText(now() + toleranceSeconds)});
	const newest = database.prepare<[Latest], Found>(newestSql);
	const newestBefore = database.prepare<[string, string, string], Found>(newestBeforeSql);
	const trend = database.prepare<[string, string, string], SnapshotRow>(trendSql);
	const extent = database.prepare<[Latest], {count: number; newest: unknown}>(extentSql);
	const insert = database.prepare<unknown[]>(insertSql);
	return {
		newest: () => readNewest(newest.all(latest())),
		newestBefore: (at, notBefore) =>
			readNewest(newestBefore.all(timeText(notBefore), timeText(at), timeText(notBefore))),
		trend: (sectionUuid, ratingKey, since) =>
			trend
				.all(ratingKey, timeText(since), sectionUuid)
				.map(row => readSnapshot(row, sectionUuid))
				.filter(snapshot => snapshot !== null),
		extent: () => {
			const found = extent.get(latest());
			return {count: found?.count ?? 0, newest: timeSeconds(found?.newest)};
		},
		saveSnapshot: snapshot => void insert.run(...writeSnapshot(snapshot)),
	};
};
