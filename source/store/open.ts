import type {CollectorStatus, DatabaseStatus} from '../domain/status.ts';
import {type Collections, createCollections} from './collections.ts';
import type {Database} from './database.ts';
import {createEvents, type Events} from './events.ts';
import {databaseBytes, makeNewFile, prepareFile} from './files.ts';
import {createLease, type Lease} from './lease.ts';
import {createMeta, type Meta} from './meta.ts';
import {migrate} from './migrate.ts';
import {createMirror, type Mirror} from './mirror.ts';
import {createPromotions, type Promotions} from './promotions.ts';
import {createRuns, type Runs} from './runs.ts';
import {createSaveRun, type FinishedRun} from './save-run.ts';
import {setUp} from './set-up.ts';
import {createSnapshots, type Snapshots} from './snapshots.ts';

/** The database, open. Everything is synchronous and throws AppErrors with code `store`, or `busy` for the lease. */
export type Store = {
	readonly path: string;
	/** Sentences such as "this file system refuses WAL". */
	readonly warnings: readonly string[];
	readonly snapshots: Snapshots;
	readonly promotions: Promotions;
	readonly collections: Collections;
	readonly runs: Runs;
	readonly events: Events;
	readonly lease: Lease;
	readonly meta: Meta;
	readonly mirror: Mirror;
	readonly saveRun: (run: FinishedRun) => void;
	/** A number that changes when another process has written; what this one writes does not change it. */
	readonly dataVersion: () => number;
	readonly status: () => DatabaseStatus;
	readonly collector: () => Omit<CollectorStatus, 'next'>;
	/** A consistent copy, as a new file with mode 0600. Throws where the file exists. */
	readonly backup: (file: string) => Promise<void>;
	readonly close: () => void;
};

export type StoreOptions = {
	/** Unix seconds. */
	readonly now: () => number;
};

const createStore = (database: Database, warnings: readonly string[], now: () => number): Store => {
	const snapshots = createSnapshots(database);
	const promotions = createPromotions(database);
	const collections = createCollections(database, promotions);
	const runs = createRuns(database);
	const events = createEvents(database);
	const lease = createLease(database, now);
	const dataVersion = database.prepare<[], {data_version: number}>('PRAGMA data_version');
	const {path} = database;
	return {
		path,
		warnings,
		snapshots,
		promotions,
		collections,
		runs,
		events,
		lease,
		meta: createMeta(database),
		mirror: createMirror(database),
		saveRun: createSaveRun({database, snapshots, collections, runs, events}),
		dataVersion: () => dataVersion.get()?.data_version ?? 0,
		status: () => {
			const {count, newest} = snapshots.extent();
			return {path, bytes: databaseBytes(path), snapshots: count, newest};
		},
		collector: () => ({running: lease.holder() !== null, ...runs.last()}),
		backup: async file => {
			makeNewFile(file);
			await database.backup(file);
		},
		close: database.close,
	};
};

/**
 * Opens the database, makes it where it is missing (folder 0700, file 0600), and brings it to the newest version. Throws
 * `store` for a file that is no database, is damaged, belongs to another program or a newer tautop, or cannot be written.
 */
export const openStore = (path: string, {now}: StoreOptions): Store => {
	prepareFile(path);
	const {database, warnings} = setUp(path);
	try {
		migrate(database);
		return createStore(database, warnings, now);
	} catch (error) {
		database.close();
		throw error;
	}
};
