import type {Database} from '../database.ts';

/** Row ids of one history, the first outside and the second inside. */
export type PlayRange = {readonly after: number; readonly upTo: number};

/** The rows of a history in pieces of some tenths of a second, for work that would hold the thread for longer. */
export type PlayRanges = {readonly of: (serverId: number) => Generator<PlayRange, void>};

const rowsAtOnce = 20_000;

export const createPlayRanges = (database: Database): PlayRanges => {
	const last = database.prepare<[number, number], {id: number | null}>(
		`SELECT max(row_id) AS id FROM (
			SELECT row_id FROM plays WHERE server_id = ? AND row_id > ? ORDER BY row_id LIMIT ${rowsAtOnce}
		)`,
	);
	return {
		*of(serverId) {
			let after = Number.MIN_SAFE_INTEGER;
			while (true) {
				const upTo = last.get(serverId, after)?.id ?? null;
				if (upTo === null) return;
				yield {after, upTo};
				after = upTo;
			}
		},
	};
};
