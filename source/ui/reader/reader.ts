import {formatClock, type Zone} from '../../canvas/clock.ts';
import type {EngineTrouble} from '../../domain/engine-trouble.ts';
import type {Activity} from '../../domain/session.ts';
import {type DashboardSettings, standingWarnings} from '../../domain/settings.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../questions/sources.ts';
import {countSentence} from '../../views/now/sentences.ts';
import {noticeWords} from '../../views/plan/notice-words.ts';
import {sentence} from '../../views/plan/words.ts';
import {createCollecting} from '../feeds/collecting.ts';
import {createFeeds, type Feeds} from '../feeds/feeds.ts';
import {noHeartbeat} from '../feeds/heartbeat.ts';
import type {Clock} from '../feeds/poller.ts';
import {serverStates} from '../feeds/server-states.ts';
import {boundTo} from '../keys/bindings.ts';
import {type Event, reduce} from '../reduce.ts';
import {carry} from '../servers/carry.ts';
import type {Shell} from '../shell.ts';
import {firstState, type State} from '../state.ts';
import {createReaderPress, type ReaderPress} from './press.ts';
import {runSentence} from './runs.ts';
import {serverChanges} from './servers.ts';
import {nothingStanding, standingChanges, standingOf} from './standing.ts';
import {streamChanges} from './streams.ts';
import {spoken} from './voice.ts';

/** The dashboard for a screen reader: keys go in, lines come out, and nothing is ever painted over. */
export type Reader = ReaderPress & {
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

	const {press} = createReaderPress({
		zone,
		clock,
		say,
		dispatch,
		collecting,
		bindings,
		shell,
		signal: closing.signal,
		state: () => state,
		sources: () => sources,
		feeds: () => feeds,
	});

	return {
		press,
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
