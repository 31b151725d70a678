import {randomUUID} from 'node:crypto';
import {adoptRun} from '../collect/adopt.ts';
import {collectRun} from '../collect/run.ts';
import {syncRun} from '../collect/sync-run.ts';
import type {Config} from '../config/config.ts';
import {isCancelled} from '../domain/app-error.ts';
import type {Peaks} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import type {CollectRequest, StoredEvent} from '../domain/run.ts';
import type {CollectorStatus, DatabaseStatus} from '../domain/status.ts';
import type {OpenSources, Sources, SourcesEvent} from '../sources.ts';
import type {Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createCollector} from './collector.ts';
import {follow} from './follow.ts';
import {learnClock, pingServer, pingServers} from './health.ts';
import {buildHistory, historyStatus} from './history.ts';
import {holdStore} from './hold-store.ts';
import {type Keeper, keepSynced} from './keep-synced.ts';
import {createListeners} from './listeners.ts';
import {openLog} from './log.ts';
import {mirroredGraphsOf} from './mirror-graphs.ts';
import {createObserver} from './observe.ts';
import {createOddTeller} from './odd.ts';
import {createSchedule} from './schedule.ts';
import {disabledAnswers, serverAnswers} from './server-answers.ts';
import {serverNow} from './server-now.ts';
import {dashboardSettings, type Mode} from './settings.ts';
import {storedAnswers} from './stored-answers.ts';
import {createSyncer} from './syncer.ts';
import {watchStored} from './watch-stored.ts';

export type OpenOptions = {
	readonly config: Config;
	readonly mode: Mode;
	/** Unix seconds. */
	readonly now: () => number;
	readonly version: string;
	/** The dashboard stays open: runs come by the schedule, events are noted, writes of other processes are noticed. */
	readonly dashboard: boolean;
	/** `store`: nothing is opened without the database. */
	readonly needs?: 'store' | undefined;
	/** Called with the open store before anything else is; true: collect once, now. */
	readonly prepare?: (store: Store) => boolean;
};

const neverCollected: Omit<CollectorStatus, 'next'> = {
	running: false,
	last: null,
	lastCollected: null,
	lastFailed: null,
};

/** What a command tells that answers without the database. */
const withoutStore = ({trouble}: Pick<DatabaseStatus, 'trouble'>): string[] =>
	trouble === null ? [] : [[trouble.message, trouble.hint ?? ''].join(' ').trimEnd()];

/**
 * Builds everything that answers: clients, store, collector, schedule. The only place that builds. Throws AppErrors, but
 * not for a database that cannot be opened, unless that is needed: then only what is stored has no answer.
 */
export const open = async (options: OpenOptions): Promise<OpenSources> => {
	const {config, mode, now, version, dashboard} = options;
	const {emit, listen} = createListeners<SourcesEvent>();
	const stopWriting = async (): Promise<void> => {
		await collector.stop();
		await syncer.interrupt();
	};
	const {odd, told} = createOddTeller(sentence => emit({type: 'odd', sentence}));
	const log = openLog(config.logging, odd);
	listen(log.heard);
	const held = await holdStore({
		path: config.database.path,
		now,
		release: stopWriting,
		changed: () => emit({type: 'stored'}),
		tell: log.stored,
	});
	if (options.needs === 'store') held.need();
	const store = held.current();
	const collectAtOnce = (store && options.prepare?.(store)) ?? false;
	const identity = {clientIdentifier: store?.meta.clientIdentifier() ?? randomUUID(), version};
	const clients = buildClients(config, identity, now, {odd, hear: log.hear});
	const aheadNow = (): number | null => clients.aheadSeconds('tautulli');
	const atServer = serverNow(now, () => aheadNow() ?? held.current()?.meta.aheadSeconds() ?? null);
	let keeper: Keeper | null = null;
	const noteEvent = (event: StoredEvent): void => {
		log.noted(event);
		try {
			if (dashboard) held.current()?.events.saveEvent(event);
		} catch (error) {
			log.failed('an event was not noted', error);
		}
	};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const history = buildHistory(config, clients, held, observer.takeEnded, odd);
	const holder = `${dashboard ? 'dashboard' : 'command'}, process ${process.pid}`;
	const collector = createCollector(
		(request, signal) =>
			collectRun({...clients, ...config.collect, history, store: held.need(), now: atServer, holder}, request, signal),
		emit,
	);
	const syncer = createSyncer(
		(request, signal) => syncRun({...clients, history, store: held.need(), now: atServer, holder}, request, signal),
		emit,
		log.synced,
	);
	/** A run syncs as its first step, and what the sync under way has read is kept. */
	const collect: Sources['collect'] = async (request, signal) => {
		await learnClock(clients, signal);
		held.current()?.meta.saveAheadSeconds(aheadNow() ?? 0);
		await syncer.interrupt();
		return await collector.collect(request, signal);
	};
	const runs: CollectRequest = {scope: config.collect.scope, names: []};
	const collectByItself = (): void => {
		collect(runs).catch(error => log.failed('a run by the clock did not begin', error));
	};
	const schedule = createSchedule(dashboard ? config.collect.schedule : null, collectByItself);
	const stopWatching = dashboard
		? watchStored(held, error => log.failed('the database was not looked at', error))
		: () => undefined;
	const ownPeaks = (days: Days): Peaks | null => {
		const mirror = held.current()?.mirror;
		if (!history || !mirror) return null;
		return mirroredGraphsOf(mirror, history, {days, yAxis: 'plays', graphs: ['peaks']}, atServer())?.peaks ?? null;
	};
	const answers = clients.tautulli
		? serverAnswers(clients.tautulli, {ownPeaks, odd})
		: disabledAnswers(clients.switchedOff);
	if (collectAtOnce && dashboard) collectByItself();
	if (dashboard && history) keeper = keepSynced(syncer, error => log.failed('the mirror was not synced', error));

	const sources: Sources = {
		...answers,
		...storedAnswers(held, atServer, history),
		activity: (query, signal) => observer.observe(answers.activity(query, signal)),
		settings: async () => {
			// The dashboard hears of the database with its status, since that changes while it runs.
			const {warnings: ofFile, ...status} = held.status();
			const warnings = dashboard ? [] : [...ofFile, ...withoutStore(status)];
			return dashboardSettings(config, mode, warnings, told(), history?.zone() ?? null);
		},
		servers: (_, signal) => pingServers(clients, signal),
		ping: ({server}, signal) => pingServer(clients, server, signal),
		local: async () => {
			const kept = held.current();
			return {
				database: held.status(),
				collector: {...(kept?.collector() ?? neverCollected), next: schedule.next()},
				demo: mode.demo,
				history: history && kept && historyStatus(kept.mirror, history.zone().name),
			};
		},
		collect,
		sync: async (request, signal) => {
			try {
				return await syncer.sync(request, signal);
			} catch (error) {
				if (!isCancelled(error)) log.failed('the mirror was not synced', error);
				throw error;
			}
		},
		reconnect: async () => {
			clients.reopen();
			return null;
		},
		adopt: async (request, signal = new AbortController().signal) =>
			follow(adoptRun({plex: clients.plex, store: held.need(), now: atServer, holder}, request, signal), progress =>
				emit({type: 'progress', progress}),
			),
	};

	return {
		sources,
		listen,
		close: async () => {
			schedule.stop();
			stopWatching();
			keeper?.stop();
			await stopWriting();
			await clients.close();
			await held.close();
		},
	};
};
