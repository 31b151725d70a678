import {adoptRun} from '../collect/adopt.ts';
import {collectRun} from '../collect/run.ts';
import {syncRun} from '../collect/sync-run.ts';
import type {Config} from '../config/config.ts';
import {isCancelled} from '../domain/app-error.ts';
import type {Peaks} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import type {CollectRequest, StoredEvent} from '../domain/run.ts';
import type {OpenSources, Sources, SourcesEvent} from '../sources.ts';
import {openStore, type Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createCollector} from './collector.ts';
import {follow} from './follow.ts';
import {learnClock, pingServer, pingServers} from './health.ts';
import {buildHistory, historyStatus} from './history.ts';
import {type Keeper, keepSynced} from './keep-synced.ts';
import {createListeners} from './listeners.ts';
import {openLog} from './log.ts';
import {mirroredGraphsOf} from './mirror-graphs.ts';
import {createObserver} from './observe.ts';
import {createOddTeller} from './odd.ts';
import {createSchedule} from './schedule.ts';
import {serverAnswers} from './server-answers.ts';
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
	/** Called with the open store before anything else is; true: collect once, now. */
	readonly prepare?: (store: Store) => boolean;
};

/** Builds everything that answers: clients, store, collector, schedule. The only place that builds. Throws AppErrors. */
export const open = ({config, mode, now, version, dashboard, prepare}: OpenOptions): OpenSources => {
	const store = openStore(config.database.path, {now});
	const collectAtOnce = prepare?.(store) ?? false;
	const warnings = [...store.warnings];
	const {emit, listen} = createListeners<SourcesEvent>();
	const {odd, told} = createOddTeller(sentence => emit({type: 'odd', sentence}));
	const log = openLog(config.logging, odd);
	listen(log.heard);
	const identity = {clientIdentifier: store.meta.clientIdentifier(), version};
	const clients = buildClients(config, identity, now, {odd, hear: log.hear});
	const atServer = serverNow(now, () => clients.aheadSeconds('tautulli'));
	let keeper: Keeper | null = null;
	const noteEvent = (event: StoredEvent): void => {
		log.noted(event);
		if (dashboard) store.events.saveEvent(event);
	};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const history = buildHistory(config, clients, store.mirror, observer.takeEnded);
	const holder = `${dashboard ? 'dashboard' : 'command'}, process ${process.pid}`;
	const collector = createCollector(
		(request, signal) =>
			collectRun({...clients, ...config.collect, history, store, now: atServer, holder}, request, signal),
		emit,
	);
	const syncer = createSyncer(
		(request, signal) => syncRun({history, plex: clients.plex, store, now: atServer, holder}, request, signal),
		emit,
		log.synced,
	);
	/** A run syncs as its first step, and what the sync under way has read is kept. */
	const collect: Sources['collect'] = async (request, signal) => {
		await syncer.interrupt();
		await learnClock(clients, signal);
		return await collector.collect(request, signal);
	};
	const runs: CollectRequest = {scope: config.collect.scope, names: []};
	const collectByItself = (): void => {
		collect(runs).catch(error => log.failed('a run by the clock did not begin', error));
	};
	const schedule = createSchedule(dashboard ? config.collect.schedule : null, collectByItself);
	const stopWatching = dashboard ? watchStored(store, () => emit({type: 'stored'})) : () => undefined;
	const ownPeaks = (days: Days): Peaks | null =>
		(history && mirroredGraphsOf(store.mirror, history, {days, yAxis: 'plays', graphs: ['peaks']}, now())?.peaks) ??
		null;
	const answers = serverAnswers(clients.tautulli, {ownPeaks, odd});
	if (collectAtOnce && dashboard) collectByItself();
	if (dashboard && history) keeper = keepSynced(syncer, error => log.failed('the mirror was not synced', error));

	const sources: Sources = {
		...answers,
		...storedAnswers(store, atServer, history),
		activity: (query, signal) => observer.observe(answers.activity(query, signal)),
		settings: async () => dashboardSettings(config, mode, warnings, told(), history?.zone() ?? null),
		servers: (_, signal) => pingServers(clients, signal),
		ping: ({server}, signal) => pingServer(clients, server, signal),
		local: async () => ({
			database: store.status(),
			collector: {...store.collector(), next: schedule.next()},
			demo: mode.demo,
			history: history && historyStatus(store.mirror, history.zone().name),
		}),
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
		adopt: (request, signal = new AbortController().signal) =>
			follow(adoptRun({plex: clients.plex, store, now: atServer, holder}, request, signal), progress =>
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
			await collector.stop();
			await syncer.interrupt();
			await clients.close();
			store.close();
		},
	};
};
