import {setImmediate} from 'node:timers/promises';
import type {Config} from '../config/config.ts';
import type {Clock} from '../domain/clock.ts';
import type {StoredEvent} from '../domain/events.ts';
import type {OpenSources, SourcesEvent} from '../questions/sources.ts';
import type {Store} from '../store/open.ts';
import {buildClients} from './clients.ts';
import {createHealth} from './health.ts';
import {createAudit} from './history/audit.ts';
import {buildHistory} from './history/history.ts';
import {holdMirror} from './history/hold-mirror.ts';
import {keepSynced} from './history/keep-synced.ts';
import {holdAnswer} from './hold-answer.ts';
import {holdStore} from './hold-store.ts';
import {keepAnswers} from './keep-answers.ts';
import type {Keeping} from './keeping.ts';
import {saveEvent} from './known-event.ts';
import {liftAnswers} from './lift/lift-answers.ts';
import {createListeners} from './listeners.ts';
import {createFirstLook} from './live/first-look.ts';
import {openLive} from './live/live.ts';
import {openLog} from './log.ts';
import {startLooking} from './memory/looking.ts';
import {type Recording, startRecording} from './memory/recording.ts';
import {type Notices, startNotices} from './notices/notices.ts';
import {createObserver} from './observe.ts';
import {createOddTeller} from './odd.ts';
import type {Others} from './others/others.ts';
import type {PlaySources} from './plays/answer-plays.ts';
import {playAnswers} from './plays/answers.ts';
import {createFreshen} from './plays/freshen.ts';
import {createHeldColumns} from './plays/held-columns.ts';
import {createRecordWatch} from './record.ts';
import {createSchedule} from './schedule.ts';
import {disabledAnswers, serverAnswers} from './server-answers.ts';
import {believedAhead, countedAhead, serverNow} from './server-now.ts';
import type {Mode} from './settings.ts';
import {sourcesOf} from './sources-of.ts';
import {realTicker} from './ticker.ts';
import {watchStored} from './watch-stored.ts';
import {createWriters} from './writers.ts';

export type OpenOptions = {
	readonly config: Config;
	readonly mode: Mode;
	readonly clock: Clock;
	readonly version: string;
	/** The dashboard stays open: writes of other processes are noticed, and the keeper runs by the schedule and notes events. */
	readonly dashboard: boolean;
	/** It stays open without a screen. */
	readonly watch?: boolean | undefined;
	readonly keeping: Keeping;
	/** The servers beside this one; absent: there are none. */
	readonly others?: Others | undefined;
	/** `store`: nothing is opened without the database. */
	readonly needs?: 'store' | undefined;
	/** Called with the open store before anything else is; true: collect once, now. */
	readonly prepare?: (store: Store) => boolean;
};

/** A program that asks once keeps nothing: it sees a moment. */
const notRecorded: Recording = {note: asked => asked, stop: () => undefined};

/**
 * Builds everything that answers: clients, store, collector, schedule. The only place that builds. Throws AppErrors, but
 * not for a database that cannot be opened, unless that is needed: then only what is stored has no answer.
 */
