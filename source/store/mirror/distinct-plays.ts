import type {CountWindow} from '../../domain/play-count.ts';
import type {Database} from '../database.ts';
import {groupSql, sumSecondsSql} from './absent.ts';
import type {CountedPlays} from './play-members.ts';

/** What a run counted, each play once: a title may be in several collections. */
export type DistinctPlays = {
	/** Of the plays that count for any collection, those in a window. Live TV is left out: its keys are no items of a library. */
	readonly count: (
		window: CountWindow,
		counted: CountedPlays,
	) => {readonly plays: number; readonly playedSeconds: number};
};

type Row = {readonly plays: number; readonly seconds: number};

type Parameters = {
	readonly server: number;
	readonly since: number;
	readonly titles: string;
	readonly parents: string;
	readonly grandparents: string;
};

const beforeAll = -1e15;

/** Each list becomes a table of its own, once, so that a play meets an index of it. */
const distinctSql = (unit: string): string => `
WITH titles AS MATERIALIZED (SELECT value ->> 0 AS guid, value ->> 1 AS rating_key FROM json_each(:titles))
SELECT count(DISTINCT ${unit}) AS plays, coalesce(${sumSecondsSql}, 0) AS seconds FROM plays INDEXED BY plays_by_stop
WHERE server_id = :server AND stopped_at >= :since AND live = 0 AND (
	grandparent_rating_key IN (SELECT value FROM json_each(:grandparents))
	OR parent_rating_key IN (SELECT value FROM json_each(:parents))
	OR (rating_key IN (SELECT rating_key FROM titles) AND (guid, rating_key) IN (SELECT guid, rating_key FROM titles))
	OR (rating_key IS NULL AND guid IN (SELECT guid FROM titles WHERE rating_key IS NULL))
)`;

export const createDistinctPlays = (database: Database): DistinctPlays => {
	const groups = database.prepare<[Parameters], Row>(distinctSql(groupSql));
	const rows = database.prepare<[Parameters], Row>(distinctSql('row_id'));
	return {
		count: ({serverId, since, grouping}, {titles, parentKeys, grandparentKeys}) => {
			const row = (grouping ? groups : rows).get({
				server: serverId,
				since: since ?? beforeAll,
				titles: JSON.stringify(titles.map(({guid, ratingKey}) => [guid, ratingKey])),
				parents: JSON.stringify(parentKeys),
				grandparents: JSON.stringify(grandparentKeys),
			});
			return {plays: row?.plays ?? 0, playedSeconds: row?.seconds ?? 0};
		},
	};
};
