import type {Activity} from '../../domain/session.ts';
import type {PlexClient} from '../../plex/client.ts';
import type {Log} from '../log.ts';
import {realTicker} from '../ticker.ts';
import {createListener} from './listener.ts';
import {createLiveActivity} from './live-activity.ts';

/** Who is watching, as it happens where Plex tells it. */
export type Live = {
	readonly activity: (signal?: AbortSignal) => Promise<Activity>;
	/** True while Plex tells what happens; null: nobody listens. */
	readonly listening: () => boolean | null;
	/** True while nobody watches, and Plex would tell who begins. */
	readonly isQuiet: () => boolean;
	/** The user asks: what is known holds no more, and pauses end. */
	readonly reopen: () => void;
	/** A server does not answer: what it said before is not to be repeated. */
	readonly doubt: () => void;
	/** Plex is back. */
	readonly wake: () => void;
	readonly stop: () => void;
};

export type OpenLive = {
	/** Null: nobody listens, and every question goes to Tautulli. */
	readonly plex: Pick<PlexClient, 'listen'> | null;
	/** Asks Tautulli. */
	readonly ask: (signal: AbortSignal) => Promise<Activity>;
	/** Whoever shows the streams should ask for them now. */
	readonly changed: () => void;
	readonly log: Pick<Log, 'listening' | 'failed'>;
};

/** Begins to listen. */
export const openLive = ({plex, ask, changed, log}: OpenLive): Live => {
	let told = '';
	const isListening = (): boolean => listener?.isListening() ?? false;
	const activity = createLiveActivity({ask, isListening, changed, ticker: realTicker});
	const listener = plex
		? createListener(
				plex.listen,
				{
					playing: activity.told,
					changed: () => {
						log.listening(isListening());
						if (isListening()) told = '';
						activity.lineChanged();
					},
					// A server that does not let us listen is asked again and again: that is told once.
					failed: error => {
						const words = error instanceof Error ? error.message : '';
						if (words !== told) log.failed('Plex is not heard', error);
						told = words;
					},
				},
				realTicker,
			)
		: null;
	return {
		activity: activity.answer,
		listening: () => listener?.isListening() ?? null,
		isQuiet: activity.isQuiet,
		reopen: () => {
			activity.forget();
			listener?.wake();
		},
		doubt: activity.forget,
		wake: () => listener?.wake(),
		stop: () => {
			listener?.stop();
			activity.stop();
		},
	};
};
