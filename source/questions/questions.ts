import type {Board, BoardQuery, WeeklyPlays} from '../domain/board.ts';
import type {ListedTitle} from '../domain/catalogue.ts';
import type {CollectionItem, Snapshot} from '../domain/collection.ts';
import type {StoredEvent} from '../domain/events.ts';
import type {ImportReport, ImportRequest} from '../domain/importing.ts';
import type {Library} from '../domain/library.ts';
import type {LiftAnswer, LiftQuery} from '../domain/lift.ts';
import type {WindowTotal} from '../domain/period.ts';
import type {AdoptReport, AdoptRequest} from '../domain/plays/adoption.ts';
import type {ChangesAnswer, ChangesQuery} from '../domain/plays/changes.ts';
import type {EverPlayed, EverPlayedQuery} from '../domain/plays/ever-played.ts';
import type {PeaksAnswer, PeaksQuery} from '../domain/plays/graph.ts';
import type {SyncSummary} from '../domain/plays/mirror.ts';
import type {Choice} from '../domain/plays/narrowing.ts';
import type {DayAnswer, HistoryAnswer, MomentAnswer, Play, StreamData} from '../domain/plays/play.ts';
import type {PlayCounts, PlaysQuery} from '../domain/plays/plays.ts';
import type {RecapAnswer, RecapQuery} from '../domain/plays/recap.ts';
import type {RecentAnswer, RecentQuery} from '../domain/plays/recent.ts';
import type {Resolutions, ResolutionsQuery} from '../domain/plays/resolutions.ts';
import type {LibrarySize, UnwatchedAnswer, UnwatchedQuery} from '../domain/plays/unwatched.ts';
import type {LookReport, PromotionHistories, PromotionSpan} from '../domain/promotion.ts';
import type {StatedPromotion} from '../domain/rotation.ts';
import type {CollectRequest, Run, RunSummary} from '../domain/run.ts';
import type {ServerFigures} from '../domain/server-figures.ts';
import type {Activity, StoppedStream} from '../domain/session.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {BackupReport, LocalStatus, Ping, Servers} from '../domain/status.ts';
import type {CapacityAnswer} from '../domain/streams/capacity.ts';
import type {SeenStream} from '../domain/streams/seen-stream.ts';
import type {StripAnswer} from '../domain/streams/strip.ts';
import type {WhyCounts} from '../domain/streams/why.ts';

