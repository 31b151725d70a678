import {existsSync} from 'node:fs';
import {setImmediate, setTimeout} from 'node:timers/promises';
import {AppError} from '../domain/app-error.ts';
import {inTurns} from '../domain/in-turns.ts';
import type {CollectorStatus} from '../domain/status.ts';
import {type Database, openDatabase} from './database.ts';
import {createEvents, type Events} from './events.ts';
import {refuseOthers} from './file-kind.ts';
import {
	databaseBytes,
	fileIdentity,
	fileState,
	makeNewFile,
	prepareFile,
	removeDatabase,
	removeFile,
	setAside,
	sideFile,
} from './files.ts';
import {createImports, type Imports} from './import/imports.ts';
import {createKeptAnswers, type KeptAnswers} from './kept-answers.ts';
import {createLease, type Lease} from './lease.ts';
import {createMatchStreams, type MatchStreams} from './memory/match-streams.ts';
import {createMinutes, type Minutes} from './memory/minutes.ts';
import {createPromotions, type Promotions} from './memory/promotions.ts';
import {createSaveSighting, type SaveSighting} from './memory/save-sighting.ts';
import {createStreams, type Streams} from './memory/streams.ts';
import {createMeta, type Meta} from './meta.ts';
import {isCurrent, migrate} from './migrate.ts';
import {createMirror, type Mirror} from './mirror/mirror.ts';
import {openQuietly} from './open-quietly.ts';
import {createRotations, type Rotations} from './rotations/rotations.ts';
import {createStated, type Stated} from './rotations/stated.ts';
import {setUp} from './set-up.ts';
import {type Collections, createCollections} from './snapshots/collections.ts';
import {createRuns, type Runs} from './snapshots/runs.ts';
import {createSaveRun, type FinishedRun} from './snapshots/save-run.ts';
import {createSnapshots, type Snapshots} from './snapshots/snapshots.ts';
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
	readonly keptAnswers: KeptAnswers;
	readonly mirror: Mirror;
	readonly rotations: Rotations;
	readonly stated: Stated;
	readonly imports: Imports;
	/** What was seen of streams while they ran. */
	readonly streams: Streams;
	readonly minutes: Minutes;
	readonly saveSighting: SaveSighting;
	readonly matchStreams: MatchStreams;
	readonly saveRun: (run: FinishedRun) => void;
	/** All that the work writes, or nothing. */
	readonly atomically: <Result>(work: () => Result) => Result;
	/** A number that changes when another process has written; what this one writes does not change it. */
	readonly dataVersion: () => number;
	readonly status: () => StoredExtent;
	readonly collector: () => Omit<CollectorStatus, 'next'>;
	/** A consistent copy, as a new file with mode 0600; others may write meanwhile. Returns its bytes, throws where the file exists. */
	readonly backup: (file: string) => Promise<number>;
	/** False: the path holds another file by now, or none. What is written then is lost. */
	readonly isInPlace: () => boolean;
	/** True: the path holds no file at all. */
	readonly isGone: () => boolean;
	/** True once it has shown that the file is damaged. */
	readonly isDamaged: () => boolean;
	readonly close: () => void;
};

/** How much is stored: bytes on disk, snapshots, Unix seconds of the newest (null: none). */
type StoredExtent = {
	readonly path: string;
	readonly bytes: number;
	readonly snapshots: number;
	readonly newest: number | null;
};

export type StoreOptions = {
	/** Unix seconds. */
	readonly now: () => number;
	/** The same for leases, which timers renew; absent: the same clock. */
	readonly machineNow?: (() => number) | undefined;
};

/** The write-ahead log, and the memory that its readers share. */
const logFiles = (path: string): string[] => [sideFile(path, '-wal'), sideFile(path, '-shm')];

type Log = {readonly file: string; readonly identity: string | null};

const logsOf = (path: string): readonly Log[] => logFiles(path).map(file => ({file, identity: fileIdentity(file)}));

/**
 * The file lies elsewhere by now, or nowhere: what its log holds is brought into it, and the log is taken away, since
 * SQLite would put it into the file that has come to its place. `logs`: those that there were when the file was opened.
 */
const leaveBehind = (database: Database, logs: readonly Log[]): void => {
	database.pragma('wal_checkpoint(TRUNCATE)');
	for (const {file, identity} of logs) if (identity && fileIdentity(file) === identity) removeFile(file);
};

