import type {Notice, NoticeWays} from '../../domain/notices.ts';
import type {OpenSources, SourcesEvent} from '../../questions/sources.ts';
import {type CollectingControl, createCollecting} from '../feeds/collecting.ts';
import {createFeeds, type Feeds} from '../feeds/feeds.ts';
import type {Clock} from '../feeds/poller.ts';
import {createStopping, type StoppingControl} from '../feeds/stopping.ts';
import {type Instance, visibleInstances} from '../instances.ts';
import {type Event, reduce} from '../reduce.ts';
import {layoutFor} from '../screen.ts';
import type {State} from '../state.ts';
import {carry} from './carry.ts';

/** What the screen has of one server: its engine, what is known of it, and while it is seen what asks. */
export type Session = {
	readonly state: () => State;
	readonly dispatch: (event: Event) => void;
	/** Null: it is not connected yet. */
	readonly feeds: () => Feeds | null;
	readonly collecting: CollectingControl;
	readonly stopping: StoppingControl;
	/** Connects it to its data. `isFirst`: the configuration says how the screen begins. Rejects where there is none. */
	readonly connect: (opened: OpenSources, isFirst: boolean) => Promise<void>;
	/** It is seen from now on, in the place of another one. */
	readonly show: (from: State) => void;
	/** It is seen no more: nothing asks, but what happens there is still heard, and its run goes on. */
	readonly hide: () => void;
	readonly close: () => void;
};

/** What a session needs of the screen. */
export type Host = {
	readonly clock: Clock;
	/** Something has happened on the server that is seen. */
	readonly happened: (event: Event) => void;
	/** Something else that is seen has changed. */
	readonly redraw: () => void;
	/** An answer came: what comes in one burst is drawn together. */
	readonly answered: () => void;
	/** What stands below the lists of the server that is seen, about their chosen rows. */
	readonly beneath: () => readonly Instance[];
	/** Words at the bottom that are an answer. */
	readonly tell: (words: string) => void;
	/** A rule of the configuration tells something, of a server that is seen or not. */
	readonly noticed: (notice: Notice, ways: NoticeWays) => void;
	/** Settings are there. */
	readonly settled: (session: Session) => void;
};

export const createSession = (first: State, isShown: boolean, host: Host): Session => {
	const {clock} = host;
	let state = first;
	let opened: OpenSources | null = null;
	let feeds: Feeds | null = null;
	let isSeen = isShown;
	let isClosed = false;
	let unlisten = (): void => {};

	const follow = (): void => feeds?.follow(state, [...visibleInstances(state, layoutFor(state)), ...host.beneath()]);

	/** An answer may bring the row that something is asked about. */
	const answered = (): void => {
		if (isSeen) follow();
		host.answered();
	};

	const dispatch = (event: Event): void => {
		// The run that closing cancels ends a moment later, and must start no feeds.
		if (isClosed) return;
		state = reduce(state, event);
		if (!isSeen) return;
		follow();
		host.happened(event);
	};

	const collecting = createCollecting(clock, dispatch);
	const stopping = createStopping(host.tell);

	/** The newest days of a first fill tell the server's zone, long before it ends. */
	const learnZone = async (): Promise<void> => {
		if (state.settings?.timezone !== null || !opened) return;
		const {timezone} = await opened.sources.settings(null);
		if (timezone !== null) dispatch({type: 'zone', timezone});
	};

	/** A new engine has read the configuration anew; what it is asked now may have changed meanwhile. */
	const welcome = async ({sources}: OpenSources): Promise<void> => {
		const settings = await sources.settings(null);
		if (isClosed) return;
		dispatch({type: 'settings', settings});
		if (isSeen) feeds?.refresh();
	};

	const hear = (event: SourcesEvent): void => {
		if (event.type === 'engine') {
			dispatch({type: 'engine', trouble: event.trouble});
			if (event.trouble === null && opened) welcome(opened).catch(() => undefined);
			return;
		}
		if (event.type === 'activity') {
			if (!isSeen) return;
			feeds?.askActivity();
			// What is noted of it costs no server anything.
			feeds?.renew('health');
			return;
		}
		const mayTellZone = event.type === 'zone' || (event.type === 'syncing' && event.progress === null);
		if (mayTellZone) learnZone().catch(() => undefined);
		if (event.type === 'syncing') dispatch({type: 'syncing', progress: event.progress});
		if (event.type === 'progress') collecting.progress(event.progress);
		if (event.type === 'run-ended') collecting.ended(event.summary);
		if (event.type === 'odd') dispatch(event);
		if (event.type === 'notice') host.noticed(event.notice, event.ways);
		const isUnderWay = event.type === 'syncing' && event.progress !== null;
		if (!isSeen || isUnderWay || event.type === 'progress' || event.type === 'odd') return;
		// The end of a run or a sync is told once more by `stored`, where it changed anything.
		if (event.type === 'stored' || event.type === 'zone') feeds?.renew('stored');
		feeds?.renew('health');
	};

	/** What was last answered is seen again at once, as old as it is. */
	const startFeeds = (): void => {
		if (!opened || !isSeen) return;
		if (feeds) feeds.wake();
		else feeds = createFeeds(opened.sources, state, clock, answered);
		follow();
		host.redraw();
	};

	const session: Session = {
		state: () => state,
		dispatch,
		feeds: () => feeds,
		collecting,
		stopping,
		connect: async (connected, isFirst) => {
			unlisten = connected.listen(hear);
			const settings = await connected.sources.settings(null);
			if (isClosed) return;
			opened = connected;
			state = reduce(state, {type: isFirst ? 'opened' : 'settings', settings});
			host.settled(session);
			collecting.connect(connected.sources);
			stopping.connect(connected.sources);
			startFeeds();
		},
		show: from => {
			state = carry(from, state);
			isSeen = true;
			startFeeds();
			host.redraw();
		},
		hide: () => {
			isSeen = false;
			feeds?.rest();
		},
		close: () => {
			isClosed = true;
			unlisten();
			collecting.close();
			feeds?.rest();
		},
	};
	return session;
};
