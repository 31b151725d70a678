import type {PlayedInAll} from './changes.ts';
import type {Narrowing} from './narrowing.ts';
import type {Coverage} from './plays.ts';
import type {IdleSum} from './unwatched.ts';

/** A year in words. `year`: null: this one. */
export type RecapQuery = {readonly year: number | null; readonly where: Narrowing};

/** The film or show that was played most. */
export type TitleOfYear = {readonly ratingKey: string; readonly name: string; readonly plays: number};

export type RecapAnswer = {
	readonly year: number;
	/** Days of the server's calendar, YYYY-MM-DD, both inside. */
	readonly from: string;
	readonly to: string;
	/** True: the year goes on. */
	readonly isSoFar: boolean;
	readonly now: PlayedInAll;
	/** The same days of the year before; null: our records do not hold them. */
	readonly before: PlayedInAll | null;
	/** Users whose first play ever was in it; null: our records begin later than the year. */
	readonly newUsers: number | null;
	/** Plays by month of their start, `YYYY-MM`. */
	readonly months: ReadonlyArray<{readonly month: string; readonly plays: number}>;
	/** 0 is Sunday, and hours 0 to 23; null: too few plays. */
	readonly busiest: {readonly day: number; readonly hour: number} | null;
	/** Three hours of a day of the week, `last` outside; null: too few plays. */
	readonly quiet: {readonly weekday: number; readonly from: number; readonly to: number} | null;
	readonly film: TitleOfYear | null;
	readonly show: TitleOfYear | null;
	/** Films that nobody has ever played; null: not known, or the year is over. */
	readonly unwatched: IdleSum | null;
	/** Unix seconds: nothing is known before; null: all of the year is. */
	readonly knownFrom: number | null;
	readonly coverage: Coverage;
};
