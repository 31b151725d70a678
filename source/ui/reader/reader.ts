import {formatClock, type Zone} from '../../canvas/clock.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {EngineTrouble} from '../../domain/engine-trouble.ts';
import type {Activity} from '../../domain/session.ts';
import {type DashboardSettings, standingWarnings} from '../../domain/settings.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../questions/sources.ts';
import {countSentence} from '../../views/now/sentences.ts';
import {noticeWords} from '../../views/plan/notice-words.ts';
import {needsSubject} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import {sentence, windowWords} from '../../views/plan/words.ts';
import {createCollecting} from '../feeds/collecting.ts';
import {createFeeds, type Feeds} from '../feeds/feeds.ts';
import {noHeartbeat} from '../feeds/heartbeat.ts';
import type {Clock} from '../feeds/poller.ts';
import {serverStates} from '../feeds/server-states.ts';
import type {Trust} from '../input/typing.ts';
import {type Instance, instanceAt} from '../instances.ts';
import {type Action, actionOf, boundTo, isChanging} from '../keys/bindings.ts';
import {typingEvent} from '../keys/typing.ts';
import {pagePlace} from '../layout.ts';
import {chosenView, matchingViews} from '../overlays/view-list.ts';
import {type Event, reduce} from '../reduce.ts';
import {carry, nextServer} from '../servers/carry.ts';
import {type Shell, sceneOf} from '../shell.ts';
import {firstState, ownOf, type State} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import {push} from '../trail.ts';
import {troubleWords} from '../trouble-words.ts';
import {keyHelp, readerActions} from './keys.ts';
import {runSentence} from './runs.ts';
import {serverChanges} from './servers.ts';
import {nothingStanding, standingChanges, standingOf} from './standing.ts';
import {streamChanges} from './streams.ts';
import {spoken} from './voice.ts';

/** What it needs of the program around it; `server` speaks of another one from then on. */
export type ReaderHooks = Pick<Hooks, 'quit' | 'suspend' | 'init'> & {readonly server: (name: string) => void};

/** The dashboard for a screen reader: keys go in, lines come out, and nothing is ever painted over. */
export type Reader = {
	/** A `burst` may be a paste, since nothing marks one here, and is none. */
	readonly press: (key: string, hooks: ReaderHooks, trust?: Trust) => void;
	/** Connects it to its data; before that it knows its keys alone. */
	readonly connect: (opened: OpenSources) => Promise<void>;
	readonly state: () => State;
	/** It is heard from now on, in the place of another one. */
	readonly show: (from: State) => void;
	/** It is heard no more: nothing asks. */
	readonly hide: () => void;
	readonly close: () => void;
};

/** Its key as it is bound. */
const connectWords = ({keys}: DashboardSettings): string =>
	`Nothing is configured. ${boundTo(keys).find(({action}) => action === 'init')?.keys[0] ?? ''}: connect your own server.`;

const greeting = (settings: DashboardSettings): readonly string[] => [
	...(settings.demo ? [`This is the demo. ${settings.unconfigured ? connectWords(settings) : ''}`.trim()] : []),
	...(settings.unverifiedTls ? ['Certificates are not checked.'] : []),
	...standingWarnings(settings),
	...settings.odd,
];

/** Keys that change what is counted. */
const counts: Readonly<Partial<Record<Action, Event>>> = {
	range: {type: 'range', by: 1},
	'range-back': {type: 'range', by: -1},
	axis: {type: 'measure', measures: ['plays', 'duration', 'users']},
};

