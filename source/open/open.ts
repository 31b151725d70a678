import {setImmediate} from 'node:timers/promises';
import type {Config} from '../config/config.ts';
import type {StoredEvent} from '../domain/events.ts';
import type {OpenSources, Sources, SourcesEvent} from '../questions/sources.ts';
import type {Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createHealth} from './health.ts';
import {createAudit} from './history/audit.ts';
import {buildHistory} from './history/history.ts';
import {holdMirror} from './history/hold-mirror.ts';
import {keepSynced} from './history/keep-synced.ts';
import {listLibraries} from './history/libraries.ts';
import {holdAnswer} from './hold-answer.ts';
import {type HeldStore, holdStore} from './hold-store.ts';
import {createListeners} from './listeners.ts';
import {openLive} from './live/live.ts';
import {localAnswers} from './local-answers.ts';
import {type Log, openLog} from './log.ts';
import {createObserver} from './observe.ts';
import {createOddTeller} from './odd.ts';
import {playAnswers} from './plays/answers.ts';
import {createFreshen} from './plays/freshen.ts';
import {createHeldColumns} from './plays/held-columns.ts';
import {createRecordWatch} from './record.ts';
import {createSchedule} from './schedule.ts';
import {disabledAnswers, serverAnswers} from './server-answers.ts';
import {believedAhead, serverNow} from './server-now.ts';
import type {Mode} from './settings.ts';
import {storedAnswers} from './stored-answers.ts';
import {realTicker} from './ticker.ts';
import {watchStored} from './watch-stored.ts';
import {createWriters} from './writers.ts';

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
	const {config, mode, now, version, dashboard} = options;
	const {emit, listen} = createListeners<SourcesEvent>();
	const {odd, told} = createOddTeller(sentence => emit({type: 'odd', sentence}));
	const log = openLog(config.logging, odd);
	listen(log.heard);
	const held = await holdStore({
		path: config.database.path,
		now,
		release: () => writers.stop(),
		changed: () => emit({type: 'stored'}),
		tell: log.stored,
	});
	if (options.needs === 'store') held.need();
	const store = held.current();
	const collectAtOnce = (store && options.prepare?.(store)) ?? false;
	const identity = {clientIdentifier: store?.meta.clientIdentifier() ?? crypto.randomUUID(), version};
	const clients = buildClients(config, identity, {odd, hear: log.hear});
	const atServer = serverNow(
		now,
		() => believedAhead(clients.aheadSeconds('tautulli')) ?? held.current()?.meta.aheadSeconds() ?? null,
	);
	const noteEvent = (event: StoredEvent): void => {
		log.noted(event);
		if (dashboard) saveEvent(held, log, event);
		if (event.kind === 'plex-back') live.wake();
	};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const mirrored = holdMirror(held, now);
	const identified =
		clients.tautulli &&
		holdAnswer(clients.tautulli.getMachineIdentifier, {
			isGood: identifier => identifier !== '',
			mayHold: () => dashboard,
			clock: () => performance.now(),
		});
	const tautulli = identified && clients.tautulli && {...clients.tautulli, getMachineIdentifier: identified.answer};
	const history = buildHistory(config, {tautulli}, mirrored, observer.takeEnded, {
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
	const schedule = createSchedule(dashboard ? config.collect.schedule : null, () => void writers.collectByItself());
	const stopWatching = dashboard
		? watchStored(held, error => log.failed('the database was not looked at', error))
		: () => undefined;
	if (collectAtOnce && dashboard) void writers.collectByItself();
	const health = createHealth(clients, now);
	const pinged = holdAnswer(signal => health.pingServer('tautulli', signal), {
		isGood: ({health: found}) => found?.ok === true,
		mayHold: () => live.isQuiet(),
		clock: () => performance.now(),
	});
	/** A server does not answer: what it said before is not repeated. */
	const doubt = (): void => {
		live.doubt();
		pinged.forget();
		identified?.forget();
	};
	/** While Plex tells nothing nobody asks Tautulli who is watching: others find first that it is away. */
	const syncByItself = async (): Promise<boolean> => {
		const isDone = await writers.syncByItself();
		if (!isDone) doubt();
		return isDone;
	};
	const keeper = dashboard && history ? keepSynced(syncByItself, realTicker) : null;
	const answers = clients.tautulli ? serverAnswers(clients.tautulli) : disabledAnswers(clients.switchedOff);
	const live = openLive({
		plex: dashboard && clients.tautulli ? clients.plex : null,
		ask: async signal => {
			const activity = await observer.observe(answers.activity(null, signal));
			void record?.seen(activity);
			return activity;
		},
		changed: () => emit({type: 'activity'}),
		log,
	});

	const freshen = dashboard
		? async () => undefined
		: createFreshen({mirrored, history, sync: writers.sync, now: atServer, tell: odd});

	const played = playAnswers(
		{
			mirrored,
			history,
			trouble: history ? writers.trouble : () => clients.switchedOff,
			now: atServer,
			columns: createHeldColumns(atServer, setImmediate, !dashboard),
		},
		freshen,
		async signal => (dashboard || !clients.plex ? undefined : await writers.sync({full: false}, signal)),
	);
	const audit =
		dashboard && clients.tautulli
			? createAudit({
					tautulli: clients.tautulli,
					count: query => played.plays(query),
					sync: writers.syncAgain,
					now: atServer,
					note: noteEvent,
					isQuiet: live.isQuiet,
				})
			: null;

	const record = dashboard
		? createRecordWatch({
				peaks: played.peaks,
				note: noteEvent,
				noted: () => held.current()?.events.latest(20, 'record') ?? [],
				now,
			})
		: null;

	const sources: Sources = {
		...answers,
		...storedAnswers(held, atServer, history),
		...played,
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
			listening: live.listening,
			next: schedule.next,
		}),
		activity: (_, signal) => live.activity(signal),
		servers: (_, signal) => health.pingServers(signal),
		ping: async ({server}, signal) => {
			const ping = await (server === 'tautulli' ? pinged.answer(signal) : health.pingServer(server, signal));
			if (ping.health && !ping.health.ok) doubt();
			return ping;
		},
		reconnect: async () => {
			clients.reopen();
			doubt();
			live.reopen();
			return null;
		},
		collect: writers.collect,
		sync: writers.sync,
		adopt: writers.adopt,
	};

	return {
		sources,
		listen,
		close: async () => {
			schedule.stop();
			stopWatching();
			keeper?.stop();
			audit?.stop();
			live.stop();
			await writers.stop();
			await clients.close();
			await held.close();
		},
	};
};
