import type {Snapshot} from '../../domain/collection.ts';
import type {CollectionName, Pin, Rotation, RotationState} from '../../domain/rotation.ts';
import type {Database} from '../database.ts';
import {type Flags, readFlags} from '../flags.ts';
import {readSnapshot, type SnapshotRow} from '../snapshots/snapshot-row.ts';
import {timeText} from '../times.ts';

/** What was imported of another program's rotations, and what snapshots say of them. */
export type Rotations = {
	/** Oldest first. */
	readonly list: () => Rotation[];
	readonly pins: () => Pin[];
	/** The snapshots that name a rotation and were taken since a time (Unix seconds): the newest of each collection. */
	readonly snapshots: (rotationId: number, since: number) => Snapshot[];
};

type Row = {
	readonly id: number;
	readonly rotation_id: number;
	readonly created_at: number;
	readonly state: RotationState;
	readonly featured: string;
	readonly seen_at: number;
};

type PinRow = Flags & {
	readonly library: string;
	readonly name: string;
	readonly pinned_at: number;
	readonly seen_at: number;
};

/** Rows of other programs do not name their section: they belong to the collection that Plex listed under their key. */
const snapshotsSql = `
SELECT coalesce(nullif(CASE WHEN json_valid(row.extra_data) THEN json_extract(row.extra_data, '$.section_uuid') END, ''), (
	SELECT known.section_uuid FROM collections AS known WHERE known.rating_key = row.rating_key
	ORDER BY known.section_uuid = '', known.last_seen DESC LIMIT 1
), '') AS section_uuid, row.*
FROM collection_analytics AS row INDEXED BY collection_analytics_by_rotation
WHERE row.rotation_id = ? AND row.collected_at >= ? ORDER BY row.collected_at, row.id`;

/** The last of each collection. */
const lastOfEach = (snapshots: readonly Snapshot[]): Snapshot[] => {
	const last = new Map<string, Snapshot>();
	for (const snapshot of snapshots) {
		const {sectionUuid, ratingKey, libraryName, collectionName} = snapshot;
		last.set(JSON.stringify([sectionUuid, ratingKey === '' ? [libraryName, collectionName] : ratingKey]), snapshot);
	}
	return [...last.values()];
};

const readFeatured = (text: string): readonly CollectionName[] => {
	const pairs: ReadonlyArray<readonly [string, string]> = JSON.parse(text);
	return pairs.map(([library, name]) => ({library, name}));
};

export const createRotations = (database: Database): Rotations => {
	const list = database.prepare<[], Row>('SELECT * FROM rotations ORDER BY created_at, id');
	const pins = database.prepare<[], PinRow>('SELECT * FROM pins ORDER BY pinned_at, library, name');
	const snapshots = database.prepare<[number, string], SnapshotRow>(snapshotsSql);
	return {
		list: () =>
			list.all().map(row => ({
				id: row.id,
				rotationId: row.rotation_id,
				createdAt: row.created_at,
				state: row.state,
				featured: readFeatured(row.featured),
				seenAt: row.seen_at,
			})),
		snapshots: (rotationId, since) => {
			const found = snapshots
				.all(rotationId, timeText(since))
				.map(row => readSnapshot(row, typeof row.section_uuid === 'string' ? row.section_uuid : ''));
			return lastOfEach(found.filter(snapshot => snapshot !== null));
		},
		pins: () =>
			pins.all().map(row => ({
				library: row.library,
				name: row.name,
				pinnedAt: row.pinned_at,
				seenAt: row.seen_at,
				promoted: readFlags(row),
			})),
	};
};
