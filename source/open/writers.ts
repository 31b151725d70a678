import {adoptRun} from '../collect/adopt.ts';
import {importRun} from '../collect/import.ts';
import {collectRun} from '../collect/run.ts';
import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import {syncRun} from '../collect/sync/sync-run.ts';
import type {Config} from '../config/config.ts';
import {AppError, isCancelled} from '../domain/app-error.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {Sources, SourcesEvent} from '../questions/sources.ts';
import type {Clients} from './clients.ts';
import {createCollector} from './collector.ts';
import {learnClock} from './health.ts';
import {follow} from './history/follow.ts';
import type {HeldMirror} from './history/hold-mirror.ts';
import {createNoteLibraries} from './history/libraries.ts';
import {createSyncer} from './history/syncer.ts';
import type {HeldStore} from './hold-store.ts';
import type {Log} from './log.ts';
import {requireClock} from './server-now.ts';

/** What writes to the store: runs, syncs of the mirror, carrying over, and imports. */
export type Writers = Pick<Sources, 'collect' | 'sync' | 'adopt' | 'importFile'> & {
	/** A run that nobody asked for, so only the log hears of its failure. */
	readonly collectByItself: () => Promise<void>;
	/** The same for a sync; false: it failed. */
	readonly syncByItself: () => Promise<boolean>;
	/** A sync because a number differs; `full`: everything is read again. */
	readonly syncAgain: (full: boolean) => Promise<boolean>;
	/** Why the last sync failed; null: it did not. */
	readonly trouble: () => AppError | null;
	/** Ends whatever writes, and waits for it. */
	readonly stop: () => Promise<void>;
};

/** What writing needs. */
export type WriterDeps = {
	readonly config: Config['collect'];
	readonly clients: Clients;
	readonly held: HeldStore;
	/** Where the history is mirrored to. */
	readonly mirrored: HeldMirror;
	/** Null: Tautulli is switched off. */
	readonly history: HistoryDeps | null;
	/** The time that is stored, Unix seconds. */
	readonly now: () => number;
	/** Who writes, for other processes to read. */
	readonly holder: string;
	readonly emit: (event: SourcesEvent) => void;
	readonly log: Pick<Log, 'synced' | 'failed'>;
};

/** As much as is kept in memory while there is no database: a year, and a week for whole months. */
const memorySeconds = 372 * secondsPerDay;

/** A run goes on, here or in another process. */
const isBusy = (error: unknown): boolean => error instanceof AppError && error.code === 'busy';

/** Builds them; nothing begins yet. */
export const createWriters = (deps: WriterDeps): Writers => {
	const {config, clients, held, mirrored, history, now, holder, emit, log} = deps;
	const noteLibraries = createNoteLibraries(clients.tautulli, mirrored, now);
	let trouble: AppError | null = null;
	const common = () => ({...clients, history, store: held.need(), now, holder});
	/** How many runs have begun. */
	let begun = 0;
	const collector = createCollector((request, signal) => {
		const run = collectRun({...common(), ...config}, request, signal);
		begun += 1;
		return run;
	}, emit);
	const syncer = createSyncer(
		(request, signal) => syncRun({...clients, history, store: mirrored.current(), now, holder}, request, signal),
		emit,
		summary => {
			log.synced(summary);
			matchStreams();
		},
	);

	/** What was seen of a play is found by its row; a failure is no reason to fail a sync. */
	const matchStreams = (): void => {
		try {
			held.current()?.matchStreams(now());
		} catch (error) {
			log.failed('streams were not matched with the history', error);
		}
	};

	/** A run syncs as its first step, and what the sync under way has read is kept. */
	const collect: Sources['collect'] = async (request, signal) => {
		await learnClock(clients, signal);
		const ahead = clients.aheadSeconds('tautulli');
		requireClock(ahead);
		// Not known: a server that is away, or slow. Its clock is as far ahead as it was, and so are the snapshots.
		if (ahead !== null) held.current()?.meta.saveAheadSeconds(ahead);
		await syncer.interrupt();
		const summary = await collector.collect(request, signal);
		await noteLibraries(false, signal);
		return summary;
	};

	const sync: Sources['sync'] = async (request, signal) => {
		try {
			const summary = await syncer.sync(request, signal);
			trouble = null;
			await noteLibraries(request.quick !== undefined, signal);
			return summary;
		} catch (error) {
			if (!isCancelled(error) && !isBusy(error)) {
				log.failed('the mirror was not synced', error);
				if (error instanceof AppError) trouble = error;
			}
			throw error;
		}
	};

	/** What failed is in the log already. */
	const attempt = async (full: boolean): Promise<'done' | 'busy' | 'failed'> => {
		try {
			const quick = mirrored.isInMemory() ? {since: now() - memorySeconds} : undefined;
			await sync({full, quick});
			return 'done';
		} catch (error) {
			return isBusy(error) ? 'busy' : 'failed';
		}
	};

	return {
		collect,
		collectByItself: async () => {
			const before = begun;
			try {
				await collect({scope: config.scope, names: []});
			} catch (error) {
				log.failed('a run by the clock did not begin', error);
				// The end of one that has begun is told anyway.
				if (begun === before)
					emit({type: 'run-missed', reason: error instanceof Error ? error.message : String(error)});
			}
		},
		sync: async (request, signal) => {
			// What somebody waits for is mirrored in memory too; a sync that is asked for is to be kept.
			if (!request.quick) held.need();
			return await sync(request, signal);
		},
		// A run syncs by itself.
		syncByItself: async () => (await attempt(false)) !== 'failed',
		syncAgain: async full => (await attempt(full)) === 'done',
		trouble: () => trouble,
		adopt: async (request, signal = new AbortController().signal) =>
			follow(adoptRun(common(), request, signal), progress => emit({type: 'progress', progress})),
		importFile: async (request, signal = new AbortController().signal) => importRun(common(), request, signal),
		stop: async () => {
			await collector.stop();
			await syncer.interrupt();
		},
	};
};
