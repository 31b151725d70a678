import type {Collection, Member} from '../domain/collection.ts';
import type {Library} from '../domain/library.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days, WindowTotal} from '../domain/period.ts';
import type {Graph} from '../domain/plays/graph.ts';
import type {StreamData} from '../domain/plays/play.ts';
import type {Resolutions, ResolutionsQuery} from '../domain/plays/resolutions.ts';
import type {Activity} from '../domain/session.ts';
import type {User} from '../domain/user.ts';
import type {TerminateRequest} from './commands/terminate-session.ts';

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
	getItemStats: (request: ItemStatsRequest, signal?: AbortSignal) => Promise<WindowTotal[]>;
	/** How a play of the history was streamed; null: there is no such row. */
	getStreamData: (rowId: number, signal?: AbortSignal) => Promise<StreamData | null>;
	/** When running streams of these titles began (Unix seconds), by their session keys. */
	getStreamStarts: (ratingKeys: readonly string[], signal?: AbortSignal) => Promise<Readonly<Record<string, number>>>;
	getUsers: (signal?: AbortSignal) => Promise<User[]>;
	getPlaysByDate: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	getPlaysByHourOfDay: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	/** The three stream types by date. */
	getPlaysByStreamType: (request: GraphRequest, signal?: AbortSignal) => Promise<Graph>;
	/** Plays by the resolution of the file, and of what was sent. */
	getResolutions: (query: ResolutionsQuery, signal?: AbortSignal) => Promise<Resolutions>;
	/** movie, show, collection, …; null: Plex knows no such item. */
	getMediaType: (ratingKey: string, signal?: AbortSignal) => Promise<string | null>;
	/** Collections of a library, through Plex; for homes without Plex settings. Flags and uuid are unknown. */
	getCollections: (library: Library, signal?: AbortSignal) => Promise<Collection[]>;
	/** The members that Tautulli would count; empty for an empty collection, an unknown key and a dead Plex alike. */
	/** Ends a stream. */
	terminateSession: (request: TerminateRequest, signal?: AbortSignal) => Promise<void>;
	getChildren: (ratingKey: string, mediaType: 'collection' | 'show', signal?: AbortSignal) => Promise<Member[]>;
};
