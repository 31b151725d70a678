import type {BucketCount, NamedCount, QuarterCount, StreamSpan} from '../../domain/play-count.ts';
import type {ZoneSpan} from '../../domain/zone.ts';
import type {Database} from '../database.ts';
import {noTime} from './absent.ts';
import {type Bucket, bucketSql, localDaySql} from './play-buckets.ts';

/** Which plays a graph counts. */
export type GraphWindow = {
	readonly serverId: number;
	/** Unix seconds: plays that stopped then or later. */
	readonly since: number;
	/** True: rows that Tautulli joined count as one in each bucket. */
	readonly grouping: boolean;
};

/** Plays grouped by SQL. Each play falls in the bucket of its start; a group is named by its lowest row in the bucket. */
export type PlayGraphs = {
	/** Kinds are movie, episode, track, live. */
	readonly byMediaType: (window: GraphWindow, bucket: Bucket, spans: readonly ZoneSpan[]) => BucketCount[];
	/** Kinds are direct play, copy, transcode, `''`. */
	readonly byStreamType: (window: GraphWindow, bucket: Bucket, spans: readonly ZoneSpan[]) => BucketCount[];
	/** Ungrouped, by the quarter of an hour that they started in. */
	readonly quarters: (window: Omit<GraphWindow, 'grouping'>) => QuarterCount[];
	readonly platforms: (window: GraphWindow) => NamedCount[];
	readonly platformStreamTypes: (window: GraphWindow) => NamedCount[];
	/** By user; the name is the user's id. Users whose record is gone are left out, as Tautulli does. */
	readonly users: (window: GraphWindow) => NamedCount[];
	/** Plays that stopped in the window, ordered by day, then start; one at a time. */
	readonly streams: (window: Omit<GraphWindow, 'grouping'>, spans: readonly ZoneSpan[]) => Iterable<StreamSpan>;
	/** Plays that stopped in the window, ordered by start; one at a time. */
	readonly intervals: (window: Omit<GraphWindow, 'grouping'>) => Iterable<Pick<StreamSpan, 'startedAt' | 'stoppedAt'>>;
};

type BucketRow = {
	readonly bucket: number | string;
	readonly kind: string;
	readonly plays: number;
	readonly seconds: number;
};

const mediaKind = `CASE WHEN live = 1 THEN 'live' ELSE media_type END`;

/** A row without a start is in no bucket of time. The plus keeps SQLite from choosing an index by it. */
const dated = `+started_at > ${noTime}`;

/**
 * One row a group: the columns beside `min(row_id)` are those of that row, as SQLite promises. Rows of no group are one
 * together, and graphs do not take the pauses off that a row without a start or end has.
 */
const grouped = (columns: string, group: string, grouping: boolean): string => `
SELECT ${columns}, min(row_id),
	sum(CASE WHEN ${dated} AND stopped_at > 0 THEN stopped_at - started_at - paused_seconds ELSE 0 END) AS seconds
FROM plays WHERE server_id = ? AND stopped_at >= ?
GROUP BY ${group}${grouping ? 'reference_id' : 'row_id'}`;

const bucketsSql = (bucket: string, kind: string, grouping: boolean): string => `
SELECT bucket, kind, count(*) AS plays, sum(seconds) AS seconds
FROM (${grouped(`${bucket} AS bucket, ${kind} AS kind`, 'bucket, ', grouping)})
WHERE bucket IS NOT NULL GROUP BY bucket, kind ORDER BY bucket`;

const namesSql = (name: string, kind: string, grouping: boolean): string => `
SELECT bucket, kind, count(*) AS plays, sum(seconds) AS seconds
FROM (${grouped(`${name} AS bucket, ${kind} AS kind`, '', grouping)})
GROUP BY bucket, kind`;

const streamsSql = (day: string): string => `
SELECT ${day} AS day, started_at, stopped_at, transcode_decision FROM plays
WHERE server_id = ? AND stopped_at >= ? AND ${dated} ORDER BY day, started_at`;

/** The index that begins with the stop: what it costs depends on the window, not on all that there is. */
const intervalsSql = `
SELECT started_at, stopped_at FROM plays INDEXED BY plays_by_stop
WHERE server_id = ? AND stopped_at >= ? AND ${dated} ORDER BY started_at`;

const quarterSeconds = 900;

const quartersSql = `
SELECT started_at / ${quarterSeconds} AS quarter, ${mediaKind} AS kind, count(*) AS plays
FROM plays INDEXED BY plays_by_stop WHERE server_id = ? AND stopped_at >= ? AND ${dated} GROUP BY quarter, kind`;

type StreamRow = {
	readonly day: number;
	readonly started_at: number;
	readonly stopped_at: number;
	readonly transcode_decision: string;
};

export const createPlayGraphs = (database: Database): PlayGraphs => {
	const buckets = (window: GraphWindow, sql: string): BucketCount[] =>
		database
			.prepare<[number, number], BucketRow>(sql)
			.all(window.serverId, window.since)
			.map(({bucket, kind, plays, seconds}) => ({bucket, kind, plays, playedSeconds: seconds}));
	const names = (window: GraphWindow, sql: string): NamedCount[] =>
		buckets(window, sql).map(({bucket, ...count}) => ({name: String(bucket), ...count}));
	const quarters = database.prepare<[number, number], {quarter: number; kind: string; plays: number}>(quartersSql);
	const known = database.prepare<[number], {user_id: number}>(
		'SELECT user_id FROM mirror_users WHERE server_id = ? AND known = 1',
	);
	return {
		byMediaType: (window, bucket, spans) =>
			buckets(window, bucketsSql(bucketSql(bucket, 'started_at', spans), mediaKind, window.grouping)),
		byStreamType: (window, bucket, spans) =>
			buckets(window, bucketsSql(bucketSql(bucket, 'started_at', spans), 'transcode_decision', window.grouping)),
		quarters: ({serverId, since}) =>
			quarters
				.all(serverId, since)
				.map(({quarter, kind, plays}) => ({startedAt: quarter * quarterSeconds, kind, plays})),
		platforms: window => names(window, namesSql('platform', mediaKind, window.grouping)),
		platformStreamTypes: window => names(window, namesSql('platform', 'transcode_decision', window.grouping)),
		users: window => {
			const ids = new Set(known.all(window.serverId).map(row => String(row.user_id)));
			return names(window, namesSql('user_id', mediaKind, window.grouping)).filter(({name}) => ids.has(name));
		},
		*streams({serverId, since}, spans) {
			const statement = database.prepare<[number, number], StreamRow>(streamsSql(localDaySql('started_at', spans)));
			for (const row of statement.iterate(serverId, since)) {
				yield {
					day: row.day,
					startedAt: row.started_at,
					stoppedAt: row.stopped_at,
					decision: row.transcode_decision,
				};
			}
		},
		*intervals({serverId, since}) {
			const statement = database.prepare<[number, number], Omit<StreamRow, 'day' | 'transcode_decision'>>(intervalsSql);
			for (const {started_at, stopped_at} of statement.iterate(serverId, since)) {
				yield {startedAt: started_at, stoppedAt: stopped_at};
			}
		},
	};
};
