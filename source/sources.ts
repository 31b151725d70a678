import type {AdoptReport, AdoptRequest} from './domain/adoption.ts';
import type {ServerName} from './domain/app-error.ts';
import type {Board, BoardQuery} from './domain/board.ts';
import type {Snapshot} from './domain/collection.ts';
import type {EngineTrouble} from './domain/engine-trouble.ts';
import type {Graph, Peaks, TruePeakDays} from './domain/graph.ts';
import type {LibraryStats} from './domain/library.ts';
import type {YAxis} from './domain/media.ts';
import type {SyncSummary} from './domain/mirror.ts';
import type {Days, WindowTotal} from './domain/period.ts';
import type {HistoryPage} from './domain/play.ts';
import type {CollectRequest, Progress, Run, RunSummary, StoredEvent} from './domain/run.ts';
import type {Activity} from './domain/session.ts';
import type {DashboardSettings} from './domain/settings.ts';
import type {BackupReport, LocalStatus, Ping, Servers} from './domain/status.ts';
import type {UserStats} from './domain/user.ts';

export type GraphQuery = {readonly days: Days; readonly yAxis: YAxis};
export type DaysQuery = {readonly days: Days};
/** Which graphs of the mirror are wanted. */
export type MirroredQuery = GraphQuery & {readonly graphs: ReadonlyArray<'hours' | 'days' | 'types' | 'peaks'>};
/** Those that were asked for, and when the mirror was last compared with the server (Unix seconds). */
export type MirroredGraphs = {
	readonly at: number;
	readonly hours?: Graph;
	readonly days?: Graph;
	readonly types?: Graph;
	readonly peaks?: Peaks;
};
export type HistoryQuery = {
	readonly limit: number;
	readonly start: number;
	/** movie, episode, track or live; absent: all. */
	readonly mediaType?: string | undefined;
	/** Name of the library, compared case-blind; absent: all. */
	readonly library?: string | undefined;
};
export type ItemQuery = {readonly ratingKey: string; readonly days: Days};
export type PingQuery = {readonly server: ServerName};
export type LimitQuery = {readonly limit: number};
/** Snapshots of one collection, oldest first. */
export type TrendQuery = {readonly sectionUuid: string; readonly ratingKey: string; readonly sinceDays: Days};

/** What a listener hears: a run going on, a run's end, or that stored data changed (by us or by another process). */
export type SourcesEvent =
	| {readonly type: 'progress'; readonly progress: Progress}
	| {readonly type: 'run-ended'; readonly summary: RunSummary}
	/** The mirror is being filled or brought up to date outside of a run; null: that has ended. */
	| {readonly type: 'syncing'; readonly progress: Progress | null}
	/** One odd thing in an answer, which cost itself and no more: a sentence that names it, told once. */
	| {readonly type: 'odd'; readonly sentence: string}
	| {readonly type: 'stored'}
	/** The process that answers has ended, or does not answer; null: it is there again. */
	| {readonly type: 'engine'; readonly trouble: EngineTrouble | null};

type Asks<Query, Answer> = {readonly query: Query; readonly answer: Answer};

/** Every question with what it takes and what it answers. */
export type Questions = {
	readonly settings: Asks<null, DashboardSettings>;
	/** Throws `unreachable` with server `plex` where Tautulli answers but Plex does not: then who is watching is not known. */
	readonly activity: Asks<null, Activity>;
	/** Plays by hour of day: categories 00 to 23, one series a media type. */
	readonly hours: Asks<GraphQuery, Graph>;
	/** Plays by date, oldest first; with Tautulli's Total. */
	readonly days: Asks<GraphQuery, Graph>;
	/**
	 * Plays by stream type by date, joined with the maximum of concurrent streams a day (never seconds): Tautulli's, else the
	 * mirror's, else not known.
	 */
	readonly types: Asks<GraphQuery, Graph>;
	/** Tautulli's; what it fails to tell is counted from the mirror where that can be. */
	readonly peaks: Asks<DaysQuery, Peaks>;
	/** By plays, then time, then name; users without plays are left out. */
	readonly users: Asks<DaysQuery, UserStats[]>;
	readonly libraries: Asks<DaysQuery, LibraryStats[]>;
	/** Newest first, without live sessions. */
	readonly history: Asks<HistoryQuery, HistoryPage>;
	readonly itemStats: Asks<ItemQuery, WindowTotal>;
	/** Asks both servers at once; resolves also when they are away. */
	readonly servers: Asks<null, Servers>;
	/** Asks one server, so that nobody waits for the other; resolves also when it is away. */
	readonly ping: Asks<PingQuery, Ping>;
	/** From here on to `local`: from the store alone. */
	readonly board: Asks<BoardQuery, Board>;
	readonly trend: Asks<TrendQuery, Snapshot[]>;
	/** The mirror's own peaks by date; null while it does not hold the whole history. */
	readonly truePeaks: Asks<DaysQuery, TruePeakDays | null>;
	/** A graph counted from the mirror alone, at once and with every server away; null while it does not hold the whole history. */
	readonly mirrored: Asks<MirroredQuery, MirroredGraphs | null>;
	/** Plays of an item or collection that were carried over, which are in no other number; null: none ever were. */
	readonly adoptedPlays: Asks<ItemQuery, number | null>;
	readonly runs: Asks<LimitQuery, Run[]>;
	readonly events: Asks<LimitQuery, StoredEvent[]>;
	readonly local: Asks<null, LocalStatus>;
	/** Collects now. Progress goes to the listeners. Throws `busy` when another run holds the lease, `cancelled` when aborted. */
	readonly collect: Asks<CollectRequest, RunSummary>;
	/** Brings the mirror up to date now; `full` reads everything again. Progress and errors as with `collect`. */
	readonly sync: Asks<{readonly full: boolean}, SyncSummary>;
	/** The user asks: a server that was given a pause, or that refused the key, is asked again with the next question. */
	readonly reconnect: Asks<null, null>;
	/** Looks at histories that were set aside, or carries them over. Progress and errors as with `collect`. */
	readonly adopt: Asks<AdoptRequest, AdoptReport>;
	/** Copies the database as a new file (an absolute path) while everything runs; throws `store` where one exists. */
	readonly backup: Asks<{readonly file: string}, BackupReport>;
};

/** The names of the questions: what may cross between screen and engine. */
export type Question = keyof Questions;
export type QueryOf<Q extends Question> = Questions[Q]['query'];
export type AnswerOf<Q extends Question> = Questions[Q]['answer'];

/** Questions that change something: they are never asked again by themselves. */
const orders: readonly Question[] = ['collect', 'sync', 'adopt', 'backup'];

export const isOrder = (question: Question): boolean => orders.includes(question);

/**
 * Everything that panes and commands ask. Asynchronous, and every value survives JSON, since the dashboard holds a proxy
 * of it in another process. Failures are AppErrors; a failed request is never a zero. An aborted signal ends the question
 * with code `cancelled`.
 */
export type Sources = {
	readonly [Q in Question]: (query: QueryOf<Q>, signal?: AbortSignal) => Promise<AnswerOf<Q>>;
};

/** A Sources that is open: who listens, and how it ends. */
export type OpenSources = {
	readonly sources: Sources;
	/** Returns the function that ends the listening. */
	readonly listen: (listener: (event: SourcesEvent) => void) => () => void;
	/** Ends runs, requests and the database; never throws. */
	readonly close: () => Promise<void>;
};
