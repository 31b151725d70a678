import type {Database} from '../database.ts';
import {groupSql, noGroup, sumSecondsSql} from './absent.ts';

/** Sums of all time by leaf. They are made anew when they are asked for after plays have changed. */
export type PlayTotals = {
	/**
	 * Brings them up to date. Returns the number of crossings: groups whose rows have different keys, for which sums over
	 * leaves would count a group more than once.
	 */
	readonly refresh: (serverId: number) => number;
};

const buildSql = `
INSERT INTO play_totals (
	server_id, rating_key, parent_rating_key, grandparent_rating_key, plays, groups, played_seconds
)
SELECT server_id, coalesce(rating_key, 0), coalesce(parent_rating_key, 0), coalesce(grandparent_rating_key, 0),
	count(*), count(DISTINCT ${groupSql}), coalesce(${sumSecondsSql}, 0)
FROM plays INDEXED BY plays_by_stop WHERE server_id = ? AND live = 0
GROUP BY 2, 3, 4`;

const crossingsSql = `
SELECT count(*) AS n FROM (
	SELECT 1 FROM plays INDEXED BY plays_by_reference WHERE server_id = ? AND reference_id > ${noGroup}
	GROUP BY reference_id
	HAVING min(coalesce(rating_key, 0)) <> max(coalesce(rating_key, 0))
		OR min(coalesce(grandparent_rating_key, 0)) <> max(coalesce(grandparent_rating_key, 0))
)`;

export const createPlayTotals = (database: Database): PlayTotals => {
	const state = database.prepare<[number], {stale: number; crossings: number}>(
		'SELECT stale, crossings FROM mirror_servers WHERE id = ?',
	);
	const clear = database.prepare<[number]>('DELETE FROM play_totals WHERE server_id = ?');
	const build = database.prepare<[number]>(buildSql);
	const crossings = database.prepare<[number], {n: number}>(crossingsSql);
	const fresh = database.prepare<[number, number]>('UPDATE mirror_servers SET stale = 0, crossings = ? WHERE id = ?');
	const rebuild = (serverId: number): number =>
		database.immediate(() => {
			clear.run(serverId);
			build.run(serverId);
			const crossed = crossings.get(serverId)?.n ?? 0;
			fresh.run(crossed, serverId);
			return crossed;
		});
	return {
		refresh: serverId => {
			const known = state.get(serverId);
			return known?.stale === 0 ? known.crossings : rebuild(serverId);
		},
	};
};
