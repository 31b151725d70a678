import type {ServerName} from '../domain/app-error.ts';
import type {Days, Window} from '../domain/period.ts';
import type {Narrowing, NarrowingKind} from '../domain/plays/narrowing.ts';

export type HistoryQuery = {
	readonly window: Window;
	readonly where: Narrowing;
	/** By the latest start (Tautulli's date), the first start, the last stop, the time played, the user's name. */
	readonly sort: 'date' | 'started' | 'stopped' | 'length' | 'user';
	/** False: newest, longest, A to Z first. */
	readonly reverse: boolean;
	readonly limit: number;
	readonly start: number;
};
/** A moment (Unix seconds), and what narrows. */
export type MomentQuery = {readonly at: number; readonly where: Narrowing};
/** A day of the server's calendar: YYYY-MM-DD. */
export type DayQuery = {readonly date: string; readonly where: Narrowing};
/** So many weeks until now, and what narrows. */
export type WeeksQuery = {readonly weeks: number; readonly where: Narrowing};
/** A play by its row id. */
export type PlayQuery = {readonly rowId: number};
/** Names that begin, hold or resemble a text; '' for all, the most played first. */
export type ChoicesQuery = {readonly kind: NarrowingKind; readonly text: string; readonly limit: number};
/** `days`: 0 for all time. */
export type DaysQuery = {readonly days: Days};
export type ItemQuery = {readonly ratingKey: string; readonly days: Days};
export type PingQuery = {readonly server: ServerName};
export type LimitQuery = {readonly limit: number};
/** Snapshots of one collection, oldest first. */
export type TrendQuery = {readonly sectionUuid: string; readonly ratingKey: string; readonly sinceDays: Days};
/** `quick`: a first fill ends where it has come back to `since` (Unix seconds; null: all), and nothing is done that can wait. */
export type SyncQuery = {readonly full: boolean; readonly quick?: {readonly since: number | null} | undefined};
