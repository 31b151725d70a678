import {AppError, type ServerName} from '../../domain/app-error.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {repeat} from './repeat.ts';
import type {Hearing} from './standing.ts';

/** How often servers and database are looked at, and how long a pause is of which nobody said more. */
const lookSeconds = 30;

/** After a question that nobody answered. */
const soonSeconds = 5;

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
	let wasAnswered = true;

	/** Where that changes, how the servers are is looked at now. */
	const answered = (isAnswered: boolean): void => {
		if (isAnswered !== wasAnswered && !signal.aborted) looks.now();
		wasAnswered = isAnswered;
	};

	const askActivity = async (): Promise<number> => {
		try {
			const {streamCount} = await sources.activity(null, signal);
			answered(true);
			return refreshSeconds * (streamCount === 0 ? quietTimes : 1);
		} catch (error) {
			answered(false);
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

	/** True: there was an engine to ask; one that has ended is told of, and asked again soon. */
	const tried = async (work: Promise<unknown>): Promise<boolean> =>
		await work.then(
			() => true,
			() => false,
		);

	const askServers = async (): Promise<number> => {
		const asked = servers.map(async server => {
			if (await ping(server)) await forgive();
		});
		return (await tried(Promise.all(asked))) ? lookSeconds : soonSeconds;
	};

	const askLocal = async (): Promise<number> => {
		const asked = sources.local(null, signal).then(hearing.local);
		return (await tried(asked)) ? lookSeconds : soonSeconds;
	};

	const activity = repeat(askActivity);
	const looks = repeat(askServers);
	const locals = repeat(askLocal);
	const unlisten = listen(event => {
		hearing.event(event);
		if (event.type === 'activity') activity.now();
		if (event.type === 'run-ended' || (event.type === 'syncing' && event.progress === null)) locals.now();
	});
	return () => {
		unlisten();
		activity.stop();
		looks.stop();
		locals.stop();
		stopping.abort();
	};
};
