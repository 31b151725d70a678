import type {Database} from '../database.ts';

/** A title under a key, as plays have it. The key is null where a play has none. */
export type PlayTitle = {readonly guid: string; readonly ratingKey: number | null};

/** Titles and keys that occur together in plays. Plays of one pair are counted alike, whatever is asked. */
export type PlayTitles = {
	/** Pairs whose key is one of these, or whose guid is. Yields where the thread may be given back. */
	readonly find: (
		serverId: number,
		ratingKeys: ReadonlySet<number>,
		guids: ReadonlySet<string>,
	) => Generator<void, PlayTitle[]>;
};

type Row = {readonly guid: string; readonly rating_key: number | null};

const pageTitles = 2000;

/** Smaller than every key. */
const beforeKeys = -9e15;

export const createPlayTitles = (database: Database): PlayTitles => {
	const page = database.prepare<[number, string, number, number], Row>(
		`SELECT guid, rating_key FROM plays INDEXED BY plays_by_title
		WHERE server_id = ? AND (guid, rating_key) > (?, ?) GROUP BY guid, rating_key LIMIT ?`,
	);
	const withoutGuid = database.prepare<[number], Row>(
		`SELECT guid, rating_key FROM plays INDEXED BY plays_by_title
		WHERE server_id = ? AND guid = '' AND rating_key IS NULL LIMIT 1`,
	);
	return {
		*find(serverId, ratingKeys, guids) {
			const found: PlayTitle[] = [];
			const keep = (rows: readonly Row[]): void => {
				for (const {guid, rating_key: ratingKey} of rows) {
					if (guids.has(guid) || (ratingKey !== null && ratingKeys.has(ratingKey))) found.push({guid, ratingKey});
				}
			};
			keep(withoutGuid.all(serverId));
			let after: Row | undefined = {guid: '', rating_key: null};
			while (after) {
				const rows: Row[] = page.all(serverId, after.guid, after.rating_key ?? beforeKeys, pageTitles);
				keep(rows);
				after = rows.length < pageTitles ? undefined : rows.at(-1);
				yield;
			}
			return found;
		},
	};
};