import type {
	CapacityQuery,
	ChoicesQuery,
	DayQuery,
	DaysQuery,
	EventsQuery,
	HistoryQuery,
	ItemQuery,
	LimitQuery,
	MembershipQuery,
	MomentQuery,
	NamedQuery,
	PingQuery,
	PlayQuery,
	SeenQuery,
	ServersQuery,
	StateQuery,
	StopQuery,
	StripQuery,
	SyncQuery,
	TitleQuery,
	TrendQuery,
	WeeksQuery,
	WhyQuery,
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
const questions = {
	settings: local<null, DashboardSettings>(),
	/** Throws `unreachable` with server `plex` where Tautulli answers but Plex does not: then who is watching is not known. */
	activity: live<null, Activity>(),
	/** Tautulli's libraries, as last listed where it is away. */
	libraries: local<null, readonly Library[]>(),
	/** Plays by anything, split and narrowed by anything. Throws `waiting` while the mirror cannot tell. */
	plays: stored<PlaysQuery, PlayCounts>(),
	/** Plays of all time that never fall, for counters: what the server lost counts on. Throws `waiting` until all is mirrored. */
	everPlayed: stored<EverPlayedQuery, readonly EverPlayed[]>(),
	/** The most streams at once a day: as Tautulli's graph has it, and as it really was. */
	peaks: stored<PeaksQuery, PeaksAnswer>(),
	/** The titles that a collection holds now; empty where its members have not been read yet. */
	collectionItems: stored<TitleQuery, readonly CollectionItem[]>(),
	/** Plays of every collection week by week. */
	weeks: stored<WeeksQuery, WeeklyPlays>(),
	/** A window against the one before it, which is as long. */
	changes: stored<ChangesQuery, ChangesAnswer>(),
	/** A year against the same days of the one before. Throws `not-found` where nothing is known of it. */
	recap: stored<RecapQuery, RecapAnswer>(),
	/** Newest first, without live sessions. */
	history: stored<HistoryQuery, HistoryAnswer>(),
	/** What was added to the libraries lately, and whether anyone has watched it. */
	recent: stored<RecentQuery, RecentAnswer>(),
	/** What nobody has ever played, and what not since a day. Throws `waiting` where Plex was never listed. */
	unwatched: stored<UnwatchedQuery, UnwatchedAnswer>(),
	/** What each library holds, and how much of it nobody has played; none where Plex was never listed. */
	librarySizes: stored<null, readonly LibrarySize[]>(),
	/** What Plex lists of a title; null: nothing has the key. */
	titleFacts: stored<TitleQuery, ListedTitle | null>(),
	/** What ran at a moment: everything with started <= at < stopped. */
	moment: stored<MomentQuery, MomentAnswer>(),
	/** What ran on a day, by start. */
	day: stored<DayQuery, DayAnswer>(),
	/** The play that stopped last; null: there is none. */
	lastPlay: stored<null, Play | null>(),
	/** One play; null: no row has the id. */
	play: stored<PlayQuery, Play | null>(),
	/** How a play was streamed, from Tautulli; null: it does not know the play. */
	streamData: live<PlayQuery, StreamData | null>(),
	/** When running streams of these titles began (Unix seconds), by their session keys; one that is not known is left out. */
	streamStarts: live<MembershipQuery, Readonly<Record<string, number>>>(),
	/** What tautop saw of streams while they ran: of those that it saw. */
	seenStreams: stored<SeenQuery, readonly SeenStream[]>(),
	/** Why streams were transcoded, of those that tautop saw. */
	whyTranscoded: stored<WhyQuery, WhyCounts>(),
	/** What went out over the internet, held against what the line can send: as tautop saw it, and as Plex counted before. */
	capacity: stored<CapacityQuery, CapacityAnswer>(),
	/** How many watched in the last three hours, minute by minute. */
	strip: stored<StripQuery, StripAnswer>(),
	/** The names of the collections that each of some titles is in, by its key; one without any is left out. */
	memberships: stored<MembershipQuery, Readonly<Record<string, readonly string[]>>>(),
	/** Plays by the resolution of files, and of what was sent: no history row has it, so Tautulli counts. */
	resolutions: live<ResolutionsQuery, Resolutions>(),
	/** How much more people began what was promoted. Throws `waiting` while the mirror cannot tell. */
	lift: stored<LiftQuery, LiftAnswer>(),
	/** Names for a narrowing. */
	choices: stored<ChoicesQuery, readonly Choice[]>(),
	itemStats: live<ItemQuery, WindowTotal>(),
	/** Asks both servers at once; resolves also when they are away. */
	servers: local<null, Servers>(),
	/** Every server that is configured, this one too, in their order; those that are away have troubles. */
	allServers: local<ServersQuery, readonly ServerFigures[]>(),
	/** Asks one server, so that nobody waits for the other; resolves also when it is away. */
	ping: local<PingQuery, Ping>(),
	/** From here on to `local`: from the store alone. */
	board: stored<BoardQuery, Board>(),
	trend: stored<TrendQuery, Snapshot[]>(),
	/** What is known of where collections were shown, in so many days until now. */
	promotions: stored<DaysQuery, PromotionHistories>(),
	/** Plays of an item or collection that were carried over, which are in no other number; null: none ever were. */
	adoptedPlays: stored<ItemQuery, number | null>(),
	/** What somebody stated by hand of promotions, by library and title. */
	stated: stored<null, readonly StatedPromotion[]>(),
	/** When a collection is known to have been shown, or not: from looks, imported rotations and statements, in order. */
	shown: stored<NamedQuery, readonly PromotionSpan[]>(),
	runs: stored<LimitQuery, Run[]>(),
	events: stored<EventsQuery, StoredEvent[]>(),
	local: local<null, LocalStatus>(),
	/** The user asks: a server that was given a pause, or that refused the key, is asked again with the next question. */
	reconnect: local<null, null>(),
} as const;

/** Orders change something: they are never given again by themselves. */
const orders = {
	/** Collects now. Progress goes to the listeners. Throws `busy` when another run holds the lease, `cancelled` when aborted. */
	collect: local<CollectRequest, RunSummary>(),
	/** Looks at what is promoted, and in which row: one request a library. Throws `config` without Plex, and its trouble where no library answers. */
	look: local<null, LookReport>(),
	/** Brings the mirror up to date now; `full` reads everything again, `quick` only what an answer needs. As `collect` else. */
	sync: local<SyncQuery, SyncSummary>(),
	/** Looks at histories that were set aside, or carries them over. Progress and errors as with `collect`. */
	adopt: local<AdoptRequest, AdoptReport>(),
	/** Brings in the data of another program, or only looks. Throws what is wrong with its file; as `collect` else. */
	importFile: local<ImportRequest, ImportReport>(),
	/** States that a collection was promoted, or withdraws it; returns all that is stated then. */
	state: local<StateQuery, readonly StatedPromotion[]>(),
	/** Ends a stream; returns whose and what it was. Throws `config` where that is not allowed, `not-found` where it has ended. */
	stop: local<StopQuery, StoppedStream>(),
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
