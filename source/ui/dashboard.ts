import {glyphsFor} from '../canvas/glyphs.ts';
import type {OpenSources, SourcesEvent} from '../questions/sources.ts';
import {createCalm} from './calm.ts';
import {createCollecting} from './feeds/collecting.ts';
import {createFeeds, type Feeds} from './feeds/feeds.ts';
import {noHeartbeat} from './feeds/heartbeat.ts';
import type {Clock} from './feeds/poller.ts';
import {serverStates} from './feeds/server-states.ts';
import {createStopping} from './feeds/stopping.ts';
import {workTicks} from './footer.ts';
import type {Token} from './input/tokenizer.ts';
import type {Trust} from './input/typing.ts';
import {visibleInstances} from './instances.ts';
import {boundTo} from './keys/bindings.ts';
import {createPress} from './press.ts';
import {type Event, reduce} from './reduce.ts';
import {layoutFor, screen} from './screen.ts';
import {isCounting, type Shell} from './shell.ts';
import {firstState, type Size} from './state.ts';
import type {Hooks, Terminal} from './terminal.ts';
import {
	type Background,
	backgroundOf,
	type Coloring,
	faintColors,
	paint,
	paintsCells,
	type Theme,
	themeFor,
} from './theme.ts';
import {windowTitle} from './window-title.ts';

/** The dashboard without its terminal: keys go in, painted lines come out. */
export type Dashboard = {
	/** The lines of the screen; the same array until one of them changes. */
	readonly lines: () => readonly string[];
	readonly subscribe: (listener: () => void) => () => void;
	/** What changes anything needs a key that was surely typed. */
	readonly press: (key: string, hooks: Hooks, trust?: Trust) => void;
	/** The mouse, or a paste, which runs nothing. */
	readonly hear: (heard: Extract<Token, {type: 'mouse' | 'paste'}>, hooks: Hooks) => void;
	/** What the window is called; it changes with the lines. */
	readonly title: () => string;
	readonly resize: (size: Size) => void;
	/** The terminal has said what its background is. */
	readonly setBackground: (background: Background) => void;
	/** Connects the screen, which stands already, to its data. */
	readonly connect: (opened: OpenSources) => Promise<void>;
	readonly close: () => void;
};

/** Seconds until the screen has to be drawn again by itself: countdowns every second, else the clock's next minute. */
const secondsToNext = (shell: Shell): number => (isCounting(shell) || workTicks(shell) ? 1 : 60 - (shell.now % 60));

/**
 * Progress alone makes one frame in this time: a fill tells it more often than anybody reads, and a key that comes right
 * behind a frame waits for it.
 */
const calmSeconds = 1;

/** Seconds that words at the bottom stand. */
const noticeSeconds = 3;

/** What a server said may take longer to read. */
const answerSeconds = 10;

