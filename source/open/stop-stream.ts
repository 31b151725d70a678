import {AppError} from '../domain/app-error.ts';
import type {StoredEvent} from '../domain/events.ts';
import {type Activity, identityOf, type Session} from '../domain/session.ts';
import type {Sources} from '../questions/sources.ts';
import type {TautulliClient} from '../tautulli/client.ts';

export type StopDeps = {
	/** Null: Tautulli is switched off. */
	readonly tautulli: Pick<TautulliClient, 'terminateSession'> | null;
	/** dashboard.allow_stop. */
	readonly isAllowed: boolean;
	/** What the viewer reads; null: Plex's own words. */
	readonly message: string | null;
	/** Who is watching now, asked anew. */
	readonly activity: (signal?: AbortSignal) => Promise<Activity>;
	readonly note: (event: StoredEvent) => void;
	/** The streams have changed. */
	readonly changed: () => void;
	/** Unix seconds. */
	readonly now: () => number;
};

const notAllowed = (): AppError =>
	new AppError('config', 'Streams cannot be stopped from here.', {
		hint: 'dashboard.allow_stop: true in the configuration allows it.',
	});

const ended = (): AppError => new AppError('not-found', 'This stream has ended already.');

const wordsOf = ({user, fullTitle, player}: Session): string =>
	`${user} stopped${fullTitle === '' ? '' : `: ${fullTitle}`}${player === '' ? '' : ` on ${player}`}`;

/** Stops a stream that really runs, once, and writes it down. */
export const stopStream =
	({tautulli, isAllowed, message, activity, note, changed, now}: StopDeps): Sources['stop'] =>
	async ({session}, signal) => {
		if (!isAllowed || !tautulli) throw notAllowed();
		const found = (await activity(signal)).sessions.find(each => identityOf(each) === session);
		if (!found) throw ended();
		await tautulli.terminateSession({sessionKey: found.sessionKey, sessionId: found.sessionId, message}, signal);
		note({at: now(), kind: 'stopped', text: wordsOf(found)});
		changed();
		return {user: found.user, title: found.fullTitle};
	};
