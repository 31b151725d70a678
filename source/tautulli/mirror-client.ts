import type {Days} from '../domain/period.ts';
import type {Graph} from '../domain/plays/graph.ts';
import type {MirrorPlay} from '../domain/plays/mirror.ts';
import type {User} from '../domain/user.ts';

/** A part of the history by the server's local dates (`YYYY-MM-DD`, both inside) and, where wanted, one library. */
export type WindowRequest = {
	readonly after?: string | undefined;
	readonly before?: string | undefined;
	readonly sectionId?: string | undefined;
	readonly start: number;
	/** 0: only count. */
	readonly length: number;
};

/** Rows of a window, oldest first, and how many there are in it and in the whole history. */
export type HistoryWindow = {
	readonly recordsTotal: number;
	readonly recordsFiltered: number;
	readonly plays: readonly MirrorPlay[];
	/** Rows of the page that cannot be kept, since they have no number. */
	readonly unread: number;
	/** A sentence for each row of the page that lacks something. */
	readonly odd: readonly string[];
	/** Milliseconds until the last byte. */
	readonly ms: number;
};

/** What Tautulli's tables of users and libraries say of its history: other queries than the history's own, over the same rows. */
export type PlayTable = {
	/** Rows of all users, or of all libraries, that are not deleted: the history has at least as many. */
	readonly plays: number;
	/** Starts of the newest plays that they name, newest first (Unix seconds). */
	readonly newestStarts: readonly number[];
};

/** What the mirror asks of Tautulli. Rows are never grouped and never live sessions. A failed query is never an empty window. */
export type HistoryMirrorClient = {
	/** The identifier of the Plex server that Tautulli watches, from its own settings. */
	readonly getMachineIdentifier: (signal?: AbortSignal) => Promise<string>;
	/** Libraries that Tautulli knows, Live TV included; from its own tables. */
	readonly getSectionIds: (signal?: AbortSignal) => Promise<string[]>;
	/** The cheapest question: how many rows there are, and the rows with these reference ids. At most 100. */
	readonly probeHistory: (referenceIds: readonly number[], signal?: AbortSignal) => Promise<HistoryWindow>;
	/** Users with their friendly names, but for deleted ones. */
	readonly getUsers: (signal?: AbortSignal) => Promise<User[]>;
	/** The tables that a doubted history is held against. */
	readonly getPlayTable: (signal?: AbortSignal) => Promise<PlayTable>;
	/** Plays by hour of day in the server's zone, "00" to "23", each row a play whatever the user's grouping. */
	readonly getHourlyPlays: (days: Days, signal?: AbortSignal) => Promise<Graph>;
	readonly getHistoryWindow: (request: WindowRequest, signal?: AbortSignal) => Promise<HistoryWindow>;
};
