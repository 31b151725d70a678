import type {TranscodeDecision} from '../media.ts';
import type {Coverage} from './plays.ts';

/** One history row. Times are Unix seconds, ids strings, `''` where the server sent none. */
export type Play = {
	/** Null only for sessions that still run. */
	readonly rowId: number | null;
	readonly referenceId: number | null;
	/** Of a row that Tautulli joined of several: the ids of them all. */
	readonly joinedRows?: readonly number[];
	readonly startedAt: number | null;
	/** The latest start of the rows that Tautulli joined: its `date`. That of one row is its start. */
	readonly lastStartedAt: number | null;
	/** Null where it is not known, as in rows brought in from older tools. */
	readonly stoppedAt: number | null;
	readonly pausedSeconds: number;
	/** (stopped - started) - paused: can be 0 or negative, as Tautulli has it; null where it is not known. */
	readonly playedSeconds: number | null;
	/** Null where the row has none. */
	readonly userId: number | null;
	/** The friendly name that Tautulli shows, or the account name where the record is gone. */
	readonly user: string;
	readonly ratingKey: string;
	readonly parentRatingKey: string;
	readonly grandparentRatingKey: string;
	/** movie, episode, track; live TV keeps episode or movie and sets `live`. */
	readonly mediaType: string;
	readonly live: boolean;
	readonly title: string;
	readonly parentTitle: string;
	readonly grandparentTitle: string;
	readonly fullTitle: string;
	readonly guid: string;
	readonly seasonNumber: number | null;
	readonly episodeNumber: number | null;
	readonly transcodeDecision: TranscodeDecision;
	readonly platform: string;
	readonly player: string;
	readonly product: string;
	readonly location: string;
	readonly percentComplete: number | null;
	/** Name of its library; absent: not known. */
	readonly library?: string | undefined;
};

/** A page of history from the mirror, and how much there is: on the whole server, matching the question, and without its text. */
export type HistoryAnswer = {
	readonly recordsTotal: number;
	readonly recordsFiltered: number;
	readonly recordsSearched: number;
	readonly start: number;
	readonly plays: readonly Play[];
	readonly coverage: Coverage;
};

/**
 * What ran at a moment. `begins`: when the oldest play of all began (Unix seconds), before which nobody knows; null: there is none, or it is
 * not known.
 */
export type MomentAnswer = {
	readonly plays: readonly Play[];
	readonly begins: number | null;
	readonly coverage: Coverage;
};

/** What ran on a day of the server's calendar, from its first second to that of the next one (Unix seconds). */
export type DayAnswer = MomentAnswer & {readonly from: number; readonly to: number};

/** How a play was streamed, as Tautulli kept it: the file, and what was sent. `''` and null: not told. */
export type StreamData = {
	readonly sourceVideo: string;
	readonly sourceResolution: string;
	readonly sourceAudio: string;
	readonly sourceKbps: number | null;
	readonly streamVideo: string;
	readonly streamResolution: string;
	readonly streamAudio: string;
	readonly streamKbps: number | null;
};
