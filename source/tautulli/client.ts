import type {Collection, Member} from '../domain/collection.ts';
import type {Graph, Highest} from '../domain/graph.ts';
import type {Library} from '../domain/library.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days, WindowTotal} from '../domain/period.ts';
import type {HistoryPage, StreamData} from '../domain/play.ts';
import type {Resolutions, ResolutionsQuery} from '../domain/resolutions.ts';
import type {Activity} from '../domain/session.ts';
import type {User, UserStats} from '../domain/user.ts';

export type TautulliPing = {
	/** "2.17.2", without the v. */
	readonly version: string;
	/** The name of the Plex server that Tautulli watches, from its own settings; it works while Plex is away. */
	readonly serverName: string;
	/** Tri-state: null after Tautulli's start. */
	readonly plexConnected: boolean | null;
	readonly ms: number;
};

export type GraphRequest = {readonly days: Days; readonly yAxis: YAxis};
export type HistoryRequest = {
	readonly start: number;
	readonly length: number;
	/** movie, episode, track or live; absent: all. */
	readonly mediaType?: string | undefined;
	readonly sectionId?: string | undefined;
};
export type ItemStatsRequest = {
	readonly ratingKey: string;
	/** Needed for collections: without it Tautulli answers zeros. */
	readonly mediaType?: 'collection' | undefined;
	readonly days: readonly Days[];
};

/**
 * What tautop asks Tautulli, one method a command. Every method throws AppErrors with server `tautulli`; where Tautulli
 * says "success" with the empty answer of an unreachable Plex, the error is `unreachable` with server `plex`.
 * `grouping` is always sent.
 */
export type TautulliClient = {
	/** `known`: what it said of itself lately; null: all of it is asked. */
	ping: (known: Pick<TautulliPing, 'version' | 'serverName'> | null, signal?: AbortSignal) => Promise<TautulliPing>;
	getServerStatus: (signal?: AbortSignal) => Promise<boolean | null>;
	getActivity: (signal?: AbortSignal) => Promise<Activity>;
	/** The libraries of Plex, which has no entry for Live TV. */
	getLibraries: (signal?: AbortSignal) => Promise<Library[]>;
	/** Live TV, which Tautulli counts as a library of its own; null where nobody ever watched it. */
	getLiveTv: (signal?: AbortSignal) => Promise<Library | null>;
	/** Windows in the order asked. */
	getLibraryStats: (sectionId: string, days: readonly Days[], signal?: AbortSignal) => Promise<WindowTotal[]>;
	getItemStats: (request: ItemStatsRequest, signal?: AbortSignal) => Promise<WindowTotal[]>;
	/** Unique users of all time: those that played the item and are in Tautulli's user table. */
	getItemUserStats: (ratingKey: string, mediaType?: 'collection', signal?: AbortSignal) => Promise<UserStats[]>;
	/** Newest first, without live sessions. */
	getHistory: (request: HistoryRequest, signal?: AbortSignal) => Promise<HistoryPage>;
	/** How a play of the history was streamed; null: there is no such row. */
	getStreamData: (rowId: number, signal?: AbortSignal) => Promise<StreamData | null>;
	getUsers: (signal?: AbortSignal) => Promise<User[]>;
	/** The list of all users that the API lacks, built from what it has; by plays, time, name; users without plays left out. */
	getUserStats: (days: Days, signal?: AbortSignal) => Promise<UserStats[]>;
	getPlaysByDate: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	getPlaysByHourOfDay: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	/** The three stream types by date. */
	getPlaysByStreamType: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	/** Most at once a day: `Concurrent Streams` first, then each stream type alone. */
	getConcurrentStreams: (days: Days, signal?: AbortSignal) => Promise<Graph>;
	/** Home stats' most_concurrent by series name (`Concurrent Streams` and the stream types); crosses midnight. */
	getHighestStreams: (days: Days, signal?: AbortSignal) => Promise<Record<string, Highest>>;
	/** Home stats' top users: at most `limit`, by plays or duration. */
	getHomeStats: (request: GraphRequest & {readonly limit: number}, signal?: AbortSignal) => Promise<UserStats[]>;
	/** Plays by the resolution of the file, and of what was sent. */
	getResolutions: (query: ResolutionsQuery, signal?: AbortSignal) => Promise<Resolutions>;
	/** movie, show, collection, …; null: Plex knows no such item. */
	getMediaType: (ratingKey: string, signal?: AbortSignal) => Promise<string | null>;
	/** Collections of a library, through Plex; for homes without Plex settings. Flags and uuid are unknown. */
	getCollections: (library: Library, signal?: AbortSignal) => Promise<Collection[]>;
	/** The members that Tautulli would count; empty for an empty collection, an unknown key and a dead Plex alike. */
	getChildren: (ratingKey: string, mediaType: 'collection' | 'show', signal?: AbortSignal) => Promise<Member[]>;
};
