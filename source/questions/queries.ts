import type {ServerName} from '../domain/app-error.ts';
import type {Graph, Peaks} from '../domain/graph.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';

export type GraphQuery = {readonly days: Days; readonly yAxis: YAxis};
export type DaysQuery = {readonly days: Days};
/** Which graphs of the mirror are wanted. */
export type MirroredQuery = GraphQuery & {readonly graphs: ReadonlyArray<'hours' | 'days' | 'types' | 'peaks'>};
/** Those that were asked for, and when the mirror was last compared with the server (Unix seconds). */
export type MirroredGraphs = {
	readonly at: number;
	readonly hours?: Graph;
	readonly days?: Graph;
	readonly types?: Graph;
	readonly peaks?: Peaks;
};
export type HistoryQuery = {
	readonly limit: number;
	readonly start: number;
	/** movie, episode, track or live; absent: all. */
	readonly mediaType?: string | undefined;
	/** Name of the library, compared case-blind; absent: all. */
	readonly library?: string | undefined;
};
export type ItemQuery = {readonly ratingKey: string; readonly days: Days};
export type PingQuery = {readonly server: ServerName};
export type LimitQuery = {readonly limit: number};
/** Snapshots of one collection, oldest first. */
export type TrendQuery = {readonly sectionUuid: string; readonly ratingKey: string; readonly sinceDays: Days};
