import {AppError} from '../../domain/app-error.ts';
import type {Activity} from '../../domain/session.ts';
import type {LocalStatus} from '../../domain/status.ts';
import type {Sources} from '../../questions/sources.ts';
import {everySeconds, type Heartbeat} from '../shell.ts';
import type {State} from '../state.ts';
import {createPings, noPings} from './pings.ts';
import {type Clock, createPoller} from './poller.ts';
import {dataOf, type Reading, troubleOf} from './reading.ts';

/** Asks what has to be known whatever can be seen: who is watching, how both servers are, how the database is. */
export type HeartbeatFeed = {
	readonly heartbeat: () => Heartbeat;
	/** The answer about who is watching that everybody shares: the one that is there, or the next one. */
	readonly activity: () => Promise<Activity>;
	/** Asks who is watching now: something has happened. */
	readonly askActivity: () => void;
	/** Asks all of it now. */
	readonly ask: () => void;
	readonly askHealth: () => void;
	/** Asks no more, until it is woken; what was answered stays. */
	readonly rest: () => void;
	readonly wake: () => void;
};

/** Where nobody watches, Tautulli is asked less often: a stream that begins is seen some seconds later. */
const quietTimes = 1.4;

/** Where Plex tells what happens, only how far each one has come is still to be asked for. */
const toldTimes = 1.8;

/** Before anything was asked. */
export const noHeartbeat: Heartbeat = {activity: {state: 'waiting'}, pings: noPings, local: {state: 'waiting'}};

export type HeartbeatHears = {
	readonly changed: () => void;
	/** There is a new answer, or a new failure, about who is watching. */
	readonly beat: () => void;
	/** A server answers that was away. */
	readonly back: () => void;
};

/** What an answer about the streams says of the servers: that both are there, or which one is not. */
const servedBy = (reading: Reading<Activity>): string | null => {
	if (reading.state === 'waiting') return null;
	return reading.trouble === null ? 'both' : (reading.trouble.error.server ?? reading.trouble.error.code);
};

export const createHeartbeat = (sources: Sources, first: State, clock: Clock, hears: HeartbeatHears): HeartbeatFeed => {
	const activity = createPoller<Activity>(
		signal => sources.activity(null, signal),
		everySeconds('live', first),
		clock,
		({streamCount}) => {
			if (dataOf(local.reading())?.listening) return toldTimes;
			return streamCount === 0 ? quietTimes : 1;
		},
	);
	const local = createPoller<LocalStatus>(signal => sources.local(null, signal), everySeconds('health', first), clock);
	const back = (): void => {
		activity.ask();
		hears.back();
	};
	const pings = createPings(sources, everySeconds('health', first), clock, {changed: hears.changed, back});
	let before: Reading<Activity> = {state: 'waiting'};
	let waiting: Array<() => void> = [];

	const heard = (): void => {
		const now = activity.reading();
		const [was, is] = [servedBy(before), servedBy(now)];
		const recovered = troubleOf(before) !== null && troubleOf(now) === null;
		before = now;
		for (const go of waiting.splice(0)) go();
		hears.changed();
		hears.beat();
		if (recovered) hears.back();
		if (was !== null && was !== is) {
			pings.doubt();
			local.ask();
		}
	};

	const listen = (): readonly (() => void)[] => [activity.listen(heard), local.listen(hears.changed)];
	let ends = listen();
	return {
		heartbeat: () => ({activity: activity.reading(), local: local.reading(), pings: pings.pings()}),
		activity: async () => {
			if (activity.reading().state === 'waiting') await new Promise<void>(resolve => waiting.push(resolve));
			const reading = activity.reading();
			const trouble = troubleOf(reading);
			if (trouble) throw AppError.fromJSON(trouble.error);
			if (reading.state === 'ready') return reading.data;
			throw new AppError('cancelled', 'Nobody asks any more who is watching.');
		},
		ask: () => {
			activity.ask();
			local.ask();
			pings.ask();
		},
		// An answer under way may be older than what has happened.
		askActivity: () => activity.restart(),
		askHealth: () => local.ask(),
		rest: () => {
			for (const end of ends) end();
			pings.rest();
			for (const go of waiting.splice(0)) go();
			waiting = [];
		},
		wake: () => {
			ends = listen();
			pings.wake();
		},
	};
};
