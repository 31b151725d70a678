import {glyphsFor} from '../canvas/glyphs.ts';
import type {OpenSources} from '../questions/sources.ts';
import {noticeWords} from '../views/plan/notice-words.ts';
import {createCalm} from './calm.ts';
import {noHeartbeat} from './feeds/heartbeat.ts';
import type {Clock} from './feeds/poller.ts';
import {serverStates} from './feeds/server-states.ts';
import {workTicks} from './footer.ts';
import {beneathAll} from './frames/beneath.ts';
import {keepMade} from './frames/kept-rows.ts';
import type {Trust} from './input/typing.ts';
import {boundTo} from './keys/bindings.ts';
import {createPress, type Press} from './press/press.ts';
import type {Event} from './reduce.ts';
import {layoutFor, screen} from './screen.ts';
import type {Session} from './servers/session.ts';
import {createSessions, type OpenServer} from './servers/sessions.ts';
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
	readonly press: (key: string, hooks: Hooks, trust?: Trust) => void;
	readonly hear: Press['hear'];
	/** What the window is called; it changes with the lines. */
	readonly title: () => string;
	readonly resize: (size: Size) => void;
	/** The terminal has said what its background is. */
	readonly setBackground: (background: Background) => void;
	/** Connects the screen, which stands already, to its data; `openServer` to that of another server. */
	readonly connect: (opened: OpenSources, openServer: OpenServer) => Promise<void>;
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

const painted = keepMade<string>();

/** Draws at once, before anything is connected: the first frame waits for nobody. */
export const createDashboard = (terminal: Terminal, clock: Clock): Dashboard => {
	const listeners = new Set<() => void>();
	let lines: readonly string[] = [];
	let title = 'tautop';
	let background: Background = 'unknown';
	let isQueued = false;
	let isClosed = false;
	let endNotice = (): void => {};
	let callOff = (): void => {};

	const coloring = (): Coloring => sessions.seen().state().settings ?? {theme: 'auto', colors: {}};

	const backgroundNow = (): Background => backgroundOf(coloring().theme, background, terminal.colorFgBg);

	/** Made anew only where something about it has changed: the nearest of 256 colours takes some looking for. */
	let themed: {readonly of: string; readonly theme: Theme} | null = null;
	const themeNow = (): Theme => {
		const of = JSON.stringify([backgroundNow(), coloring().theme, coloring().colors]);
		if (themed?.of !== of) themed = {of, theme: themeFor(terminal.colors, backgroundNow(), coloring())};
		return themed.theme;
	};

	const tellFaint = ({dispatch}: Session): void => {
		for (const sentence of faintColors(backgroundNow(), coloring())) dispatch({type: 'odd', sentence});
	};

	const shell = (): Shell => {
		const seen = sessions.seen();
		const [state, feeds] = [seen.state(), seen.feeds()];
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
		const next = screen(current).map(row => painted(row, [theme], () => paint(row, theme)));
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

	const happened = ({type}: Event): void => {
		if (type === 'progress' || type === 'syncing') progress.redraw();
		else redraw();
	};

	const dispatch = (event: Event): void => sessions.seen().dispatch(event);

	/** Words at the bottom stand until the next key, or for a moment. */
	const tell = (words: string | null, seconds = noticeSeconds): void => {
		endNotice();
		dispatch({type: 'notice', words});
		if (words !== null) endNotice = clock.after(seconds, () => dispatch({type: 'notice', words: null}));
	};

	const sessions = createSessions(firstState(terminal.size), {
		clock,
		happened,
		redraw,
		answered: answers.redraw,
		beneath: () => {
			const now = shell();
			return beneathAll(layoutFor(now.state), now);
		},
		tell: words => tell(words, answerSeconds),
		noticed: (notice, ways) => {
			const words = noticeWords(notice, sessions.seen().state().settings?.names ?? 'full');
			tell(words, answerSeconds);
			terminal.ring(words, ways);
		},
		settled: tellFaint,
	});

	const switchServer = (name: string): void => {
		sessions.show(name);
		const {server, servers} = sessions.seen().state().settings ?? {server: null, servers: []};
		if (server !== null) tell(`${server}: server ${servers.indexOf(server) + 1} of ${servers.length}`);
	};

	const {press, hear} = createPress({
		shell,
		dispatch,
		feeds: () => sessions.seen().feeds(),
		collecting: () => sessions.seen().collecting,
		stopping: () => sessions.seen().stopping,
		switchServer,
		tell,
	});

	draw();
	return {
		lines: () => lines,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		press: (key, hooks, trust = 'typed') => press(key, hooks, trust),
		hear,
		title: () => title,
		resize: size => {
			const before = sessions.seen().state().size;
			if (size.columns === before.columns && size.rows === before.rows) return;
			dispatch({type: 'resized', size});
			draw();
		},
		setBackground: answered => {
			background = answered;
			tellFaint(sessions.seen());
			redraw();
		},
		connect: sessions.connect,
		close: () => {
			isClosed = true;
			callOff();
			progress.close();
			answers.close();
			endNotice();
			sessions.close();
			listeners.clear();
		},
	};
};
