import {AppError, type ServerName} from '../../domain/app-error.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {repeat} from './repeat.ts';
import type {Hearing} from './standing.ts';

/** How often servers and database are looked at, and how long a pause is of which nobody said more. */
const lookSeconds = 30;

/** Where nobody watches, Tautulli is asked less often: as by a dashboard. */
const quietTimes = 1.4;

/** A key that was refused is tried again so often: nobody is there who would ask. */
const forgiveMs = 600_000;

const servers: readonly ServerName[] = ['tautulli', 'plex'];

/**
 * Asks an engine again and again, as a screen does: who is watching, which it notes then, and how everything stands. Returns
 * what ends it.
 */
export const keepAsking = (
	{sources, listen}: Pick<OpenSources, 'sources' | 'listen'>,
	refreshSeconds: number,
	hearing: Pick<Hearing, 'server' | 'local' | 'event'>,
): (() => void) => {
	const stopping = new AbortController();
	const {signal} = stopping;
	let forgivenAt = performance.now();

	const askActivity = async (): Promise<number> => {
		try {
			const {streamCount} = await sources.activity(null, signal);
			return refreshSeconds * (streamCount === 0 ? quietTimes : 1);
		} catch (error) {
			// How its server is, the next look tells.
			const known = error instanceof AppError ? error.retryAfterSeconds : undefined;
			return Math.max(refreshSeconds, known ?? lookSeconds);
		}
	};

	/** True: the key was refused. */
	const ping = async (server: ServerName): Promise<boolean> => {
		const {health} = await sources.ping({server}, signal);
		hearing.server(server, health);
		return health?.error?.code === 'unauthorized';
	};

	const forgive = async (): Promise<void> => {
		if (performance.now() - forgivenAt < forgiveMs) return;
		forgivenAt = performance.now();
		await sources.reconnect(null, signal);
		activity.now();
	};

	const look = async (): Promise<number> => {
		const asked = await Promise.allSettled([
			sources.local(null, signal).then(hearing.local),
			...servers.map(async server => {
				if (await ping(server)) await forgive();
			}),
		]);
		// An engine that has ended is told of, and asked again.
		return asked.every(({status}) => status === 'rejected') ? 1 : lookSeconds;
	};

	const activity = repeat(askActivity);
	const looks = repeat(look);
	const unlisten = listen(event => {
		hearing.event(event);
		if (event.type === 'activity') activity.now();
		if (event.type === 'run-ended') looks.now();
	});
	return () => {
		unlisten();
		activity.stop();
		looks.stop();
		stopping.abort();
	};
};
