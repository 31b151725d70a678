import type {Minute} from '../domain/streams/minute.ts';
import {type PastLook, type PastRun, pastLooks, pastRuns} from './past.ts';
import {plexListener} from './plex/server.ts';
import {type SeenPlay, seenMinutes, seenPlays} from './seen.ts';
import {serve} from './serve.ts';
import {tautulliListener} from './tautulli/server.ts';
import {eveningZone} from './world/evening.ts';
import {createRandom, hexDigits} from './world/random.ts';
import {createWorld} from './world/world.ts';

/** What is remembered of a past, oldest first. */
type Past = {
	readonly runs: readonly PastRun[];
	readonly looks: readonly PastLook[];
	readonly plays: readonly SeenPlay[];
	readonly minutes: readonly Minute[];
};

/** How far back, in days: a demo must not make anybody wait. */
const seenDays = {looks: 365, plays: 120, minutes: 120} as const;

/** A running demo: a Tautulli and a Plex on this machine, over an invented world that lives while they run. */
export type Demo = {
	readonly tautulliUrl: string;
	readonly plexUrl: string;
	/** Tautulli's key: 32 characters. */
	readonly apiKey: string;
	/** Plex's token. */
	readonly token: string;
	/** The zone in which this Tautulli cuts its days. */
	readonly timeZone: string;
	/** What a dashboard that was open for a year would have stored; for a database that is still empty. */
	readonly past: () => Past;
	/** Takes Plex away for so many seconds of the demo's clock. */
	readonly plexDown: (seconds: number) => void;
	readonly close: () => Promise<void>;
};

/** What a demo is started with. */
export type DemoOptions = {
	/** The clock, in Unix seconds: the only one that the demo looks at. */
	readonly now: () => number;
	readonly seed: number;
	/** Absent: a zone where it is evening at the start, this machine's own one if it is. */
	readonly timeZone?: string | undefined;
	/** How many whole months the history reaches back; default two years. */
	readonly months?: number | undefined;
};

/** Builds the world and opens both servers. The same seed, zone and time give the same world. */
export const startDemo = async ({now, seed, timeZone, months}: DemoOptions): Promise<Demo> => {
	const clock = (): number => Math.floor(now());
	const zone = timeZone ?? eveningZone(clock(), Intl.DateTimeFormat().resolvedOptions().timeZone);
	const world = createWorld({seed, timeZone: zone, now: clock(), months, isLively: true});
	const random = createRandom(seed, 'secrets');
	const [apiKey, token] = [hexDigits(random, 32), hexDigits(random, 20)];
	let downUntil = Number.NEGATIVE_INFINITY;
	const contextNow = () => {
		const at = clock();
		world.advance(at);
		return {world, now: at, plexIsDown: at < downUntil};
	};
	const tautulli = await serve(tautulliListener(apiKey, contextNow));
	const plex = await serve(plexListener(token, contextNow));
	return {
		tautulliUrl: tautulli.url,
		plexUrl: plex.url,
		apiKey,
		token,
		timeZone: zone,
		past: () => {
			const {now: at} = contextNow();
			return {
				runs: pastRuns(world, at),
				looks: pastLooks(world, at, seenDays.looks),
				plays: seenPlays(world, at, seenDays.plays),
				minutes: seenMinutes(world, at, seenDays.minutes),
			};
		},
		plexDown: seconds => {
			downUntil = clock() + seconds;
		},
		close: async () => {
			await Promise.all([tautulli.close(), plex.close()]);
		},
	};
};
