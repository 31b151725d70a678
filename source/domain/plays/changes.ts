import type {Window} from '../period.ts';
import type {Narrowing} from './narrowing.ts';
import type {Coverage} from './plays.ts';

/** By what changes are told. */
export const changeGroups = ['library', 'user', 'title', 'platform'] as const;

export type ChangeGroup = (typeof changeGroups)[number];

/**
 * A window and the one before it, as long; or this month (`month`) and the same days of last month, up to the same time of the day.
 * `at`: a past moment (Unix seconds) instead of now.
 */
export type Compared = Window | {readonly month: 'this'; readonly at?: number | undefined};

export type ChangesQuery = {
	readonly window: Compared;
	readonly where: Narrowing;
	readonly groups: readonly ChangeGroup[];
};

/** What was played in a window. */
export type Played = {readonly plays: number; readonly playedSeconds: number; readonly users: number};

/** The same of all of it. */
export type PlayedInAll = Played & {
	/** Plays that were transcoded, and those whose way is known. */
	readonly transcodes: number;
	readonly decided: number;
	/** The most streams at once, within the window, and since when (Unix seconds); null: there was none. */
	readonly most: {readonly count: number; readonly at: number} | null;
};

/** One name in this window and in the one before. */
export type NamedChange = {
	readonly group: ChangeGroup;
	readonly key: string;
	readonly name: string;
	readonly deleted: boolean;
	readonly now: Played;
	readonly before: Played;
};

/** Unix seconds, the first inside and the second outside; null: no end. */
export type WindowSpan = {readonly from: number; readonly to: number | null};

export type ChangesAnswer = {
	readonly spans: {readonly now: WindowSpan; readonly before: WindowSpan};
	readonly now: PlayedInAll;
	readonly before: PlayedInAll;
	readonly names: readonly NamedChange[];
	/** Unix seconds: our records begin in the window before, so that it has less than all of its plays; null: they do not. */
	readonly recordsFrom: number | null;
	readonly coverage: Coverage;
};