export const open = async (options: OpenOptions): Promise<OpenSources> => {
	const {config, clock, version, dashboard, watch = false, keeping} = options;
	const {now} = clock;
	const {isKeeper} = keeping;
	const {emit, listen} = createListeners<SourcesEvent>();
	const {odd, told} = createOddTeller(sentence => emit({type: 'odd', sentence}));
	const log = openLog(config.logging, config.name, odd);
	listen(log.heard);
	const held = await holdStore({
		path: config.database.path,
		clock,
		keyNames: config.keyNames,
		release: () => writers.stop(),
		changed: () => emit({type: 'stored'}),
		tell: log.stored,
	});
	if (options.needs === 'store') held.need();
	const store = held.current();
	const collectAtOnce = (store && options.prepare?.(store)) ?? false;
	const identity = {clientIdentifier: store?.meta.clientIdentifier() ?? crypto.randomUUID(), version};
	const clients = buildClients(config, identity, {odd, hear: log.hear, comparesClocks: !clock.isOurs});
	const knownAhead = (): number | null =>
		clock.isOurs ? 0 : (believedAhead(clients.aheadSeconds('tautulli')) ?? held.current()?.meta.aheadSeconds() ?? null);
	const atServer = serverNow(now, knownAhead);
	const noteEvent = (event: StoredEvent): void => {
		log.noted(event);
		if (dashboard && isKeeper()) saveEvent(held, log, event);
		notices?.noted(event);
		if (event.kind === 'plex-back') live.wake();
	};
	const observer = createObserver(now, noteEvent, () => keeper?.sessionEnded());
	const recording = dashboard
		? startRecording({
				now: atServer,
				isListening: () => isKeeper() && (live.listening() ?? false),
				keepDays: config.keep.minutesDays,
				held,
				log,
			})
		: notRecorded;
	const notices: Notices | null = dashboard
		? startNotices({
				config: config.notices,
				server: config.name,
				clock,
				isKeeper,
				isListening: () => live.listening() ?? false,
				held,
				emit,
				tell: odd,
				log,
			})
		: null;
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
	const holder = `${watch ? 'watch' : dashboard ? 'dashboard' : 'command'}, process ${process.pid}`;
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
	const looking = startLooking({
		clock,
		clients,
		held,
		libraries: config.collect,
		now: atServer,
		changed: () => emit({type: 'stored'}),
		isKeeper: () => dashboard && isKeeper(),
		goesOn: dashboard,
		log,
	});
	const schedule = createSchedule(dashboard ? config.collect.schedule : null, clock, () => {
		if (isKeeper()) void writers.collectByItself();
	});
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
	/**
	 * The keeper syncs what is kept; what is mirrored in memory alone is everybody's own. While Plex tells nothing nobody asks
	 * Tautulli who is watching: a sync finds first that it is away.
	 */
	const syncByItself = async (): Promise<boolean> => {
		if (!isKeeper() && !mirrored.isInMemory()) return true;
		const isDone = await writers.syncByItself();
		if (!isDone) doubt();
		return isDone;
	};
	const keeper = dashboard && history ? keepSynced(syncByItself, realTicker) : null;
	const answers = clients.tautulli ? serverAnswers(clients.tautulli) : disabledAnswers(clients.switchedOff);
	const firstLook = dashboard ? createFirstLook() : null;
	const live = openLive({
		plex: dashboard && clients.tautulli ? clients.plex : null,
		ask: async signal => {
			const asked = observer.observe(answers.activity(null, signal));
			firstLook?.note(asked);
			const activity = await (isKeeper() ? recording.note(notices?.note(asked) ?? asked) : asked);
			void record?.seen(activity);
			return activity;
		},
		changed: () => emit({type: 'activity'}),
		log,
	});

	const freshen = dashboard
		? async () => undefined
		: createFreshen({mirrored, history, sync: writers.sync, now: atServer, tell: odd});

	const playSources: PlaySources = {
		mirrored,
		history,
		trouble: history ? writers.trouble : () => clients.switchedOff,
		now: atServer,
		columns: createHeldColumns(atServer, setImmediate, {short: !dashboard, after: firstLook?.passed}),
	};
	const keep = keepAnswers({
		...playSources,
		store: held.current,
		mayKeep: () => !dashboard || isKeeper(),
		version,
	});
	const lifted = liftAnswers({...playSources, store: held.need}, freshen, keep);
	listen(({type}) => {
		if (type === 'stored') lifted.forget();
		if (type === 'stored') notices?.stored();
	});
	const played = playAnswers(
		playSources,
		freshen,
		async signal => (dashboard || !clients.plex ? undefined : await writers.sync({full: false}, signal)),
		keep,
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

	const sources = sourcesOf({
		options,
		told,
		held,
		mirrored,
		history,
		clients,
		answers,
		playSources,
		played,
		lift: lifted.lift,
		look: looking.look,
		audit,
		live,
		health,
		pinged,
		doubt,
		writers,
		ahead: () => countedAhead(knownAhead()),
		next: schedule.next,
		atServer,
		emit,
		log,
	});

	return {
		sources,
		listen,
		close: async () => {
			schedule.stop();
			looking.stop();
			stopWatching();
			keeper?.stop();
			audit?.stop();
			live.stop();
			recording.stop();
			notices?.stop();
			await writers.stop();
			await clients.close();
			await held.close();
		},
	};
};
