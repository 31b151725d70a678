import type {Snapshot} from '../../source/domain/collection.ts';
import type {Section} from '../../source/domain/library.ts';
import type {Store} from '../../source/store/open.ts';
import type {SectionListing} from '../../source/store/snapshots/collections.ts';

export type RunParts = {
	readonly at: number;
	readonly snapshots?: readonly Snapshot[];
	readonly listings?: readonly SectionListing[];
	readonly sections?: readonly Section[] | null;
};

/** Saves a run as the collector does: lease, start, everything in one transaction. */
export const saveRun = (store: Store, {at, snapshots = [], listings = [], sections = null}: RunParts): void => {
	const lease = store.lease.take('test');
	try {
		const id = store.runs.saveStart({startedAt: at, holder: 'test', rotationId: null});
		store.saveRun({
			id,
			lease,
			startedAt: at,
			endedAt: at + 2,
			snapshots,
			listings,
			sections,
			summary: {
				status: 'success',
				reason: null,
				error: null,
				collected: snapshots.map(({collectionName, libraryName, plays, ratingKey}) => ({
					collection: collectionName,
					libraryName,
					plays,
					ratingKey,
				})),
				failed: [],
				warnings: [],
				totalCollections: snapshots.length,
			},
		});
	} finally {
		lease.release();
	}
};
