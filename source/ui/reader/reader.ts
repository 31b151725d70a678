import {formatClock, type Zone} from '../../canvas/clock.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {EngineTrouble} from '../../domain/engine-trouble.ts';
import type {Activity} from '../../domain/session.ts';
import {type DashboardSettings, standingWarnings} from '../../domain/settings.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../questions/sources.ts';
import {createCollecting} from '../collecting.ts';
import {daysWords} from '../components/cells.ts';
import {createFeeds, type Feeds} from '../feeds.ts';
import type {Trust} from '../input/typing.ts';
import {type Action, actionOf, boundTo, isChanging} from '../keys/bindings.ts';
import {eventOf} from '../keys/events.ts';
import {type PaneId, paneIds, paneOf} from '../panes/index.ts';
import {noPings} from '../pings.ts';
import type {Clock} from '../poller.ts';
import {type Event, reduce} from '../reduce.ts';
import {serverStates} from '../server-states.ts';
import {firstState, queryOf} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import {troubleWords} from '../trouble-words.ts';
import {readingOf} from '../view.ts';
import {keyHelp, readerActions} from './keys.ts';
import {speakers} from './panes.ts';
import {runSentence} from './runs.ts';
import {serverChanges} from './servers.ts';
import {nothingStanding, standingChanges, standingOf} from './standing.ts';
import {countSentence, streamChanges} from './streams.ts';
import type {Voice} from './voice.ts';

/** The dashboard for a screen reader: keys go in, lines come out, and nothing is ever painted over. */
export type Reader = {
	/** A `burst` may be a paste, since nothing marks one here, and is none. */
	readonly press: (key: string, hooks: Pick<Hooks, 'quit' | 'suspend'>, trust?: Trust) => void;
	/** Connects it to its data; before that it knows its keys alone. */
	readonly connect: (opened: OpenSources) => Promise<void>;
	readonly close: () => void;
};

/** What it can see: the streams and the status ask by themselves, the rest when it is spoken. */
const heard: ReadonlySet<PaneId> = new Set<PaneId>(['now-playing', 'status']);

const greeting = (settings: DashboardSettings): readonly string[] => [
	...(settings.demo ? ['This is the demo. To connect your own server, add a config.yaml.'] : []),
	...(settings.unverifiedTls ? ['Certificates are not checked.'] : []),
	...standingWarnings(settings),
	...settings.odd,
];

/** Speaks through `say`, a line each. */
export const createReader = (zone: Zone, clock: Clock, say: (line: string) => void): Reader => {
	const closing = new AbortController();
	let state = firstState({columns: 80, rows: 24});
	let sources: Sources | null = null;
	let feeds: Feeds | null = null;
	let told: Activity | null = null;
	let servers = serverStates({}, noPings, clock.now());
	let standing = nothingStanding;
	let unlisten = (): void => {};

	const voice = (): Voice => ({
		now: clock.now(),
		zone,
		graphZone: state.settings?.timezone ?? null,
		names: state.settings?.names ?? 'full',
		servers,
		clockTrouble: standing.clock,
	});

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
		const readings = feeds.readings();
		const before = servers;
		servers = serverStates(readings, feeds.pings(), clock.now());
		for (const words of serverChanges(before, voice())) tell(words);
		const stood = standing;
		standing = standingOf({readings, pings: feeds.pings()});
		for (const words of standingChanges(stood, standing)) tell(words);
		const streams = readingOf(readings, 'now-playing');
		if (streams.state !== 'ready' || streams.trouble) return;
		const {activity} = streams.data;
		if (told === null) tell(countSentence(activity));
		else for (const words of streamChanges(told, activity, voice())) tell(words);
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
	};

	const speak = async <Id extends PaneId>(id: Id, from: Sources): Promise<void> => {
		const pane = paneOf(id);
		try {
			const data = await pane.load({
				sources: from,
				query: queryOf(state, id),
				signal: closing.signal,
				previous: null,
				now: clock.now(),
			});
			for (const line of [`${pane.title}.`, ...speakers[id](data, voice())]) say(line);
		} catch (error) {
			if (isCancelled(error)) return;
			const words = error instanceof AppError ? troubleWords(error.toJSON()) : 'something went wrong inside tautop';
			say(`${pane.title}: ${words}.`);
		}
	};

	/** How the counting has changed, for keys that change it. */
	const counting: Readonly<Partial<Record<Action, () => string>>> = {
		range: () => `Counting ${daysWords(state.days)}.`,
		'range-back': () => `Counting ${daysWords(state.days)}.`,
		axis: () => `Counting ${state.yAxis === 'duration' ? 'hours' : 'plays'}.`,
	};

	const answerConfirm = (action: Action | null): void => {
		if (action === 'yes') collecting.cancel();
		else {
			dispatch({type: 'back'});
			say('The run goes on.');
		}
	};

	const act = (action: Action, hooks: Pick<Hooks, 'quit' | 'suspend'>): void => {
		const event = eventOf(action, state, () => []);
		const words = counting[action];
		const pane = paneIds.find((_, index) => action === `pane-${index + 1}`);
		if (pane && sources) void speak(pane, sources);
		else if (event && words) {
			dispatch(event);
			say(words());
		} else if (action === 'help') {
			for (const line of keyHelp(boundTo(state.settings?.keys ?? {}), state.settings?.lookOnly ?? false)) say(line);
		} else if (action === 'collect') {
			if (state.collecting.state === 'running' && !state.collecting.isOwn) say('Another run is going on.');
			collecting.toggle(state);
			if (state.page === 'confirm-cancel')
				say('Cancel this run? Nothing of it is stored. y: cancel it. Any other key: go on.');
		} else if (action === 'refresh') feeds?.refresh();
		else if (action === 'suspend') hooks.suspend();
		else if (action === 'quit') hooks.quit(0);
	};

	return {
		press: (key, hooks, trust = 'typed') => {
			const action = actionOf(boundTo(state.settings?.keys ?? {}), key, state.settings?.lookOnly ?? false);
			if (action === 'leave') hooks.quit(130);
			else if (trust === 'burst') return;
			else if (trust === 'cut' && action && isChanging(action)) collecting.refuse(state);
			else if (state.page === 'confirm-cancel') answerConfirm(action);
			else if (action && readerActions.includes(action)) act(action, hooks);
		},
		connect: async opened => {
			unlisten = opened.listen(hear);
			const settings = await opened.sources.settings(null);
			if (closing.signal.aborted) return;
			const {odd} = state;
			state = reduce(state, {type: 'opened', settings});
			for (const line of greeting(settings)) if (!odd.includes(line)) say(line);
			sources = opened.sources;
			collecting.connect(opened.sources);
			feeds = createFeeds(opened.sources, state, clock, listen);
			feeds.follow(state, heard);
		},
		close: () => {
			closing.abort();
			unlisten();
			collecting.close();
			feeds?.close();
		},
	};
};
