import type {Window} from '../period.ts';
import type {Narrowing} from './narrowing.ts';
import type {Coverage} from './plays.ts';

/** A film, or what came of a show or an album, of all that was added in a window. */
export type RecentTitle = {
	/** Of the film, the show, the album. */
	readonly ratingKey: string;
	readonly title: string;
	/** movie, show, album. */
	readonly type: string;
	readonly sectionId: string;
	readonly library: string;
	/** How many films, episodes or tracks. */
	readonly items: number;
	/** Unix seconds, of the last of them. */
	readonly addedAt: number;
	/** Bytes; a file that holds several episodes counts once. Null: Plex does not say. */
	readonly size: number | null;
	/** What was played of these items, of all time; in plays a group counts once. */
	readonly plays: number;
	readonly users: number;
	/** Unix seconds; null: never. */
	readonly lastAt: number | null;
};

/** `window`: when they were added. Libraries and types narrow the titles, all else their plays. */
export type RecentQuery = {readonly window: Window; readonly where: Narrowing; readonly limit: number};

export type RecentAnswer = {
	/** The newest, up to the limit. */
	readonly rows: readonly RecentTitle[];
	/** How many there are in all, and how many of them nobody has watched. */
	readonly total: number;
	readonly unwatched: number;
	readonly coverage: Coverage;
};
