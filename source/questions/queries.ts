import type {ServerName} from '../domain/app-error.ts';
import type {EventKind} from '../domain/events.ts';
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
/** So many weeks until now, and what narrows. `fresh`: a command brings the mirror up to date first. */
export type WeeksQuery = {readonly weeks: number; readonly where: Narrowing; readonly fresh: boolean};
/** A play by its row id. */
export type PlayQuery = {readonly rowId: number};
/** A film, show, season, episode, artist, album or track. */
export type TitleQuery = {readonly ratingKey: string};
/** Names that begin, hold or resemble a text; '' for all, the most played first. */
export type ChoicesQuery = {readonly kind: NarrowingKind; readonly text: string; readonly limit: number};
/** `days`: 0 for all time. */
export type DaysQuery = {readonly days: Days};
/** Streams that tautop saw: of these plays, of sessions that run, or the newest of a window. */
export type SeenQuery = {readonly rowIds: readonly number[]} | {readonly sessionKeys: readonly string[]} | WhyQuery;
/** Streams that were seen last in a window, and what narrows. */
export type WhyQuery = {readonly window: Window; readonly where: Narrowing};
/** The three hours until a moment (Unix seconds); null: until now. */
export type StripQuery = {readonly at: number | null};
/** What concerns some titles. */
export type MembershipQuery = {readonly ratingKeys: readonly string[]};
/** Plays of every server in a window. */
export type ServersQuery = {readonly window: Window};
/** The days of a window. */
export type CapacityQuery = {readonly window: Window};
export type ItemQuery = {readonly ratingKey: string; readonly days: Days};
export type PingQuery = {readonly server: ServerName};
export type LimitQuery = {readonly limit: number};
/** A collection by its title; in a library, where several have it. */
export type NamedQuery = {readonly title: string; readonly library: string | null};
/** The time that is stated of it (Unix seconds; to null: it still is); null: what was stated is withdrawn. */
export type StateQuery = NamedQuery & {readonly span: {readonly from: number; readonly to: number | null} | null};
/** `kind`: of this kind alone; `from` and `to` in Unix seconds, the end outside. */
export type EventsQuery = {
	readonly limit: number;
	readonly kind?: EventKind | undefined;
	readonly from?: number | undefined;
	readonly to?: number | undefined;
};
/** Snapshots of one collection, oldest first. */
export type TrendQuery = {readonly sectionUuid: string; readonly ratingKey: string; readonly sinceDays: Days};
/** A stream that runs, by what tells it from the others. */
export type StopQuery = {readonly session: string};
/** `quick`: a first fill ends where it has come back to `since` (Unix seconds; null: all), and nothing is done that can wait. */
export type SyncQuery = {readonly full: boolean; readonly quick?: {readonly since: number | null} | undefined};
