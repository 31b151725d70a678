import type {Session} from '../../domain/session.ts';
import {type SeenStream, type Sight, watchedSince} from '../../domain/streams/seen-stream.ts';
import type {ReasonCount} from '../../domain/streams/why.ts';
import type {Database} from '../database.ts';
import {
	identityValues,
	type StreamRow,
	streamOf,
	type TranscodedRow,
	type TranscodedStream,
	toldValues,
	transcodedColumns,
	transcodedOf,
	watchedOf,
	watchedValues,
	whyOf,
} from './stream-row.ts';

/** A running stream, and the looks at it since it was written last. */
export type SightedStream = {
	readonly session: Session;
	/** Oldest first; looks that are written already change nothing. */
	readonly sights: readonly Sight[];
	/** Unix seconds when it was found to be gone; null: it runs. */
	readonly endedAt: number | null;
};

/** The streams that tautop saw. */
export type Streams = {
	/** Writes what is new of a stream, inside of the caller's transaction: it is one row, whoever tells of it. */
	readonly save: (sighted: SightedStream) => void;
	/** The newest of those seen last in a stretch of time (Unix seconds, the end outside), newest first. */
	readonly seenBetween: (from: number, to: number, most: number) => readonly SeenStream[];
	/** Those of plays of the current history, in the order of their rows. */
	readonly ofRows: (rowIds: readonly number[]) => readonly SeenStream[];
	/** What was seen of the stream with a session key that runs at a time (Unix seconds); null: nothing. */
	readonly ofSession: (sessionKey: string, at: number) => SeenStream | null;
	/** What ran in a stretch of time, the end outside, the fattest first. */
	readonly during: (from: number, to: number) => readonly SeenStream[];
	/** Streams by their reasons, of those that were seen last in a stretch of time and have ended; what has none is left out. */
	readonly reasons: (from: number, to: number, now: number) => readonly ReasonCount[];
	/** The same streams with what they can be narrowed by, in parts: the thread may be given back between two of them. */
	readonly transcoded: (from: number, to: number, now: number) => Generator<readonly TranscodedStream[]>;
	/** When the first stream was seen, Unix seconds; null: none ever was. */
	readonly firstSeen: () => number | null;
};

/** Nobody has seen a stream run for longer. */
const longestSeconds = 2 * 86_400;

/** Some hundredths of a second. */
const partSeconds = 60 * 86_400;

/** Unseen for longer than this, and the same key is another stream: Plex has begun anew with its keys, or somebody began again. */
const longestUnseenSeconds = 600;

const identitySql = `session_key = :session_key AND user_id = :user_id AND rating_key IS :rating_key AND machine_id = :machine_id`;

type Values = Readonly<Record<string, string | number | null>>;

const assignments = (names: readonly string[]): string => names.map(name => `${name} = :${name}`).join(', ');

const currentServer = '(SELECT id FROM mirror_servers WHERE set_aside_at IS NULL)';

const insertSql = (names: readonly string[]): string =>
	`INSERT INTO streams (server_id, ${names.join(', ')}) VALUES (${currentServer}, ${names.map(name => `:${name}`).join(', ')})`;

/** The first history is begun a moment after the first look. */
const updateSql = (names: readonly string[]): string =>
	`UPDATE streams SET server_id = coalesce(server_id, ${currentServer}), ${assignments(names)} WHERE id = :id`;

/** A stream that runs was seen a moment ago. */
const restSeconds = 60;

type Span = {readonly from: number; readonly to: number; readonly rested: number};

const spanOf = (from: number, to: number, now: number): Span => ({from, to, rested: now - restSeconds});

const endedSql = `why <> '' AND last_seen >= :from AND last_seen < :to AND (ended_at IS NOT NULL OR last_seen < :rested)`;

export const createStreams = (database: Database): Streams => {
	const underway = database.prepare<[Values], StreamRow>(
		`SELECT * FROM streams INDEXED BY streams_by_last_seen WHERE last_seen >= :since AND ${identitySql}
		ORDER BY last_seen DESC LIMIT 1`,
	);
	const prepared = new Map<string, {readonly run: (values: Values) => number}>();
	const run = (sql: string, values: Values): void => {
		const statement = prepared.get(sql) ?? database.prepare<[Values]>(sql);
		prepared.set(sql, statement);
		statement.run(values);
	};
	const rows = database.prepare<[string], StreamRow>(
		`SELECT streams.* FROM json_each(?) JOIN streams INDEXED BY streams_by_row
			ON streams.server_id = ${currentServer} AND streams.row_id = value
		JOIN plays ON plays.server_id = streams.server_id AND plays.row_id = streams.row_id
			AND plays.user_id = streams.user_id AND plays.machine_id = streams.machine_id
		ORDER BY json_each.key`,
	);
	const session = database.prepare<[number, string], StreamRow>(
		`SELECT * FROM streams INDEXED BY streams_by_last_seen
		WHERE last_seen >= ? AND session_key = ? AND ended_at IS NULL ORDER BY last_seen DESC LIMIT 1`,
	);
	const running = database.prepare<[number, number, number], StreamRow>(
		`SELECT * FROM streams INDEXED BY streams_by_last_seen
		WHERE last_seen >= ? AND last_seen < ? AND first_seen < ? ORDER BY highest_kbps DESC, id`,
	);
	const byWhy = database.prepare<[Span], {why: string; n: number}>(
		`SELECT why, count(*) AS n FROM streams INDEXED BY streams_transcoded WHERE ${endedSql} GROUP BY why`,
	);
	const transcoded = database.prepare<[Span], TranscodedRow>(
		`SELECT ${transcodedColumns.join(', ')} FROM streams INDEXED BY streams_transcoded WHERE ${endedSql}`,
	);
	const first = database.prepare<[], {at: number}>('SELECT first_seen AS at FROM streams ORDER BY id LIMIT 1');
	const between = database.prepare<[number, number, number], StreamRow>(
		'SELECT * FROM streams WHERE last_seen >= ? AND last_seen < ? ORDER BY last_seen DESC, id DESC LIMIT ?',
	);
	return {
		save: ({session, sights, endedAt}) => {
			const [first] = sights;
			if (!first) return;
			const row = underway.get({...identityValues(session), since: first.at - longestUnseenSeconds});
			const watched = watchedSince(row ? watchedOf(row) : null, sights);
			if (!watched) return;
			const values = {...toldValues(session), ...watchedValues(watched), ended_at: endedAt};
			if (row) run(updateSql(Object.keys(values)), {...values, id: row.id});
			else run(insertSql([...Object.keys(values), 'first_seen']), {...values, first_seen: first.at});
		},
		seenBetween: (from, to, most) => between.all(from, to, most).map(streamOf),
		ofRows: rowIds => rows.all(JSON.stringify(rowIds)).map(streamOf),
		ofSession: (sessionKey, at) => {
			const row = session.get(at - longestUnseenSeconds, sessionKey);
			return row ? streamOf(row) : null;
		},
		during: (from, to) => running.all(from, to + longestSeconds, to).map(streamOf),
		reasons: (from, to, now) => byWhy.all(spanOf(from, to, now)).map(({why, n}) => ({why: whyOf(why), streams: n})),
		*transcoded(from, to, now) {
			const begin = Math.max(from, first.get()?.at ?? now);
			const end = Math.min(to, now + 1);
			for (let part = begin; part < end; part += partSeconds) {
				yield transcoded.all(spanOf(part, Math.min(end, part + partSeconds), now)).map(transcodedOf);
			}
		},
		firstSeen: () => first.get()?.at ?? null,
	};
};
