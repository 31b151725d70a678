import type {AppErrorData} from './app-error.ts';

/** What one server answered to a ping. */
export type ServerHealth = {
	readonly ok: boolean;
	readonly error: AppErrorData | null;
	/** The server's own name, '' where it has none or did not say. */
	readonly name: string;
	readonly version: string | null;
	/** Milliseconds of the answer; null when there was none. */
	readonly ms: number | null;
	/** How many seconds its clock is ahead of this machine's, negative where it is behind. Absent or null: not known. */
	readonly clockSeconds?: number | null;
};

/** A server that said nothing, or was not asked yet. */
export const unheardHealth: ServerHealth = {ok: false, error: null, name: '', version: null, ms: null};

/** Both servers. */
export type Servers = {
	readonly tautulli: ServerHealth;
	/** Null: Plex is not configured. */
	readonly plex: ServerHealth | null;
	/** What Tautulli says of its own connection to Plex; null after its start, before the first connection. It lags by up to 30 s. */
	readonly plexConnected: boolean | null;
};

/** What a ping of one of the servers says. */
export type Ping = {
	/** Null: Plex is not configured. */
	readonly health: ServerHealth | null;
	/** As in `Servers`; null in a ping of Plex. */
	readonly plexConnected: boolean | null;
};

export type DatabaseStatus = {
	readonly path: string;
	/** Null here and below: the database is not open, so it is not known. */
	readonly bytes: number | null;
	readonly snapshots: number | null;
	/** Unix seconds of the newest snapshot; null: none. */
	readonly newest: number | null;
	/** Why it is not open, so that nothing is kept; null: it is. */
	readonly trouble: AppErrorData | null;
	/** It is open, yet what was to be written last could not be; absent or null: it could. */
	readonly unwritten?: AppErrorData | null;
	/** Sentences about the file: that it was set aside, begun anew, or works without a write-ahead log. */
	readonly warnings: readonly string[];
};

/** A copy of the database that was made. */
export type BackupReport = {readonly file: string; readonly bytes: number};

export type CollectorStatus = {
	/** True while this or another process collects. */
	readonly running: boolean;
	/** True while this or another process reads the history, which keeps runs waiting. */
	readonly reading: boolean;
	/** Unix seconds of the end of the last run; null: none. */
	readonly last: number | null;
	readonly lastCollected: number | null;
	readonly lastFailed: number | null;
	/** Unix seconds of the next scheduled run; null: no schedule. */
	readonly next: number | null;
};

/** Without a database, or before the first run. */
export const neverCollected: Omit<CollectorStatus, 'next'> = {
	running: false,
	reading: false,
	last: null,
	lastCollected: null,
	lastFailed: null,
};

/** How much of Tautulli's history the mirror holds. */
export type HistoryStatus = {
	readonly plays: number;
	/** Unix seconds since when every play is there: the oldest one where it is complete; null: none yet. */
	readonly oldest: number | null;
	/** False while the first fill has not ended: then older plays are still missing. */
	readonly complete: boolean;
	/** Unix seconds of the last look at the server; null: none has ended yet. */
	readonly syncedAt: number | null;
};

/** What was compared with Tautulli's own numbers. */
export type AuditStatus = {
	/** Unix seconds of the last comparison; null: none yet. */
	readonly checkedAt: number | null;
	/** Where the last one differed, and stayed so; null: nowhere. */
	readonly difference: string | null;
};

/** What the store and the collector know without asking any server. */
export type LocalStatus = {
	/** True: Plex tells what happens, as it happens; false: the streams are asked for again and again. Null: nobody listens. */
	readonly listening: boolean | null;
	/** Null: nothing of the history was mirrored yet. */
	readonly history: HistoryStatus | null;
	readonly audit: AuditStatus;
	readonly database: DatabaseStatus;
	readonly collector: CollectorStatus;
	readonly demo: boolean;
	/** What is noted of the mirror, of runs and of comparisons has the time of Tautulli's machine: so far it is ahead of this one's. */
	readonly aheadSeconds: number;
};
