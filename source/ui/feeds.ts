import type {Sources} from '../questions/sources.ts';
import type {PaneQuery, Rhythm} from './components/pane.ts';
import {troubleOf} from './components/reading.ts';
import {type PaneData, type PaneId, paneIds, paneOf} from './panes/index.ts';
import {createPings, type Pings} from './pings.ts';
import {type Clock, createPoller, type Load, type LoadStored} from './poller.ts';
import {queryOf, type State} from './state.ts';
import {everySeconds, type Readings, readingOf} from './view.ts';

/** The pollers of all panes: those that can be seen ask, each in its rhythm, the others are still. */
export type Feeds = {
	readonly readings: () => Readings;
	readonly pings: () => Pings;
	/** Fits the questions to the state: what can be seen asks, what asks for something else now asks anew. */
	readonly follow: (state: State, visible: ReadonlySet<PaneId>) => void;
	/** Asks at once: the panes of one rhythm, where they can be seen. */
	readonly ask: (rhythm: Rhythm) => void;
	/** The user asks: all that can be seen, of servers that were given a pause too. */
	readonly refresh: () => void;
	readonly close: () => void;
};

/** One pane's poller, its data hidden. */
type Feed = {
	readonly rhythm: Rhythm;
	readonly ask: () => void;
	readonly follow: (state: State, isVisible: boolean) => void;
	readonly close: () => void;
};

type Wiring = {
	readonly sources: Sources;
	readonly first: State;
	readonly clock: Clock;
	/** Takes the readings so far, returns them with the new one. */
	readonly changed: (put: (readings: Readings) => Readings) => void;
};

const createFeed = <Id extends PaneId>(id: Id, {sources, first, clock, changed}: Wiring): Feed => {
	const pane = paneOf(id);
	const loadFor =
		(query: PaneQuery): Load<PaneData[Id]> =>
		(signal, previous) =>
			pane.load({sources, query, signal, previous, now: clock.now()});
	const storedFor = (query: PaneQuery): LoadStored<PaneData[Id]> | undefined => {
		const {loadStored} = pane;
		return loadStored && (signal => loadStored({sources, query, signal, previous: null, now: clock.now()}));
	};
	const question = (query: PaneQuery): string => JSON.stringify(pane.uses.map(part => query[part]));
	const begin = queryOf(first, id);
	const poller = createPoller(loadFor(begin), everySeconds(pane.rhythm, first), clock, storedFor(begin));
	const hear = (): void => changed(readings => ({...readings, [id]: poller.reading()}));
	let asked = question(begin);
	let end: (() => void) | null = null;
	const close = (): void => {
		end?.();
		end = null;
	};
	return {
		rhythm: pane.rhythm,
		ask: poller.ask,
		close,
		follow: (state, isVisible) => {
			const query = queryOf(state, id);
			if (question(query) !== asked) {
				asked = question(query);
				poller.retune(loadFor(query), storedFor(query));
			}
			if (!isVisible) close();
			else end ??= poller.listen(hear);
		},
	};
};

const isTroubled = (readings: Readings, id: PaneId): boolean => troubleOf(readingOf(readings, id)) !== null;

/** True where one pane has answers again: then the others need not wait for the end of their pauses. */
const recovered = (before: Readings, after: Readings): boolean =>
	paneIds.some(id => isTroubled(before, id) && !isTroubled(after, id));

/** What the answers about the streams say of the servers: that both are there, or which one is not. */
const servedBy = (readings: Readings): string | null => {
	const streams = readingOf(readings, 'now-playing');
	if (streams.state === 'waiting') return null;
	return streams.trouble === null ? 'both' : (streams.trouble.error.server ?? streams.trouble.error.code);
};

/** Pollers for every pane on these sources; `changed` is called after each answer and each failure. */
export const createFeeds = (sources: Sources, first: State, clock: Clock, changed: () => void): Feeds => {
	let readings: Readings = {};
	const put = (change: (before: Readings) => Readings): void => {
		const before = readings;
		readings = change(before);
		changed();
		if (recovered(before, readings)) askTroubled();
		if (servedBy(before) !== null && servedBy(before) !== servedBy(readings)) {
			pings.doubt();
			askRhythm('health');
		}
	};
	const askRhythm = (rhythm: Rhythm): void => {
		for (const feed of feeds.values()) if (feed.rhythm === rhythm) feed.ask();
	};
	const askTroubled = (): void => {
		for (const [id, feed] of feeds) if (isTroubled(readings, id)) feed.ask();
	};
	const wiring = {sources, first, clock, changed: put};
	const feeds = new Map(paneIds.map(id => [id, createFeed(id, wiring)]));
	const pings = createPings(sources, everySeconds('health', first) ?? 30, clock, {changed, back: askTroubled});
	return {
		readings: () => readings,
		pings: pings.pings,
		follow: (state, visible) => {
			for (const [id, feed] of feeds) feed.follow(state, visible.has(id));
		},
		ask: askRhythm,
		refresh: () => {
			// The engine hears one after the other. Where it does not answer, the questions will say so.
			sources.reconnect(null).catch(() => undefined);
			for (const feed of feeds.values()) feed.ask();
			pings.ask();
		},
		close: () => {
			for (const feed of feeds.values()) feed.close();
			pings.close();
		},
	};
};
