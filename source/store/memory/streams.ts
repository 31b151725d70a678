import type {Session} from '../../domain/session.ts';
import {type SeenStream, type Sight, watchedSince} from '../../domain/streams/seen-stream.ts';
import type {Database} from '../database.ts';
import {identityValues, type StreamRow, streamOf, toldValues, watchedOf, watchedValues} from './stream-row.ts';

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
	/** Those seen last in a stretch of time (Unix seconds, the end outside), newest first. */
	readonly seenBetween: (from: number, to: number) => readonly SeenStream[];
};

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
	const between = database.prepare<[number, number], StreamRow>(
		'SELECT * FROM streams WHERE last_seen >= ? AND last_seen < ? ORDER BY last_seen DESC, id DESC',
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
		seenBetween: (from, to) => between.all(from, to).map(streamOf),
	};
};
