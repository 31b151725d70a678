import type {Measure} from '../media.ts';
import type {Window} from '../period.ts';
import type {Narrowing} from './narrowing.ts';

/** By the server's clock at a play's start. These have an axis of their own, where nothing is left out. */
export const timeGroups = ['hour', 'weekday', 'date', 'week', 'month', 'calendar'] as const;

/** By what a play is of. A title is a film, a show or an artist; an item a film, an episode or a track. */
const nameGroups = [
	'user',
	'library',
	'media',
	'decision',
	'platform',
	'player',
	'product',
	'network',
	'title',
	'item',
	'collection',
] as const;

export type TimeGroup = (typeof timeGroups)[number];
export type NameGroup = (typeof nameGroups)[number];

/** How plays are grouped and counted. `users` asks for unique users in every row, which costs more. */
export type PlaysQuery = {
	readonly by: TimeGroup | NameGroup | 'nothing';
	readonly split: 'media' | 'decision' | 'nothing';
	readonly window: Window;
	readonly where: Narrowing;
	readonly measure: Measure;
	/** At most so many rows of names, the most first; absent: 1000. */
	readonly limit?: number | undefined;
};

/** Plays and seconds of one group, or of one part of it. */
export type PlayCount = {
	/**
	 * Hour `00` to `23`, weekday `0` (Sunday) to `6`, date and week `YYYY-MM-DD` (a week's Monday), month `YYYY-MM`, calendar
	 * `weekday-hour` (`0-21`); an id or a name else. `''` with `by: 'nothing'`.
	 */
	readonly key: string;
	/** How people call it. */
	readonly name: string;
	/** The part: movie, episode, track, live; or Tautulli's word of the decision; `''` where nothing is split. */
	readonly kind: string;
	readonly plays: number;
	readonly playedSeconds: number;
	/** Null where they were not asked for. */
	readonly users: number | null;
	/** Unix seconds of the last stop; null: not known. */
	readonly lastAt: number | null;
	/** Of a user or library: Tautulli has no record of it any more. */
	readonly deleted: boolean;
};

/** How far an answer from the mirror can be relied on. */
export type Coverage = {
	/** Unix seconds: when the mirror was last compared with Tautulli. */
	readonly asOf: number;
	/** Unix seconds back to which the window is known; null: all of it. */
	readonly knownFrom: number | null;
	/** The zone that days and hours are cut in, and whether it was proven to be Tautulli's. */
	readonly zone: string;
	readonly zoneProven: boolean;
};

/**
 * What was counted. A row a group and kind, none for what is 0. `total` is the one total of the window: each play (group, where
 * grouping is on) once, so rows by hour and date may add up to more, as Tautulli's do.
 */
export type PlayCounts = {
	readonly rows: readonly PlayCount[];
	readonly total: {readonly plays: number; readonly playedSeconds: number; readonly users: number};
	/** How many names there are, whatever the limit; the bars of a time axis that have plays. */
	readonly names: number;
	/** Every key of a time axis, in its order; null with other groups. */
	readonly axis: readonly string[] | null;
	/** Unix seconds: the part of the window that is known and over; all time begins with the oldest play. */
	readonly span: {readonly from: number; readonly to: number};
	/** The kinds of media that the server has libraries for: Tautulli draws a series for each, and for no other. */
	readonly mediaKinds: readonly string[];
	readonly coverage: Coverage;
};
