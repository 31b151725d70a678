import type {QuarterCount} from '../../domain/plays/play-count.ts';
import type {Database} from '../database.ts';
import {noTime} from './absent.ts';

/** Plays by the quarter of an hour that they started in: every zone begins its hours at one. */
export type PlayQuarters = {
	/** Ungrouped. `since`: Unix seconds, those that stopped then or later. */
	readonly count: (serverId: number, since: number) => QuarterCount[];
};

const quarterSeconds = 900;

const countSql = `
SELECT started_at / ${quarterSeconds} AS quarter, CASE WHEN live = 1 THEN 'live' ELSE media_type END AS kind,
	count(*) AS plays
FROM plays INDEXED BY plays_by_stop
WHERE server_id = ? AND stopped_at >= ? AND +started_at > ${noTime} GROUP BY quarter, kind`;

export const createPlayQuarters = (database: Database): PlayQuarters => {
	const count = database.prepare<[number, number], {quarter: number; kind: string; plays: number}>(countSql);
	return {
		count: (serverId, since) =>
			count.all(serverId, since).map(({quarter, kind, plays}) => ({startedAt: quarter * quarterSeconds, kind, plays})),
	};
};
