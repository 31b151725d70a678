import type {CollectionName, Pin, Rotation, RotationState} from '../../domain/rotation.ts';
import type {Database} from '../database.ts';
import {type Flags, readFlags} from '../flags.ts';

/** What was imported of another program's rotations. */
export type Rotations = {
	/** Oldest first. */
	readonly list: () => Rotation[];
	readonly pins: () => Pin[];
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

const readFeatured = (text: string): readonly CollectionName[] => {
	const pairs: ReadonlyArray<readonly [string, string]> = JSON.parse(text);
	return pairs.map(([library, name]) => ({library, name}));
};

export const createRotations = (database: Database): Rotations => {
	const list = database.prepare<[], Row>('SELECT * FROM rotations ORDER BY created_at, id');
	const pins = database.prepare<[], PinRow>('SELECT * FROM pins ORDER BY pinned_at, library, name');
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