/** Speaks through `say`, a line each. */
export const createReader = (zone: Zone, clock: Clock, say: (line: string) => void): Reader => {
	const closing = new AbortController();
	let state = firstState({columns: 80, rows: 24});
	let sources: Sources | null = null;
	let feeds: Feeds | null = null;
	let told: Activity | null = null;
	let servers = serverStates(noHeartbeat.activity, noHeartbeat.pings, clock.now());
	let standing = nothingStanding;
	let isHeard = true;
	/** What was chosen came along from another server. */
	let isCarried = false;
	let unlisten = (): void => {};

	const bindings = () => boundTo(state.settings?.keys ?? {});

	/** What sentences need to know beside what they tell. */
	const moment = () => ({now: clock.now(), zone, servers, names: state.settings?.names ?? 'full', glyphs: spoken});

	/** Something has happened: with its time. */
	const tell = (words: string): void => say(`${formatClock(clock.now(), zone)} ${words}`);

	const dispatch = (event: Event): void => {
		if (closing.signal.aborted) return;
		const before = state;
		state = reduce(state, event);
		const words = runSentence(before.collecting, state.collecting);
		if (words !== null) tell(words);
		if (event.type === 'odd' && state.odd !== before.odd) tell(event.sentence);
	};

	const collecting = createCollecting(clock, dispatch);

	/** Compares with what was told last. */
	const listen = (): void => {
		if (!feeds) return;
		const heartbeat = feeds.heartbeat();
		const before = servers;
		servers = serverStates(heartbeat.activity, heartbeat.pings, clock.now());
		for (const words of serverChanges(before, moment())) tell(words);
		const stood = standing;
		standing = standingOf(heartbeat);
		for (const words of standingChanges(stood, standing)) tell(words);
		const streams = heartbeat.activity;
		if (streams.state !== 'ready' || streams.trouble) return;
		const activity = streams.data;
		if (told === null) tell(countSentence(activity, moment()));
		else for (const words of streamChanges(told, activity, moment())) tell(words);
		told = activity;
	};

	/** An engine that ends again and again is told once, and when it is back. */
	const hearEngine = (trouble: EngineTrouble | null): void => {
		const wasLost = state.engine !== null;
		if (trouble && !wasLost) tell(`${trouble.reason} It is being restarted.`);
		if (!trouble && wasLost) tell('The engine is back.');
		dispatch({type: 'engine', trouble});
		if (!trouble) feeds?.refresh();
	};

	const hear = (event: SourcesEvent): void => {
		if (event.type === 'engine') hearEngine(event.trouble);
		if (event.type === 'progress') collecting.progress(event.progress);
		if (event.type === 'run-ended') collecting.ended(event.summary);
		if (event.type === 'odd') dispatch(event);
		if (event.type === 'notice') tell(sentence(`Notice: ${noticeWords(event.notice, moment().names)}`));
		if (event.type === 'activity') feeds?.askActivity();
	};

	/** What views are told of the moment. */
	const shell = (): Shell => ({
		...(feeds?.heartbeat() ?? noHeartbeat),
		state,
		past: {state: 'waiting'},
		readings: new Map(),
		servers,
		bindings: bindings(),
		glyphs: spoken,
		now: clock.now(),
		zone: state.settings?.timezone ?? zone,
		here: zone,
	});

	const speak = async (instance: Instance, from: Sources): Promise<void> => {
		const {view, query} = instance;
		try {
			const told = await view.ask(
				{
					sources: from,
					query,
					own: ownOf(state, view.name),
					form: 'page',
					activity: () => from.activity(null, closing.signal),
					signal: closing.signal,
					now: clock.now(),
				},
				null,
			);
			for (const line of [`${view.title}.`, ...told.says(sceneOf(shell(), instance))]) say(line);
		} catch (error) {
			if (isCancelled(error)) return;
			const words = error instanceof AppError ? troubleWords(error.toJSON()) : 'something went wrong inside tautop';
			say(`${view.title}: ${words}.`);
		}
	};

	/** The view that was chosen by its name, as a page of its own. */
	const speakView = (view: View): void => {
		const instance = instanceAt(push(state, {view: view.name}), pagePlace);
		if (instance && sources) void speak(instance, sources);
	};

	/** Text goes into the name of a view; Enter speaks the one that is called so. True where the key went there. */
	const typed = (key: string): boolean => {
		const event = typingEvent(state, key);
		if (!event) return false;
		const chosen = event.type === 'typed-end' && event.keep ? chosenView(state) : null;
		dispatch(event);
		if (chosen && needsSubject(chosen.takes)) say(`${chosen.title}: it is about one thing, and has no name here.`);
		else if (chosen) speakView(chosen);
		else if (event.type === 'typed') say(`${event.text}: ${matchingViews(event.text)[0]?.title ?? 'no view'}.`);
		else say('No view.');
		return true;
	};

	/** How the counting has changed, for keys that change it. */
	const counting: Readonly<Partial<Record<Action, () => string>>> = {
		range: () => `Counting ${windowWords({days: state.days}, {graphZone: zone})}.`,
		'range-back': () => `Counting ${windowWords({days: state.days}, {graphZone: zone})}.`,
		axis: () => `Counting ${state.measure === 'duration' ? 'hours' : state.measure}.`,
	};

	const answerConfirm = (action: Action | null): void => {
		if (action === 'yes') collecting.cancel();
		else {
			dispatch({type: 'back'});
			say('The run goes on.');
		}
	};

	const speakServer = (hooks: ReaderHooks): void => {
		const next = nextServer(state);
		if (next !== null) hooks.server(next);
		else say(state.settings ? 'There is only one server.' : 'Nothing is connected yet.');
	};

	const act = (action: Action, hooks: ReaderHooks): void => {
		const event = counts[action] ?? null;
		const words = counting[action];
		const digit = /^pane-(\d)$/.exec(action)?.[1];
		const instance = digit === undefined ? null : instanceAt(state, Number(digit) - 1);
		if (instance && sources) void speak(instance, sources);
		else if (action === 'views') {
			dispatch({type: 'type', into: 'views'});
			say('Type the name of a view, then enter.');
		} else if (event && words) {
			dispatch(event);
			say(words());
		} else if (action === 'help') {
			for (const line of keyHelp(bindings(), state.places, {
				lookOnly: state.settings?.lookOnly ?? false,
				unconfigured: state.settings?.unconfigured ?? false,
			}))
				say(line);
		} else if (action === 'collect') {
			if (state.collecting.state === 'running' && !state.collecting.isOwn) say('Another run is going on.');
			collecting.toggle(state);
			if (state.overlay === 'confirm-cancel')
				say('Cancel this run? Nothing of it is stored. y: cancel it. Any other key: go on.');
		} else if (action === 'refresh') feeds?.refresh();
		else if (action === 'init' && state.settings?.unconfigured) hooks.init();
		else if (action === 'next-server') speakServer(hooks);
		else if (action === 'suspend') hooks.suspend();
		else if (action === 'quit') hooks.quit(0);
	};

	return {
		press: (key, hooks, trust = 'typed') => {
			const action = actionOf(bindings(), key, state.settings?.lookOnly ?? false, meant => meant !== 'idle');
			if (action === 'leave') hooks.quit(130);
			else if (trust === 'burst' || typed(key)) return;
			else if (trust === 'cut' && action && isChanging(action)) collecting.refuse(state);
			else if (state.overlay === 'confirm-cancel') answerConfirm(action);
			else if (action && readerActions.includes(action)) act(action, hooks);
		},
		connect: async opened => {
			unlisten = opened.listen(hear);
			const settings = await opened.sources.settings(null);
			if (closing.signal.aborted) return;
			const {odd} = state;
			state = reduce(state, {type: isCarried ? 'settings' : 'opened', settings});
			for (const line of greeting(settings)) if (!odd.includes(line)) say(line);
			sources = opened.sources;
			collecting.connect(opened.sources);
			feeds = createFeeds(opened.sources, state, clock, listen);
			if (isHeard) feeds.follow(state, []);
			else feeds.rest();
		},
		state: () => state,
		show: from => {
			state = carry(from, state);
			isHeard = true;
			isCarried = true;
			// How many watch is told anew: what came and went meanwhile is no news.
			told = null;
			feeds?.wake();
			feeds?.follow(state, []);
		},
		hide: () => {
			isHeard = false;
			feeds?.rest();
		},
		close: () => {
			closing.abort();
			unlisten();
			collecting.close();
			feeds?.rest();
		},
	};
};
