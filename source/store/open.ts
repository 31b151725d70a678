import {setImmediate, setTimeout} from 'node:timers/promises';
import type {CollectorStatus, DatabaseStatus} from '../domain/status.ts';
import {type Collections, createCollections} from './collections.ts';
import type {Database} from './database.ts';
import {createEvents, type Events} from './events.ts';
import {refuseOthers} from './file-kind.ts';
import {databaseBytes, fileIdentity, fileState, makeNewFile, prepareFile, removeFile, setAside} from './files.ts';
import {createLease, type Lease} from './lease.ts';
import {createMeta, type Meta} from './meta.ts';
import {migrate} from './migrate.ts';
import {createMirror, type Mirror} from './mirror.ts';
import {createPromotions, type Promotions} from './promotions.ts';
import {createRuns, type Runs} from './runs.ts';
import {createSaveRun, type FinishedRun} from './save-run.ts';
import {setUp} from './set-up.ts';
import {createSnapshots, type Snapshots} from './snapshots.ts';
import {isDamage, recoverHint} from './store-error.ts';
import {wasOurs} from './was-ours.ts';

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
	/** A consistent copy, as a new file with mode 0600; others may write meanwhile. Throws where the file exists. */
	readonly backup: (file: string) => Promise<void>;
	/** False: the path holds another file by now, or none. What is written then is lost. */
	readonly isInPlace: () => boolean;
	/** True once it has shown that the file is damaged. */
	readonly isDamaged: () => boolean;
	readonly close: () => void;
};

export type StoreOptions = {
	/** Unix seconds. */
	readonly now: () => number;
};

const createStore = (database: Database, warnings: readonly string[], now: () => number): Store => {
	const snapshots = createSnapshots(database, now);
	const promotions = createPromotions(database);
	const collections = createCollections(database, promotions);
	const runs = createRuns(database);
	const events = createEvents(database);
	const lease = createLease(database, now);
	const dataVersion = database.prepare<[], {data_version: number}>('PRAGMA data_version');
	const {path} = database;
	const identity = fileIdentity(path);
	const isInPlace = (): boolean => fileIdentity(path) === identity;
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
		saveRun: createSaveRun({database, snapshots, collections, runs, events, isInPlace}),
		dataVersion: () => dataVersion.get()?.data_version ?? 0,
		status: () => {
			const {count, newest} = snapshots.extent();
			return {path, bytes: databaseBytes(path), snapshots: count, newest};
		},
		collector: () => ({running: lease.holder() !== null, ...runs.last()}),
		backup: async file => {
			makeNewFile(file);
			try {
				await database.backup(file);
			} catch (error) {
				removeFile(file);
				throw error;
			}
		},
		isInPlace,
		isDamaged: database.isDamaged,
		close: database.close,
	};
};

/** Opens a file that is ours or new. Yields where the thread may be given back. */
export function* opening(path: string, {now}: StoreOptions): Generator<void, Store> {
	refuseOthers(path);
	prepareFile(path);
	const {database, warnings} = yield* setUp(path);
	try {
		yield* migrate(database);
		return createStore(database, warnings, now);
	} catch (error) {
		database.close();
		throw error;
	}
}

const inTurns = async <Result>(steps: Generator<void, Result>): Promise<Result> => {
	let step = steps.next();
	while (!step.done) {
		await setImmediate();
		step = steps.next();
	}
	return step.value;
};

/** A file that somebody copies here just now looks damaged, too; it grows meanwhile, and is whole a moment later. */
const settleMs = 1000;

/** Opens at the second look, or sets the damaged file aside and begins anew; throws where somebody still writes to it. */
const lookAgain = async (path: string, options: StoreOptions): Promise<Store> => {
	const before = fileState(path);
	await setTimeout(settleMs);
	try {
		return await inTurns(opening(path, options));
	} catch (error) {
		if (!isDamage(error) || before === null || fileState(path) !== before) throw error;
	}
	const aside = setAside(path, options.now());
	const store = await inTurns(opening(path, options));
	const text = `The database ${path} was damaged: it was set aside as ${aside}, and a new one was begun.`;
	store.events.saveEvent({at: options.now(), kind: 'database', text});
	return {...store, warnings: [`${text} ${recoverHint(aside)}`, ...store.warnings]};
};

/**
 * Opens the database, makes it where it is missing (folder 0700, file 0600), and brings it to the newest version; the
 * thread is given back between the steps. A database of ours that is damaged is set aside, and a new one is begun. Throws
 * `store` for a file that is no database, belongs to another program or a newer tautop, or cannot be written.
 */
export const openStore = async (path: string, options: StoreOptions): Promise<Store> => {
	try {
		return await inTurns(opening(path, options));
	} catch (error) {
		if (!isDamage(error) || !wasOurs(path)) throw error;
		return await lookAgain(path, options);
	}
};
