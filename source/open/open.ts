import {adoptRun} from '../collect/adopt.ts';
import {collectRun} from '../collect/run.ts';
import {syncRun} from '../collect/sync-run.ts';
import type {Config} from '../config/config.ts';
import type {CollectRequest} from '../domain/run.ts';
import type {OpenSources, Sources, SourcesEvent} from '../sources.ts';
import {openStore, type Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createCollector} from './collector.ts';
import {follow} from './follow.ts';
import {pingServer, pingServers} from './health.ts';
import {buildHistory, historyStatus} from './history.ts';
import {type Keeper, keepSynced} from './keep-synced.ts';
import {createListeners} from './listeners.ts';
import {openLog} from './log.ts';
import {createObserver} from './observe.ts';
import {createSchedule} from './schedule.ts';
import {serverAnswers} from './server-answers.ts';
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
export const open = async ({config, mode, now, version, dashboard, prepare}: OpenOptions): Promise<OpenSources> => {
	const store = await openStore(config.database.path, {now});
	const collectAtOnce = prepare?.(store) ?? false;
	const warnings = [...store.warnings];
	const log = openLog(config.logging, warning => warnings.push(warning));
	const clients = buildClients(config, {clientIdentifier: store.meta.clientIdentifier(), version});
	let keeper: Keeper | null = null;
	const noteEvent = dashboard ? store.events.saveEvent : (): void => {};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const history = buildHistory(config, clients, store.mirror, observer.takeEnded);
	const {emit, listen} = createListeners<SourcesEvent>();
	const holder = `${dashboard ? 'dashboard' : 'command'}, process ${process.pid}`;
	const collector = createCollector(
		(request, signal) => collectRun({...clients, ...config.collect, history, store, now, holder}, request, signal),
		emit,
	);
	const syncer = createSyncer(
		(request, signal) => syncRun({history, plex: clients.plex, store, now, holder}, request, signal),
		emit,
	);
	/** A run syncs as its first step, and what the sync under way has read is kept. */
	const collect: Sources['collect'] = async (request, signal) => {
		await syncer.interrupt();
		return await collector.collect(request, signal);
	};
	const runs: CollectRequest = {scope: config.collect.scope, names: []};
	const collectByItself = (): void => {
		collect(runs).catch(error => log.failed('a run by the clock did not begin', error));
	};
	const schedule = createSchedule(dashboard ? config.collect.schedule : null, collectByItself);
	const stopWatching = dashboard ? watchStored(store, () => emit({type: 'stored'})) : () => undefined;
	const answers = serverAnswers(clients.tautulli);
	listen(log.heard);
	if (collectAtOnce && dashboard) collectByItself();
	if (dashboard && history) keeper = keepSynced(syncer, error => log.failed('the mirror was not synced', error));

	const sources: Sources = {
		...answers,
		...storedAnswers(store, now, history),
		activity: (query, signal) => observer.observe(answers.activity(query, signal)),
		settings: async () => dashboardSettings(config, mode, warnings, history?.zone() ?? null),
		servers: (_, signal) => pingServers(clients, signal),
		ping: ({server}, signal) => pingServer(clients, server, signal),
		local: async () => ({
			database: store.status(),
			collector: {...store.collector(), next: schedule.next()},
			demo: mode.demo,
			history: history && historyStatus(store.mirror, history.zone().name),
		}),
		collect,
		sync: syncer.sync,
		adopt: (request, signal = new AbortController().signal) =>
			follow(adoptRun({plex: clients.plex, store, now, holder}, request, signal), progress =>
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