/** Draws at once, before anything is connected: the first frame waits for nobody. */
export const createDashboard = (terminal: Terminal, clock: Clock): Dashboard => {
	const listeners = new Set<() => void>();
	let state = firstState(terminal.size);
	let opened: OpenSources | null = null;
	let feeds: Feeds | null = null;
	let lines: readonly string[] = [];
	let title = 'tautop';
	let background: Background = 'unknown';
	let isQueued = false;
	let isClosed = false;
	let endNotice = (): void => {};
	let callOff = (): void => {};
	let unlisten = (): void => {};

	const coloring = (): Coloring => state.settings ?? {theme: 'auto', colors: {}};

	const backgroundNow = (): Background => backgroundOf(coloring().theme, background, terminal.colorFgBg);

	/** Made anew only where something about it has changed: the nearest of 256 colours takes some looking for. */
	let themed: {readonly of: string; readonly theme: Theme} | null = null;
	const themeNow = (): Theme => {
		const of = JSON.stringify([backgroundNow(), coloring().theme, coloring().colors]);
		if (themed?.of !== of) themed = {of, theme: themeFor(terminal.colors, backgroundNow(), coloring())};
		return themed.theme;
	};

	const tellFaint = (): void => {
		for (const sentence of faintColors(backgroundNow(), coloring())) state = reduce(state, {type: 'odd', sentence});
	};

	const shell = (): Shell => {
		const heartbeat = feeds?.heartbeat() ?? noHeartbeat;
		const now = clock.now();
		return {
			...heartbeat,
			state,
			past: feeds?.past() ?? {state: 'waiting'},
			readings: feeds?.readings() ?? new Map(),
			servers: serverStates(heartbeat.activity, heartbeat.pings, now),
			bindings: boundTo(state.settings?.keys ?? {}),
			glyphs: glyphsFor(
				terminal.ascii || (state.settings?.ascii ?? false),
				paintsCells(terminal.colors, backgroundNow(), coloring().theme),
			),
			now,
			zone: state.settings?.timezone ?? terminal.zone,
			here: terminal.zone,
		};
	};

	const draw = (): void => {
		isQueued = false;
		progress.drawn();
		answers.drawn();
		if (isClosed) return;
		callOff();
		if (terminal.isStalled()) {
			callOff = clock.after(1, draw);
			return;
		}
		const current = shell();
		title = windowTitle(current);
		const theme = themeNow();
		const next = screen(current).map(row => paint(row, theme));
		callOff = clock.after(secondsToNext(current), draw);
		if (next.length === lines.length && next.every((line, index) => line === lines[index])) return;
		lines = next;
		for (const listener of listeners) listener();
	};

	/** Many changes in one turn are one frame. */
	const redraw = (): void => {
		if (isQueued) return;
		isQueued = true;
		queueMicrotask(draw);
	};

	const progress = createCalm(calmSeconds, clock, redraw);
	const answers = createCalm(terminal.burstSeconds, clock, redraw);

	const dispatch = (event: Event): void => {
		// The run that closing cancels ends a moment later, and must start no feeds.
		if (isClosed) return;
		state = reduce(state, event);
		feeds?.follow(state, visibleInstances(state, layoutFor(state)));
		if (event.type === 'progress' || event.type === 'syncing') progress.redraw();
		else redraw();
	};

	const collecting = createCollecting(clock, dispatch);
	const stopping = createStopping(words => tell(words, answerSeconds));

	/** The newest days of a first fill tell the server's zone, long before it ends. */
	const learnZone = async (): Promise<void> => {
		if (state.settings?.timezone !== null || !opened) return;
		const {timezone} = await opened.sources.settings(null);
		if (timezone !== null && !isClosed) dispatch({type: 'zone', timezone});
	};

	/** A new engine has read the configuration anew; what it is asked now may have changed meanwhile. */
	const welcome = async ({sources}: OpenSources): Promise<void> => {
		const settings = await sources.settings(null);
		if (isClosed) return;
		dispatch({type: 'settings', settings});
		feeds?.refresh();
	};

	const hear = (event: SourcesEvent): void => {
		if (event.type === 'engine') {
			dispatch({type: 'engine', trouble: event.trouble});
			if (event.trouble === null && opened) welcome(opened).catch(() => undefined);
			return;
		}
		if (event.type === 'activity') {
			feeds?.askActivity();
			// What is noted of it costs no server anything.
			feeds?.ask('health');
			return;
		}
		const mayTellZone = event.type === 'zone' || (event.type === 'syncing' && event.progress === null);
		if (mayTellZone) learnZone().catch(() => undefined);
		if (event.type === 'syncing') dispatch({type: 'syncing', progress: event.progress});
		if (event.type === 'progress') collecting.progress(event.progress);
		if (event.type === 'run-ended') collecting.ended(event.summary);
		if (event.type === 'odd') dispatch(event);
		if (event.type === 'syncing' || event.type === 'progress' || event.type === 'odd') return;
		feeds?.ask('stored');
		feeds?.ask('health');
	};

	/** Words at the bottom stand until the next key, or for a moment. */
	const tell = (words: string | null, seconds = noticeSeconds): void => {
		endNotice();
		dispatch({type: 'notice', words});
		if (words !== null) endNotice = clock.after(seconds, () => dispatch({type: 'notice', words: null}));
	};

	const {press, hear: hearOther} = createPress({shell, dispatch, feeds: () => feeds, collecting, stopping, tell});

	draw();
	return {
		lines: () => lines,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		press: (key, hooks, trust = 'typed') => press(key, hooks, trust),
		hear: hearOther,
		title: () => title,
		resize: size => {
			if (size.columns === state.size.columns && size.rows === state.size.rows) return;
			dispatch({type: 'resized', size});
			draw();
		},
		setBackground: answered => {
			background = answered;
			tellFaint();
			redraw();
		},
		connect: async connected => {
			unlisten = connected.listen(hear);
			const settings = await connected.sources.settings(null);
			if (isClosed) return;
			opened = connected;
			state = reduce(state, {type: 'opened', settings});
			tellFaint();
			feeds = createFeeds(connected.sources, state, clock, answers.redraw);
			collecting.connect(connected.sources);
			stopping.connect(connected.sources);
			feeds.follow(state, visibleInstances(state, layoutFor(state)));
			redraw();
		},
		close: () => {
			isClosed = true;
			callOff();
			progress.close();
			answers.close();
			endNotice();
			unlisten();
			collecting.close();
			feeds?.close();
			listeners.clear();
		},
	};
};
