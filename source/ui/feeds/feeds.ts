import type {Sources} from '../../questions/sources.ts';
import {questionOf} from '../../views/plan/query.ts';
import type {Pace, Telling} from '../../views/plan/view.ts';
import type {Instance} from '../instances.ts';
import {pagePlace} from '../layout.ts';
import {everySeconds, type Heartbeat, type Readings} from '../shell.ts';
import {ownOf, type State} from '../state.ts';
import {createHeartbeat, type HeartbeatFeed} from './heartbeat.ts';
import {createPast, type PastFeed} from './past.ts';
import {type Clock, createPoller, type Load, type Poller} from './poller.ts';
import {troubleOf} from './reading.ts';

/** The pollers of all that can be seen: each in its pace. What cannot be seen is still. */
export type Feeds = {
	readonly readings: () => Readings;
	readonly heartbeat: () => Heartbeat;
	readonly past: PastFeed['reading'];
	/** Fits the questions to the state: what can be seen asks, what asks for something else now asks anew. */
	readonly follow: (state: State, visible: readonly Instance[]) => void;
	/** Asks at once what is of one pace and can be seen, since something has changed. */
	readonly renew: (pace: Pace) => void;
	/** Asks who is watching, and with the answer what is live. */
	readonly askActivity: () => void;
	/** The user asks: all that can be seen, of servers that were given a pause too. */
	readonly refresh: () => void;
	/** Nothing asks any more, until it is woken; what was answered stays, and is old by then. */
	readonly rest: () => void;
	readonly wake: () => void;
};

type Feed = {
	readonly pace: Pace;
	readonly isPage: boolean;
	readonly poller: Poller<Telling>;
	asked: string;
	/** Calls off a question that waits for the end of typing. */
	callOff: () => void;
	end: (() => void) | null;
	/** It will begin when the cursor rests. */
	isAwaited: boolean;
};

/** What is searched for is asked when the typing rests so long: the answers to half a word would hold up the others. */
const typingSeconds = 0.12;

/** Pollers on these sources; `changed` is called after each answer and each failure. */
export const createFeeds = (sources: Sources, first: State, clock: Clock, changed: () => void): Feeds => {
	const feeds = new Map<string, Feed>();
	let current = first;

	const askWhere = (holds: (feed: Feed) => boolean): void => {
		for (const feed of feeds.values()) if (feed.end && holds(feed)) feed.poller.ask();
	};
	const askPace = (pace: Pace): void => askWhere(feed => feed.pace === pace);
	const heartbeat: HeartbeatFeed = createHeartbeat(sources, first, clock, {
		changed,
		beat: () => askPace('live'),
		// Who has a pause need not wait for its end.
		back: () => askWhere(({poller}) => troubleOf(poller.reading()) !== null),
	});

	const past = createPast(sources, clock, changed);

	const loadOf =
		({view, query, place}: Instance): Load<Telling> =>
		(signal, previous) =>
			view.ask(
				{
					sources,
					query,
					signal,
					own: ownOf(current, view.name),
					form: place === pagePlace ? 'page' : 'pane',
					activity: heartbeat.activity,
					now: clock.now(),
				},
				previous,
			);

	const questionIn = (state: State, {view, query}: Instance): string =>
		questionOf(view, query, ownOf(state, view.name));

	const feedOf = (instance: Instance): Feed => {
		const known = feeds.get(instance.id);
		if (known) return known;
		const {pace} = instance.view;
		// What is live is asked when it is known who is watching.
		const every = pace === 'live' ? null : everySeconds(pace, current);
		const made: Feed = {
			pace,
			isPage: instance.place === pagePlace,
			poller: createPoller(loadOf(instance), every, clock),
			asked: questionIn(current, instance),
			callOff: () => {},
			end: null,
			isAwaited: false,
		};
		feeds.set(instance.id, made);
		return made;
	};

	const still = (feed: Feed): void => {
		feed.callOff();
		feed.isAwaited = false;
		feed.end?.();
		feed.end = null;
	};

	const begin = (feed: Feed, {restSeconds}: Instance): void => {
		if (feed.end || feed.isAwaited) return;
		if (restSeconds === undefined) {
			feed.end = feed.poller.listen(changed);
			return;
		}
		feed.isAwaited = true;
		feed.callOff = clock.after(restSeconds, () => {
			feed.isAwaited = false;
			feed.end = feed.poller.listen(changed);
		});
	};

	const show = (instance: Instance): void => {
		const feed = feedOf(instance);
		const question = questionIn(current, instance);
		if (question !== feed.asked) {
			feed.asked = question;
			feed.callOff();
			feed.isAwaited = false;
			const retune = (): void => feed.poller.retune(loadOf(instance));
			if (current.typing?.into === 'filter') feed.callOff = clock.after(typingSeconds, retune);
			else retune();
		}
		begin(feed, instance);
	};

	return {
		readings: () => new Map([...feeds].map(([id, {poller}]) => [id, poller.reading()])),
		heartbeat: heartbeat.heartbeat,
		past: past.reading,
		follow: (state, visible) => {
			current = state;
			past.follow(state.moment);
			const ids = new Set(visible.map(({id}) => id));
			for (const [id, feed] of feeds) {
				if (ids.has(id)) continue;
				still(feed);
				// A page that was left is forgotten, unless another one lies over it.
				if (feed.isPage && state.trail.length < Number(id.split(' ')[1])) feeds.delete(id);
			}
			for (const instance of visible) show(instance);
		},
		renew: pace => {
			for (const feed of feeds.values()) if (feed.end && feed.pace === pace) feed.poller.renew();
			if (pace === 'health') heartbeat.askHealth();
		},
		askActivity: heartbeat.askActivity,
		refresh: () => {
			// The engine hears one after the other. Where it does not answer, the questions will say so.
			sources.reconnect(null).catch(() => undefined);
			heartbeat.ask();
			askWhere(() => true);
		},
		rest: () => {
			for (const feed of feeds.values()) still(feed);
			heartbeat.rest();
			past.rest();
		},
		wake: heartbeat.wake,
	};
};