const createStore = (database: Database, warnings: readonly string[], {now, machineNow = now}: StoreOptions): Store => {
	const meta = createMeta(database);
	// Snapshots have the time of the server.
	const snapshots = createSnapshots(database, () => now() + meta.aheadSeconds());
	const promotions = createPromotions(database);
	const collections = createCollections(database, promotions);
	const events = createEvents(database);
	const streams = createStreams(database);
	const minutes = createMinutes(database);
	const lease = createLease(database, machineNow);
	const runs = createRuns(database, () => lease.holder() !== null);
	const dataVersion = database.prepare<[], {data_version: number}>('PRAGMA data_version');
	const {path} = database;
	const identity = fileIdentity(path);
	const logs = logsOf(path);
	let isOpen = true;
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
		meta,
		keptAnswers: createKeptAnswers(database),
		mirror: createMirror(database),
		rotations: createRotations(database),
		stated: createStated(database),
		imports: createImports(database),
		streams,
		minutes,
		matchStreams: createMatchStreams(database),
		saveSighting: createSaveSighting(database, streams, minutes),
		saveRun: createSaveRun({database, snapshots, collections, runs, events, isInPlace}),
		atomically: database.immediate,
		dataVersion: () => dataVersion.get()?.data_version ?? 0,
		status: () => {
			const {count, newest} = snapshots.extent();
			return {path, bytes: databaseBytes(path), snapshots: count, newest};
		},
		collector: () => {
			const work = lease.holder()?.work;
			return {running: work === 'run', reading: work === 'sync', ...runs.last()};
		},
		backup: async file => {
			makeNewFile(file, path);
			try {
				await database.backup(file);
				return databaseBytes(file);
			} catch (error) {
				removeDatabase(file);
				throw error;
			}
		},
		isInPlace,
		isGone: () => fileIdentity(path) === null,
		isDamaged: database.isDamaged,
		close: () => {
			if (!isOpen) return;
			isOpen = false;
			if (!isInPlace()) leaveBehind(database, logs);
			database.close();
		},
	};
};

/** Opens a file that is ours or new. Yields where the thread may be given back. */
export function* opening(path: string, options: StoreOptions): Generator<void, Store> {
	refuseOthers(path);
	prepareFile(path);
	const {database, warnings} = yield* setUp(path);
	try {
		yield* migrate(database);
		return createStore(database, warnings, options);
	} catch (error) {
		database.close();
		throw error;
	}
}

const notBegun = (path: string): AppError =>
	new AppError('store', 'It has no database yet.', {hint: `${path} is created when this server is opened.`});

const otherVersion = (path: string): AppError =>
	new AppError('store', 'Its database is of another version of tautop.', {
		hint: `${path} is brought up to date when this server is opened.`,
	});

/** Opens a database that others keep, to read from it alone: nothing is made, moved or changed. Throws `store` where that cannot be. */
export const openForReading = (path: string, options: StoreOptions): Store => {
	if (!existsSync(path)) throw notBegun(path);
	const database = openQuietly(path);
	try {
		if (!isCurrent(database)) throw otherVersion(path);
		return {...createStore(database, [], options), close: database.close};
	} catch (error) {
		database.close();
		throw error;
	}
};

/** A store that is gone when the program ends: for a history that there is no file for. */
export const openInMemory = (options: StoreOptions): Store => {
	const database = openDatabase(':memory:');
	for (const _ of migrate(database));
	return createStore(database, [], options);
};

/** Sets a damaged database aside, which nobody here has open, and begins a new one; it says so in its warnings and events. */
export const beginAnew = async (path: string, options: StoreOptions): Promise<Store> => {
	const aside = setAside(path, options.now());
	const store = await inTurns(opening(path, options), setImmediate);
	const text = `The database ${path} was damaged: it was set aside as ${aside}, and a new one was begun.`;
	store.events.saveEvent({at: options.now(), kind: 'database', text});
	return {...store, warnings: [`${text} ${recoverHint(aside)}`, ...store.warnings]};
};

/** A file that somebody copies here just now looks damaged, too; it grows meanwhile, and is whole a moment later. */
const settleMs = 1000;

/** Opens at the second look, or sets the damaged file aside and begins anew; throws where somebody still writes to it. */
const lookAgain = async (path: string, options: StoreOptions): Promise<Store> => {
	const before = fileState(path);
	await setTimeout(settleMs);
	try {
		return await inTurns(opening(path, options), setImmediate);
	} catch (error) {
		if (!isDamage(error) || before === null || fileState(path) !== before) throw error;
	}
	return await beginAnew(path, options);
};

/**
 * Opens the database, makes it where it is missing (folder 0700, file 0600), and brings it to the newest version; the
 * thread is given back between the steps. A database of ours that is damaged is set aside, and a new one is begun. Throws
 * `store` for a file that is no database, belongs to another program or a newer tautop, or cannot be written.
 */
export const openStore = async (path: string, options: StoreOptions): Promise<Store> => {
	try {
		return await inTurns(opening(path, options), setImmediate);
	} catch (error) {
		if (!isDamage(error) || !wasOurs(path)) throw error;
		return await lookAgain(path, options);
	}
};
