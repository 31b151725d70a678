import type {TranscodeDecision} from '../media.ts';

/**
 * One history row as the mirror keeps it: never grouped, never a live session. Times are Unix seconds, ids strings, `''`
 * where the server sent none. Rows that older tools imported may lack a time, a user or a group: these are null.
 */
export type MirrorPlay = {
	readonly rowId: number;
	readonly referenceId: number | null;
	readonly startedAt: number | null;
	readonly stoppedAt: number | null;
	readonly pausedSeconds: number;
	readonly userId: number | null;
	/** The friendly name at the time of reading. */
	readonly user: string;
	/** False: Tautulli's record of this user is gone, so its own counts of users leave them out. */
	readonly userKnown: boolean;
	readonly ratingKey: string;
	readonly parentRatingKey: string;
	readonly grandparentRatingKey: string;
	readonly mediaType: string;
	readonly live: boolean;
	readonly transcodeDecision: TranscodeDecision;
	readonly platform: string;
	readonly title: string;
	readonly parentTitle: string;
	readonly grandparentTitle: string;
	readonly fullTitle: string;
	readonly guid: string;
	readonly player: string;
	readonly product: string;
	/** lan, wan, or `''`. */
	readonly network: string;
	/** How far the viewer came, 0 to 100; null: not told. */
	readonly percentComplete: number | null;
	readonly seasonNumber: number | null;
	readonly episodeNumber: number | null;
	readonly year: number | null;
	/** What Plex calls the player. */
	readonly machineId: string;
};

/** A part of the history by local dates of the server (days since 1970-01-01, both ends inside; null: no end). */
export type DayRange = {readonly fromDay: number | null; readonly toDay: number | null};

/** What a run of the mirror is at. Counts are plays. */
export type SyncProgress = {
	readonly step: 'probing' | 'filling' | 'catching-up' | 'comparing' | 'saving';
	/** Plays that are certain so far, and how many there are; null until known. */
	readonly done: number;
	readonly total: number | null;
	/** Unix seconds back to which every play is mirrored; null: nothing yet, or everything. */
	readonly coveredFrom: number | null;
	/** Seconds until the end at the pace so far; null: not known. */
	readonly secondsLeft: number | null;
};

/** How the mirror was brought up to date. */
export type SyncSummary = {
	/**
	 * same: the probe found nothing new. delta: what came since. part: the first fill has come as far as it was needed. filled:
	 * it has ended. compared: all was read again.
	 */
	readonly kind: 'same' | 'delta' | 'part' | 'filled' | 'compared';
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	readonly plays: number;
	readonly requests: number;
	/** Milliseconds spent waiting for Tautulli, resting for its sake, and in all. */
	readonly serverMs: number;
	readonly pausedMs: number;
	readonly totalMs: number;
	readonly warnings: readonly string[];
};

/** Which history the mirror holds, and how much of it. */
export type MirrorState = {
	readonly serverId: number;
	/** Plex's identifier as Tautulli has it. */
	readonly machineIdentifier: string;
	readonly plays: number;
	/** True once everything was read; before that, see the parts of the first fill. */
	readonly complete: boolean;
	readonly newestStop: number | null;
	readonly syncedAt: number | null;
	readonly comparedAt: number | null;
	/** Rows that Tautulli counts but never shows, or that cannot be kept: broken ones. Below 0: it shows more than it counts. */
	readonly hiddenRows: number;
};
