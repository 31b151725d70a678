import {setImmediate} from 'node:timers/promises';
import type {Config} from '../config/config.ts';
import type {Clock} from '../domain/clock.ts';
import type {StoredEvent} from '../domain/run.ts';
import type {OpenSources, Sources, SourcesEvent} from '../questions/sources.ts';
import type {Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createHealth} from './health.ts';
import {createAudit} from './history/audit.ts';
import {buildHistory} from './history/history.ts';
import {holdMirror} from './history/hold-mirror.ts';
import {keepSynced} from './history/keep-synced.ts';
import {listLibraries} from './history/libraries.ts';
import {type HeldStore, holdStore} from './hold-store.ts';
import {liftAnswers} from './lift/lift-answers.ts';
import {createListeners} from './listeners.ts';
import {localAnswers} from './local-answers.ts';
import {type Log, openLog} from './log.ts';
import {keepLooking} from './memory/keep-looking.ts';
import {createLooker, lookByItself} from './memory/looker.ts';
import {createObserver} from './observe.ts';
import {createOddTeller} from './odd.ts';
import {playAnswers} from './plays/answers.ts';
import {createFreshen} from './plays/freshen.ts';
import {createHeldColumns} from './plays/held-columns.ts';
import {createSchedule} from './schedule.ts';
import {disabledAnswers, serverAnswers} from './server-answers.ts';
import {believedAhead, serverNow} from './server-now.ts';
import type {Mode} from './settings.ts';
import {storedAnswers} from './stored-answers.ts';
import {watchStored} from './watch-stored.ts';
import {createWriters} from './writers.ts';

export type OpenOptions = {
	readonly config: Config;
	readonly mode: Mode;
	readonly clock: Clock;
	readonly version: string;
	/** The dashboard stays open: runs come by the schedule, events are noted, writes of other processes are noticed. */
	readonly dashboard: boolean;
	/** `store`: nothing is opened without the database. */
	readonly needs?: 'store' | undefined;
	/** Called with the open store before anything else is; true: collect once, now. */
	readonly prepare?: (store: Store) => boolean;
};

const notAudited = () => ({checkedAt: null, difference: null});

/** What is not noted is no reason to fail an answer. */
const saveEvent = ({current}: HeldStore, {failed}: Log, event: StoredEvent): void => {
	try {
		current()?.events.saveEvent(event);
	} catch (error) {
		failed('an event was not noted', error);
	}
};

/**
 * Builds everything that answers: clients, store, collector, schedule. The only place that builds. Throws AppErrors, but
 * not for a database that cannot be opened, unless that is needed: then only what is stored has no answer.
 */
export const open = async (options: OpenOptions): Promise<OpenSources> => {
	const {config, mode, clock, version, dashboard} = options;
	const {now} = clock;
	const {emit, listen} = createListeners<SourcesEvent>();
	const {odd, told} = createOddTeller(sentence => emit({type: 'odd', sentence}));
	const log = openLog(config.logging, odd);
	listen(log.heard);
	const held = await holdStore({
		path: config.database.path,
		clock,
		release: () => writers.stop(),
		changed: () => emit({type: 'stored'}),
		tell: log.stored,
	});
	if (options.needs === 'store') held.need();
	const store = held.current();
	const collectAtOnce = (store && options.prepare?.(store)) ?? false;
	const identity = {clientIdentifier: store?.meta.clientIdentifier() ?? crypto.randomUUID(), version};
	const clients = buildClients(config, identity, {odd, hear: log.hear, comparesClocks: !clock.isOurs});
	const atServer = serverNow(now, () =>
		clock.isOurs ? 0 : (believedAhead(clients.aheadSeconds('tautulli')) ?? held.current()?.meta.aheadSeconds() ?? null),
	);
	const noteEvent = (event: StoredEvent): void => {
		log.noted(event);
		if (dashboard) saveEvent(held, log, event);
	};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const mirrored = holdMirror(held, now);
	const history = buildHistory(config, clients, mirrored, observer.takeEnded, {
		odd,
		zoneLooked: () => emit({type: 'zone'}),
	});
	const holder = `${dashboard ? 'dashboard' : 'command'}, process ${process.pid}`;
	const writers = createWriters({
		config: config.collect,
		clients,
		held,
		mirrored,
		history,
		now: atServer,
		holder,
		emit,
		log,
	});
	const looker = createLooker({
		clients,
		held,
		libraries: config.collect,
		now: atServer,
		changed: () => emit({type: 'stored'}),
	});
	const stopLooking =
		dashboard && clients.plex
			? keepLooking({clock, look: () => lookByItself(looker, log), lastLook: looker.lastLook})
			: () => undefined;
	const schedule = createSchedule(
		dashboard ? config.collect.schedule : null,
		clock,
		() => void writers.collectByItself(),
	);
	const stopWatching = dashboard
		? watchStored(held, error => log.failed('the database was not looked at', error))
		: () => undefined;
	if (collectAtOnce && dashboard) void writers.collectByItself();
	const health = createHealth(clients, now);
	const keeper = dashboard && history ? keepSynced(writers.syncByItself) : null;
	const answers = clients.tautulli ? serverAnswers(clients.tautulli) : disabledAnswers(clients.switchedOff);

	const freshen = dashboard
		? async () => undefined
		: createFreshen({mirrored, history, sync: writers.sync, now: atServer, tell: odd});

	const playSources = {
		mirrored,
		history,
		trouble: history ? writers.trouble : () => clients.switchedOff,
		now: atServer,
		columns: createHeldColumns(atServer, setImmediate, !dashboard),
	};
	const lifted = liftAnswers({...playSources, store: held.need}, freshen);
	listen(({type}) => {
		if (type === 'stored') lifted.forget();
	});
	const played = playAnswers(playSources, freshen, async signal =>
		dashboard || !clients.plex ? undefined : await writers.sync({full: false}, signal),
	);
	const audit =
		dashboard && clients.tautulli
			? createAudit({
					tautulli: clients.tautulli,
					count: query => played.plays(query),
					sync: writers.syncAgain,
					now: atServer,
					note: noteEvent,
				})
			: null;

	const sources: Sources = {
		...answers,
		...storedAnswers(held, atServer, history),
		...played,
		lift: lifted.lift,
		plays: async (query, signal) => {
			const counts = await played.plays(query, signal);
			audit?.shown(query);
			return counts;
		},
		libraries: (_, signal) => listLibraries(clients.tautulli, mirrored, signal),
		...localAnswers({
			config,
			mode,
			dashboard,
			held,
			history,
			told,
			audit: audit?.status ?? notAudited,
			next: schedule.next,
		}),
		activity: (query, signal) => observer.observe(answers.activity(query, signal)),
		servers: (_, signal) => health.pingServers(signal),
		ping: ({server}, signal) => health.pingServer(server, signal),
		reconnect: async () => {
			clients.reopen();
			return null;
		},
		collect: writers.collect,
		look: looker.look,
		sync: writers.sync,
		adopt: writers.adopt,
	};

	return {
		sources,
		listen,
		close: async () => {
			schedule.stop();
			stopLooking();
			stopWatching();
			keeper?.stop();
			audit?.stop();
			await writers.stop();
			await clients.close();
			await held.close();
		},
	};
};
