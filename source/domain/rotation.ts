import type {Promoted} from './collection.ts';

/** A collection by its name alone, as other programs know it. Library: '' where they do not say. */
export type CollectionName = {readonly library: string; readonly name: string};

/**
 * What became of a rotation: it was applied; it failed, so that the one before it stayed; or nobody knows whether it was
 * only tried out (a dry run leaves the same row as a real one).
 */
export type RotationState = 'applied' | 'failed' | 'unsure';

/** A rotation of another program: from then on it had these collections on the home screen, and no others. */
export type Rotation = {
	readonly id: number;
	/** Its number in the program that it is from; numbers begin anew when that one's database was made anew. */
	readonly rotationId: number;
	/** Unix seconds. */
	readonly createdAt: number;
	readonly state: RotationState;
	readonly featured: readonly CollectionName[];
	/** When it was read last: nothing is known of later. */
	readonly seenAt: number;
};

/** A collection that another program keeps on the home screen beside its rotations. Times are Unix seconds. */
export type Pin = CollectionName & {
	readonly pinnedAt: number;
	readonly seenAt: number;
	/** Where it is shown; null: that program did not tell places apart yet. */
	readonly promoted: Promoted | null;
};

/** All that was imported of what another program showed when. */
export type RotationHistory = {
	/** Oldest first. */
	readonly rotations: readonly Rotation[];
	readonly pins: readonly Pin[];
};

/** Somebody says that a collection was promoted then: said, not seen. Times are Unix seconds. */
export type StatedPromotion = {
	readonly id: number;
	readonly sectionUuid: string;
	readonly ratingKey: string;
	readonly title: string;
	readonly libraryName: string;
	readonly from: number;
	/** Null: it still is. */
	readonly to: number | null;
	readonly statedAt: number;
};
