import {type Activity, identityOf} from '../../domain/session.ts';
import {createSharing} from '../../http/share.ts';
import type {Playing} from '../../plex/notifications.ts';
import type {Ticker} from '../ticker.ts';
import {createExpected} from './expected.ts';
import {playedOn} from './played-on.ts';

/** Who is watching: from Tautulli, asked when Plex tells that something happens, and seldom while it does not. */
export type LiveActivity = {
	/** The last answer while it holds, else a new one. */
	readonly answer: (signal?: AbortSignal) => Promise<Activity>;
	/** Plex tells of a stream. */
	readonly told: (playing: Playing) => void;
	/** Plex is heard again, or no more: what happened meanwhile was not told. */
	readonly lineChanged: () => void;
	/** True while nobody watches, and Plex would tell who begins. */
	readonly isQuiet: () => boolean;
	/** The last answer holds no more. */
	readonly forget: () => void;
	readonly stop: () => void;
};

export type LiveDeps = {
	/** Asks Tautulli. */
	readonly ask: (signal: AbortSignal) => Promise<Activity>;
	/** True while nothing can happen without being told. */
	readonly isListening: () => boolean;
	/** Whoever shows the streams should ask for them now. */
	readonly changed: () => void;
	readonly ticker: Ticker;
};

/** How long an answer holds while Plex is heard and tells nothing: speeds and rates of streams are never told. */
const watchedMs = 30_000;
const quietMs = 120_000;

/** Tautulli may need a moment until it knows what Plex has told. */
const pausesMs = [0, 300, 600, 1200, 2400];

/** More questions in a minute would cost more than asking every few seconds does: then it is that. */
const mostAMinute = 20;
const calmMs = 5000;

/** What can be told of the streams of an answer. */
const standing = ({sessions}: Activity): string =>
	JSON.stringify(sessions.map(session => [identityOf(session), session.state]));

export const createLiveActivity = ({ask, isListening, changed, ticker}: LiveDeps): LiveActivity => {
	const share = createSharing<Activity>();
	const expected = createExpected();
	const stopping = new AbortController();
	let last: {readonly activity: Activity; readonly at: number; readonly knows: number} | null = null;
	/** How often Plex told news: a question from before that cannot know of it. */
	let news = 0;
	let stood: string | null = null;
	/** When questions were asked because of what Plex told. */
	let asked: readonly number[] = [];
	let step = 0;
	let chase: 'none' | 'waiting' | 'asking' = 'none';
	let dueAt = 0;
	let callOff = (): void => {};

	const keep = (activity: Activity, knows: number): void => {
		if (last && last.knows > knows) return;
		last = {activity, at: ticker.now(), knows};
		expected.answered(activity);
		const stands = standing(activity);
		const isNew = stands !== stood;
		stood = stands;
		if (isNew && isListening()) changed();
	};

	const askNow = (signal?: AbortSignal): Promise<Activity> => {
		const knows = news;
		return share(`activity ${knows}`, signal, async signals => {
			try {
				const activity = await ask(signals);
				keep(activity, knows);
				return activity;
			} catch (error) {
				last = null;
				throw error;
			}
		});
	};

	/** What Plex has told and the answer does not show is not to be passed over: who asks whether nobody plays acts upon it. */
	const holdsMs = (): number => {
		if (!last || !isListening() || expected.isOpen()) return 0;
		if (expected.isDoubted()) return calmMs;
		return last.activity.streamCount === 0 ? quietMs : watchedMs;
	};

	/** True: it was answered. */
	const askByItself = async (): Promise<boolean> => {
		asked = [...asked.filter(at => ticker.now() - at < 60_000), ticker.now()];
		try {
			await askNow(stopping.signal);
			return true;
		} catch {
			// Whoever shows it asks too, and hears why.
			if (!stopping.signal.aborted) changed();
			return false;
		}
	};

	const go = async (): Promise<void> => {
		chase = 'asking';
		if (await askByItself()) next();
		else {
			expected.giveUp();
			chase = 'none';
		}
	};

	/** A question that comes sooner stays: news after news must not put it off for ever. */
	const wait = (ms: number): void => {
		if (chase === 'waiting' && dueAt <= ticker.now() + ms) return;
		callOff();
		chase = 'waiting';
		dueAt = ticker.now() + ms;
		callOff = ticker.after(ms, () => void go());
	};

	const next = (): void => {
		const pause = pausesMs[step];
		if (!expected.isOpen() || pause === undefined || stopping.signal.aborted) {
			expected.giveUp();
			chase = 'none';
			return;
		}
		step += 1;
		const isMuch = asked.filter(at => ticker.now() - at < 60_000).length >= mostAMinute;
		wait(isMuch ? Math.max(pause, calmMs) : pause);
	};

	return {
		answer: async signal => {
			const age = last ? ticker.now() - last.at : 0;
			return last && age < holdsMs() ? playedOn(last.activity, age) : await askNow(signal);
		},
		told: playing => {
			if (!expected.told(playing)) return;
			news += 1;
			step = 0;
			if (chase !== 'asking') next();
		},
		lineChanged: () => {
			last = null;
			if (isListening()) void askByItself();
			// Whether Plex is heard is on the screen, too.
			changed();
		},
		isQuiet: () => holdsMs() === quietMs,
		forget: () => {
			last = null;
		},
		stop: () => {
			callOff();
			stopping.abort();
		},
	};
};
