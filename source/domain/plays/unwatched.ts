import type {Narrowing} from './narrowing.ts';
import type {Coverage} from './plays.ts';

/** What is looked at as one: films, whole shows and artists; films, shows, seasons, artists or albums alone. */
export const levels = ['titles', 'films', 'shows', 'seasons', 'artists', 'albums'] as const;

export type Level = (typeof levels)[number];

/** never: no play is known. idle: the last play is before a day. rest: played since, or nobody knows when. */
export type IdleState = 'never' | 'idle' | 'rest';

/** `since`: a day of the server's calendar, YYYY-MM-DD; null: 365 days ago. Libraries, types, titles and collections narrow. */
export type UnwatchedQuery = {
	readonly level: Level;
	readonly since: string | null;
	/** True: idle titles are rows too. */
	readonly withIdle: boolean;
	readonly where: Narrowing;
	readonly limit: number;
};

/** A title that could go. */
export type UnwatchedTitle = {
	readonly ratingKey: string;
	readonly title: string;
	/** movie, show, season, artist, album; episode or track where Plex names no parents. */
	readonly type: string;
	readonly sectionId: string;
	readonly library: string;
	/** How many films, episodes or tracks. */
	readonly items: number;
	/** Bytes; a file that serves several of its items counts once. Null: Plex does not say. */
	readonly size: number | null;
	/** Unix seconds, of its first and its last item; null: Plex does not say. */
	readonly firstAddedAt: number | null;
	readonly lastAddedAt: number | null;
	/** Unix seconds of the last play; null: never. */
	readonly lastAt: number | null;
	/** True: it was there before the records begin, so it may have been played all the same. */
	readonly maybeBeforeRecords: boolean;
	/** Names of the collections that it, its parents or its items are in; null: not read yet. */
	readonly collections: readonly string[] | null;
};

/** Titles and what they take: a file that several titles share counts once, and where the most played of them is. */
export type IdleSum = {
	readonly titles: number;
	/** Bytes; null: Plex says of none. */
	readonly size: number | null;
	/** Titles whose size is not known. */
	readonly unsized: number;
};

export type IdleSums = {readonly all: IdleSum} & {readonly [State in IdleState]: IdleSum};

/** A library as Plex listed it. */
export type ListedLibrary = {
	readonly sectionId: string;
	readonly name: string;
	/** Unix seconds. */
	readonly listedAt: number;
	/** True: Plex has changed it since. */
	readonly isChanged: boolean;
};

export type UnwatchedAnswer = {
	/** The largest first, up to the limit. */
	readonly rows: readonly UnwatchedTitle[];
	/** How many rows there are in all. */
	readonly total: number;
	readonly sums: IdleSums;
	/** Of the titles that were never played: those that may have been before the records. */
	readonly maybes: number;
	/** How many titles of each type there are. */
	readonly types: Readonly<Record<string, number>>;
	/** Unix seconds: before it lies the last play of idle titles. */
	readonly since: number;
	/** Unix seconds of the first play that is known; null: none is. */
	readonly recordsFrom: number | null;
	readonly libraries: readonly ListedLibrary[];
	/** Libraries that Tautulli has and Plex did not list. */
	readonly unlisted: readonly string[];
	readonly coverage: Coverage;
};

/** What a library holds and takes, by films, whole shows and artists. */
export type LibrarySize = ListedLibrary & {readonly sums: IdleSums};
