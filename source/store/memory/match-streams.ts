import type {Database} from '../database.ts';

/**
 * Finds the history row of each stream that has none yet: of the same user, item and player, whose time overlaps most. `at`: Unix
 * seconds; to be called when the history was just brought up to date. A day later without one a stream stands alone.
 */
export type MatchStreams = (at: number) => void;

type Waiting = {
	readonly id: number;
	readonly server_id: number;
	readonly user_id: number;
	readonly rating_key: number | string | null;
	readonly machine_id: string;
	readonly first_seen: number;
	readonly last_seen: number;
};

/** What is written of a stream while it runs is a little behind. */
const restSeconds = 60;

/** Tautulli writes a row some seconds after the end, but a history may be read again much later. */
const aloneSeconds = 86_400;

/** Clocks, and when each of two programs looked. */
const slackSeconds = 30;

/** A stream that nobody saw any more may have run on. */
const longestSeconds = 7 * 86_400;

const waitingSql = `
SELECT streams.id, mirror_servers.id AS server_id, user_id, rating_key, machine_id, streams.first_seen, last_seen
FROM streams INDEXED BY streams_to_match, mirror_servers
WHERE row_id IS NULL AND alone = 0 AND last_seen < :before
	AND set_aside_at IS NULL AND coalesce(server_id, mirror_servers.id) = mirror_servers.id`;

const overlap = 'min(stopped_at, :last) - max(started_at, :first)';

const rowSql = `
SELECT row_id FROM plays INDEXED BY plays_by_stop
WHERE server_id = :server AND stopped_at >= :first - ${slackSeconds} AND stopped_at < :last + ${longestSeconds}
	AND started_at <= :last + ${slackSeconds}
	AND user_id = :user AND rating_key IS :key AND machine_id = :machine
ORDER BY ${overlap} DESC, row_id LIMIT 1`;

/** A stream that tautop lost sight of for a while was two, until history says that it was one play. The later one has the last word. */
const mergeSql = `
UPDATE streams SET
	first_seen = min(streams.first_seen, other.first_seen),
	stalls = streams.stalls + other.stalls,
	stalled_seconds = streams.stalled_seconds + other.stalled_seconds,
	slowest_speed = min(coalesce(streams.slowest_speed, other.slowest_speed), coalesce(other.slowest_speed, streams.slowest_speed)),
	highest_kbps = max(coalesce(streams.highest_kbps, other.highest_kbps), coalesce(other.highest_kbps, streams.highest_kbps))
FROM streams AS other WHERE streams.id = :keep AND other.id = :drop`;

export const createMatchStreams = (database: Database): MatchStreams => {
	const waiting = database.prepare<[{before: number}], Waiting>(waitingSql);
	const rowOf = database.prepare<[Record<string, number | string | null>], {row_id: number}>(rowSql);
	const sameRow = database.prepare<[number, number, number], {id: number; last_seen: number}>(
		'SELECT id, last_seen FROM streams WHERE server_id = ? AND row_id = ? AND id <> ?',
	);
	const merge = database.prepare<[{keep: number; drop: number}]>(mergeSql);
	const remove = database.prepare<[number]>('DELETE FROM streams WHERE id = ?');
	const link = database.prepare<[number, number, number]>('UPDATE streams SET server_id = ?, row_id = ? WHERE id = ?');
	const leave = database.prepare<[number]>('UPDATE streams SET alone = 1 WHERE id = ?');

	const join = (stream: Waiting, rowId: number): void => {
		const other = sameRow.get(stream.server_id, rowId, stream.id);
		const isLater = !other || other.last_seen <= stream.last_seen;
		const keep = isLater ? stream.id : other.id;
		if (other) {
			const drop = isLater ? other.id : stream.id;
			merge.run({keep, drop});
			remove.run(drop);
		}
		link.run(stream.server_id, rowId, keep);
	};

	const match = (stream: Waiting, at: number): void => {
		const row = rowOf.get({
			server: stream.server_id,
			first: stream.first_seen,
			last: stream.last_seen,
			user: stream.user_id,
			key: stream.rating_key,
			machine: stream.machine_id,
		});
		if (row) join(stream, row.row_id);
		else if (stream.last_seen < at - aloneSeconds) leave.run(stream.id);
	};

	return at => {
		const streams = waiting.all({before: at - restSeconds});
		if (streams.length === 0) return;
		database.immediate(() => {
			for (const stream of streams) match(stream, at);
		});
	};
};
