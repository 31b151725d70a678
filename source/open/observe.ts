import {AppError, type ErrorCode, type ServerName, serverTitles} from '../domain/app-error.ts';
import type {StoredEvent} from '../domain/events.ts';
import {type Activity, identityOf, type Session} from '../domain/session.ts';

/** Watches the answers about who is watching go by, and notes what is worth a line. */
export type Observer = {
	/** Passes the answer on as it is. */
	readonly observe: (asked: Promise<Activity>) => Promise<Activity>;
	/** True when a stream has ended since this was last asked: it is a new play then. */
	readonly takeEnded: () => boolean;
};

const awayCodes: ReadonlySet<ErrorCode> = new Set(['unreachable', 'timeout', 'server-error', 'bad-answer']);

/** The server that a failure says is away; a refused key or a cancelled question says nothing about that. */
export const awayServer = (error: unknown): ServerName | null =>
	error instanceof AppError && awayCodes.has(error.code) ? (error.server ?? null) : null;

type StreamTrouble = 'buffering' | 'slow-transcode';

const span = (seconds: number): string => {
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
	return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
};

/** What is wrong with a stream right now, as the kind of its event; null: nothing. */
const troubleOf = ({state, transcodeDecision, transcodeSpeed, transcodeThrottled}: Session): StreamTrouble | null => {
	if (state === 'buffering') return 'buffering';
	const slow = transcodeDecision === 'transcode' && transcodeSpeed !== null && transcodeSpeed > 0 && transcodeSpeed < 1;
	return slow && !transcodeThrottled ? 'slow-transcode' : null;
};

const troubleWords: Readonly<Record<StreamTrouble, string>> = {
	buffering: 'buffering',
	'slow-transcode': 'slow transcode',
};

const troubleText = ({user, fullTitle}: Session, trouble: StreamTrouble): string =>
	`${user} ${troubleWords[trouble]}${fullTitle === '' ? '' : `: ${fullTitle}`}`;

/** A stream that buffers, plays and buffers again is one story: told once in this many seconds. */
const quietSeconds = 600;

/** Each trouble of a stream, and each absence of a server, is one event at its begin; a return is another. */
export const createObserver = (
	now: () => number,
	saveEvent: (event: StoredEvent) => void,
	sessionEnded: () => void = () => undefined,
): Observer => {
	const awaySince = new Map<ServerName, number>();
	const toldAt = new Map<string, number>();
	let watched = new Set<string>();
	let ended = false;

	const back = (server: ServerName): void => {
		const since = awaySince.get(server);
		if (since === undefined) return;
		awaySince.delete(server);
		saveEvent({at: now(), kind: `${server}-back`, text: `${serverTitles[server]} back, away ${span(now() - since)}`});
	};

	const answered = ({sessions}: Activity): void => {
		back('tautulli');
		back('plex');
		for (const [key, at] of toldAt) if (now() - at >= quietSeconds) toldAt.delete(key);
		for (const session of sessions) {
			const trouble = troubleOf(session);
			const key = `${identityOf(session)} ${trouble}`;
			if (!trouble || toldAt.has(key)) continue;
			toldAt.set(key, now());
			saveEvent({at: now(), kind: trouble, text: troubleText(session, trouble)});
		}
		const keys = new Set(sessions.map(identityOf));
		if ([...watched].some(key => !keys.has(key))) {
			ended = true;
			sessionEnded();
		}
		watched = keys;
	};

	const failed = (error: unknown): void => {
		const server = awayServer(error);
		if (!server) return;
		// Tautulli answered, or we would not know that Plex is away.
		if (server === 'plex') back('tautulli');
		if (awaySince.has(server)) return;
		awaySince.set(server, now());
		saveEvent({at: now(), kind: `${server}-lost`, text: `${serverTitles[server]} away`});
	};

	return {
		takeEnded: () => {
			const had = ended;
			ended = false;
			return had;
		},
		observe: async asked => {
			try {
				const activity = await asked;
				answered(activity);
				return activity;
			} catch (error) {
				failed(error);
				throw error;
			}
		},
	};
};
