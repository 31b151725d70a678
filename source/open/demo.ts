import type {Config} from '../config/config.ts';
import {noNotices} from '../config/notices.ts';
import type {Demo} from '../demo/start.ts';
import type {Store} from '../store/open.ts';

const server = {verifyTls: true, caFile: null, headers: {}} as const;
const allLibraries = {libraries: [], disabledLibraries: []} as const;

/** The configuration with the demo's servers and database in it: the user's own are never touched. */
export const demoConfig = (config: Config, demo: Demo, databasePath: string): Config => ({
	...config,
	name: null,
	serverNames: [],
	commandFlags: ' --demo',
	keyNames: {},
	tautulli: {
		...server,
		enabled: true,
		baseUrl: demo.tautulliUrl,
		apiKey: demo.apiKey,
		timeoutSeconds: 15,
		grouping: true,
		timezone: demo.timeZone,
	},
	plex: {...server, ...allLibraries, baseUrl: demo.plexUrl, token: demo.token},
	collect: {...config.collect, ...allLibraries},
	database: {path: databasePath},
	// What happens there is made up, and nobody is to be called for it.
	notices: noNotices,
	dashboard: {...config.dashboard, uploadMbps: config.dashboard.uploadMbps ?? 40},
	configured: true,
});

/**
 * Gives an empty demo database a past, so that trends have something to show. True: a run is due, since that past has no members of
 * collections, also where the demo was left before its first run had read them.
 */
export const prepareDemo = (store: Store, demo: Demo): boolean => {
	if (store.status().snapshots === 0) saveDemoPast(store, demo);
	return store.mirror.collectionKeys.collectionsRead().size === 0;
};

const saveDemoPast = (store: Store, demo: Demo): void => {
	const lease = store.lease.take('demo');
	const {runs, looks, plays, minutes} = demo.past();
	for (const {at, snapshots} of runs) {
		const collected = snapshots.map(({collectionName: collection, libraryName, plays, ratingKey}) => ({
			collection,
			libraryName,
			plays,
			ratingKey,
		}));
		const summary = {
			status: 'success',
			reason: null,
			error: null,
			collected,
			failed: [],
			warnings: [],
			totalCollections: collected.length,
		} as const;
		const id = store.runs.saveStart({startedAt: at, holder: 'demo', rotationId: null});
		store.saveRun({id, lease, startedAt: at, endedAt: at, summary, snapshots, listings: [], sections: null});
	}
	store.atomically(() => {
		for (const look of looks) store.promotions.saveLook(look);
	});
	store.saveSighting({streams: plays, minutes}, 0);
	lease.release();
};
