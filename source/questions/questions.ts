import type {AdoptReport, AdoptRequest} from '../domain/adoption.ts';
import type {Board, BoardQuery} from '../domain/board.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {Graph, Peaks, TruePeakDays} from '../domain/graph.ts';
import type {LibraryStats} from '../domain/library.ts';
import type {SyncSummary} from '../domain/mirror.ts';
import type {WindowTotal} from '../domain/period.ts';
import type {HistoryPage} from '../domain/play.ts';
import type {CollectRequest, Run, RunSummary, StoredEvent} from '../domain/run.ts';
import type {Activity} from '../domain/session.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {BackupReport, LocalStatus, Ping, Servers} from '../domain/status.ts';
import type {UserStats} from '../domain/user.ts';

import type {
	DaysQuery,
	GraphQuery,
	HistoryQuery,
	ItemQuery,
	LimitQuery,
	MirroredGraphs,
	MirroredQuery,
	PingQuery,
	TrendQuery,
} from './queries.ts';

/** Who answers a question: what is away decides what can still be answered. */
export type Answerer = 'tautulli' | 'store' | 'local';

/** A question as it runs: who answers it. What it takes and what comes back are types alone. */
class Asked<Query, Answer, By extends Answerer = Answerer> {
	declare readonly query: Query;
	declare readonly answer: Answer;
	readonly by: By;
	constructor(by: By) {
		this.by = by;
	}
}

/** Answered by Tautulli, at the moment of asking. */
const live = <Query, Answer>() => new Asked<Query, Answer, 'tautulli'>('tautulli');
/** Answered by the database alone: with every server away too. */
const stored = <Query, Answer>() => new Asked<Query, Answer, 'store'>('store');
/** Answered by whoever is there: both servers, or the program itself. */
const local = <Query, Answer>() => new Asked<Query, Answer, 'local'>('local');

/** Questions change nothing, so they may be asked again. */
export const questions = {
	settings: local<null, DashboardSettings>(),
	/** Throws `unreachable` with server `plex` where Tautulli answers but Plex does not: then who is watching is not known. */
	activity: live<null, Activity>(),
	/** Plays by hour of day: categories 00 to 23, one series a media type. */
	hours: live<GraphQuery, Graph>(),
	/** Plays by date, oldest first; with Tautulli's Total. */
	days: live<GraphQuery, Graph>(),
	/**
	 * Plays by stream type by date, joined with the maximum of concurrent streams a day (never seconds): Tautulli's, else the
	 * mirror's, else not known.
	 */
	types: live<GraphQuery, Graph>(),
	/** Tautulli's; what it fails to tell is counted from the mirror where that can be. */
	peaks: live<DaysQuery, Peaks>(),
	/** By plays, then time, then name; users without plays are left out. */
	users: live<DaysQuery, UserStats[]>(),
	libraries: live<DaysQuery, LibraryStats[]>(),
	/** Newest first, without live sessions. */
	history: live<HistoryQuery, HistoryPage>(),
	itemStats: live<ItemQuery, WindowTotal>(),
	/** Asks both servers at once; resolves also when they are away. */
	servers: local<null, Servers>(),
	/** Asks one server, so that nobody waits for the other; resolves also when it is away. */
	ping: local<PingQuery, Ping>(),
	/** From here on to `local`: from the store alone. */
	board: stored<BoardQuery, Board>(),
	trend: stored<TrendQuery, Snapshot[]>(),
	/** The mirror's own peaks by date; null while it does not hold the whole history. */
	truePeaks: stored<DaysQuery, TruePeakDays | null>(),
	/** A graph counted from the mirror alone, at once and with every server away; null while it does not hold the whole history. */
	mirrored: stored<MirroredQuery, MirroredGraphs | null>(),
	/** Plays of an item or collection that were carried over, which are in no other number; null: none ever were. */
	adoptedPlays: stored<ItemQuery, number | null>(),
	runs: stored<LimitQuery, Run[]>(),
	events: stored<LimitQuery, StoredEvent[]>(),
	local: local<null, LocalStatus>(),
	/** The user asks: a server that was given a pause, or that refused the key, is asked again with the next question. */
	reconnect: local<null, null>(),
} as const;

/** Orders change something: they are never given again by themselves. */
export const orders = {
	/** Collects now. Progress goes to the listeners. Throws `busy` when another run holds the lease, `cancelled` when aborted. */
	collect: local<CollectRequest, RunSummary>(),
	/** Brings the mirror up to date now; `full` reads everything again. Progress and errors as with `collect`. */
	sync: local<{readonly full: boolean}, SyncSummary>(),
	/** Looks at histories that were set aside, or carries them over. Progress and errors as with `collect`. */
	adopt: local<AdoptRequest, AdoptReport>(),
	/** Copies the database as a new file (an absolute path) while everything runs; throws `store` where one exists. */
	backup: local<{readonly file: string}, BackupReport>(),
} as const;

const all = {...questions, ...orders};

type All = typeof all;

/** The names of the questions and orders: what may cross between screen and engine. */
export type Question = keyof All;
export type QueryOf<Q extends Question> = All[Q]['query'];
export type AnswerOf<Q extends Question> = All[Q]['answer'];

export const isOrder = (name: Question): boolean => Object.hasOwn(orders, name);

const isQuestion = (name: string): name is Question => Object.hasOwn(all, name);

/** Every name, orders last. */
export const questionNames: readonly Question[] = Object.keys(all).filter(isQuestion);

/** The names of the questions that this one answers. */
export type AskedOf<By extends Answerer> = {
	[Q in keyof typeof questions]: (typeof questions)[Q]['by'] extends By ? Q : never;
}[keyof typeof questions];

const isAskedOf = <By extends Answerer>(name: Question, by: By): name is AskedOf<By> => all[name].by === by;

export const askedOf = <By extends Answerer>(by: By): readonly AskedOf<By>[] =>
	questionNames.filter((name): name is AskedOf<By> => isAskedOf(name, by) && !isOrder(name));
