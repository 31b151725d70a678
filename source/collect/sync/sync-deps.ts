import type {ServerZone} from '../../domain/zone.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';
import type {HistoryMirrorClient} from '../../tautulli/mirror-client.ts';

/** What the mirror's sync works with. */
export type SyncDeps = {
	readonly tautulli: HistoryMirrorClient;
	readonly mirror: Mirror;
	/** Tautulli's own zone: the windows of its history are cut by it. What is known of it may change while a sync runs. */
	readonly zone: () => ServerZone;
	/** Called when the zone was looked for, whether one fits or none does. */
	readonly zoneLooked: () => void;
	/** Unix seconds. */
	readonly now: () => number;
	/** Milliseconds, for the time left; any clock that only goes forward. */
	readonly clock: () => number;
	/** Hears of single rows that lack something: a sentence each. */
	readonly odd: (sentence: string) => void;
	/** Waits between two requests, and gives the thread back. Rejects when the signal is aborted. */
	readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** `full`: read everything again, whatever the probe says. */
export type SyncRequest = {
	readonly full: boolean;
	/**
	 * Somebody waits for an answer: nothing is done that can wait. A first fill ends where it has come back to this second
	 * (Unix seconds; null: the whole history is needed), and nothing is compared because a day has passed.
	 */
	readonly quick?: {readonly since: number | null} | undefined;
	/** A session ended since the last sync: an equal number of rows is no proof then. */
	readonly sessionEnded?: boolean | undefined;
};

/** What a run needs to count from the mirror; the store's mirror comes with the store. */
export type HistoryDeps = Omit<SyncDeps, 'mirror' | 'now'> & {
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** True when a session was seen to end since this was last asked. */
	readonly takeEnded: () => boolean;
};
