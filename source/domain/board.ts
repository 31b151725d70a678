import type {Snapshot} from './collection.ts';
import type {YAxis} from './media.ts';
import type {Days} from './period.ts';

/** What to rank, and how. `days` is one of the stored windows. */
export type BoardQuery = {
	readonly days: Days;
	readonly yAxis: YAxis;
	/** Type of the members (movie, show, …); absent: all. */
	readonly mediaType?: string | undefined;
	/** Name of the library, compared case-blind; absent: all. */
	readonly library?: string | undefined;
	/** Title of one collection, compared whole and case-blind; absent: all. */
	readonly name?: string | undefined;
};

/** A line of the leaderboard: the newest snapshot of one collection, its numbers in the asked window, its rank. */
export type BoardRow = {
	readonly snapshot: Snapshot;
	readonly rank: number;
	readonly plays: number;
	readonly playedSeconds: number;
	readonly uniqueUsers: number | null;
	/** Members with plays in the asked window; null where nobody counted. */
	readonly itemsWithPlays: number | null;
	/** Places gained (+) or lost (-) in seven days; null where unknown. */
	readonly rankChange: number | null;
	/** True where others have a rank of seven days ago and this one has none. */
	readonly isNew: boolean;
};

/** The leaderboard. */
export type Board = {
	readonly days: Days;
	readonly rows: readonly BoardRow[];
	/** False: no snapshots of seven to ten days ago, so there is no movement to show. */
	readonly hasMovement: boolean;
	/** Unix seconds of the newest snapshot; null: there are none. */
	readonly collectedAt: number | null;
};

/** Plays of collections week by week, oldest first. */
export type WeeklyPlays = {
	/** First and last day of each, in the server's calendar: YYYY-MM-DD. */
	readonly weeks: ReadonlyArray<{readonly from: string; readonly to: string}>;
	/** One a collection that was played; a number a week. */
	readonly rows: ReadonlyArray<{readonly ratingKey: string; readonly plays: readonly number[]}>;
};
