import type {MirrorPlay} from '../../domain/plays/mirror.ts';
import type {Database} from '../database.ts';
import {noGroup, noTime, noUser, timeOf} from './absent.ts';
import {bindPlay, insertSql, type PlayValues} from './play-row.ts';
import type {PlayedTitles} from './played-titles.ts';

/** What a saved chunk of rows did. */
type Saved = {readonly added: number; readonly changed: number};

/** Seconds of starts, the first inside and the second outside; and one library, or all (undefined). */
export type StartRange = {
	readonly from: number;
	readonly to: number;
	readonly sectionId?: string | undefined;
};

/** A row by which a history is told from another one. */
export type Witness = {
	readonly rowId: number;
	/** Null: it is in no group. */
	readonly referenceId: number | null;
	/** Null: it has no start. */
	readonly startedAt: number | null;
	/** Null: it is of no user. */
	readonly userId: number | null;
};

/** The rows of the mirror: saving and removing. What they count to is in the other files of this name. */
export type Plays = {
	readonly count: (serverId: number) => number;
	/** By the second of the start. */
	readonly countIn: (serverId: number, range: StartRange) => number;
	/** The sum of all stops before a time (Unix seconds): it changes where a stop does. */
	readonly sumOfStops: (serverId: number, before: number) => number;
	/** Row ids that started in the range. */
	readonly rowIdsIn: (serverId: number, range: StartRange) => number[];
	/** Row ids without a start, which are in no range. */
	readonly undatedIds: (serverId: number) => number[];
	/** The start that splits the plays of a range in two halves; null: there are fewer than two. */
	readonly middleStart: (serverId: number, range: StartRange) => number | null;
	/** One transaction. A section of undefined leaves the one that is known. Rows that are equal are not written. */
	readonly save: (serverId: number, plays: readonly MirrorPlay[], sectionId?: string | undefined) => Saved;
	readonly remove: (serverId: number, rowIds: readonly number[]) => number;
	/** Groups of one row, spread from the oldest to the newest. */
	readonly witnesses: (serverId: number, most: number) => Witness[];
	/** The rows with these ids, as witnesses. */
	readonly sightings: (serverId: number, rowIds: readonly number[]) => Witness[];
	/** The rows with the highest numbers, newest first. */
	readonly newestRows: (serverId: number, most: number) => Witness[];
	readonly oldestStart: (serverId: number) => number | null;
	readonly newestStart: (serverId: number) => number | null;
	readonly newestStop: (serverId: number) => number | null;
	/** Every key that a play has: items, seasons or albums, shows or artists. */
	readonly keys: (serverId: number) => string[];
};

type WitnessRow = {
	readonly row_id: number;
	readonly reference_id: number;
	readonly started_at: number;
	readonly user_id: number;
};

const inRange = `server_id = ? AND started_at >= ? AND started_at < ?`;
const inSection = `AND section_id IS ?`;

/** A library is a number in Tautulli; `''` stands for rows without one. */
const sectionValue = (sectionId: string): number | string | null => (sectionId === '' ? null : sectionId);

/** The first group of one row at a row number or behind it. */
const witnessSql = `
SELECT row_id, reference_id, started_at, user_id FROM plays
WHERE server_id = ? AND row_id >= ? AND reference_id = row_id ORDER BY row_id LIMIT 1`;

const witnessOf = (row: WitnessRow): Witness => ({
	rowId: row.row_id,
	referenceId: row.reference_id === noGroup ? null : row.reference_id,
	startedAt: timeOf(row.started_at),
	userId: row.user_id === noUser ? null : row.user_id,
});

export const createPlays = (database: Database, titles: Pick<PlayedTitles, 'idsOf'>): Plays => {
	const countAll = database.prepare<[number], {n: number}>('SELECT count(*) AS n FROM plays WHERE server_id = ?');
	const countRange = database.prepare<[number, number, number], {n: number}>(
		`SELECT count(*) AS n FROM plays INDEXED BY plays_by_start WHERE ${inRange}`,
	);
	const ids = database.prepare<[number, number, number], {row_id: number}>(
		`SELECT row_id FROM plays INDEXED BY plays_by_start WHERE ${inRange}`,
	);
	const idsOfSection = database.prepare<[number, number, number, number | string | null], {row_id: number}>(
		`SELECT row_id FROM plays INDEXED BY plays_by_start WHERE ${inRange} ${inSection}`,
	);
	const middle = database.prepare<[number, number, number, number], {started_at: number}>(
		`SELECT started_at FROM plays INDEXED BY plays_by_start WHERE ${inRange} ORDER BY started_at LIMIT 1 OFFSET ?`,
	);
	const undated = database.prepare<[number], {row_id: number}>(
		`SELECT row_id FROM plays INDEXED BY plays_by_start WHERE server_id = ? AND started_at = ${noTime}`,
	);
	const known = database.prepare<[number, string], {row_id: number}>(
		'SELECT row_id FROM plays WHERE server_id = ? AND row_id IN (SELECT value FROM json_each(?))',
	);
	const insert = database.prepare<PlayValues>(insertSql);
	const remove = database.prepare<[number, string]>(
		'DELETE FROM plays WHERE server_id = ? AND row_id IN (SELECT value FROM json_each(?))',
	);
	const saveUser = database.prepare<[number, number, string, number]>(
		`INSERT INTO mirror_users (server_id, user_id, name, known) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET name = excluded.name, known = excluded.known
		WHERE name IS NOT excluded.name OR known IS NOT excluded.known`,
	);
	const noteChange = database.prepare<[number]>(
		'UPDATE mirror_servers SET plays_version = plays_version + 1 WHERE id = ?',
	);
	const firstFrom = database.prepare<[number, number], WitnessRow>(witnessSql);
	const ends = database.prepare<[number, number], {low: number | null; high: number | null}>(
		`SELECT (SELECT min(row_id) FROM plays WHERE server_id = ?) AS low,
			(SELECT max(row_id) FROM plays WHERE server_id = ?) AS high`,
	);
	const seen = database.prepare<[number, string], WitnessRow>(
		`SELECT row_id, reference_id, started_at, user_id FROM plays
		WHERE server_id = ? AND row_id IN (SELECT value FROM json_each(?))`,
	);
	const latest = database.prepare<[number, number], WitnessRow>(
		`SELECT row_id, reference_id, started_at, user_id FROM plays
		WHERE server_id = ? ORDER BY row_id DESC LIMIT ?`,
	);
	const oldest = database.prepare<[number], {at: number | null}>(
		`SELECT min(started_at) AS at FROM plays WHERE server_id = ? AND started_at > ${noTime}`,
	);
	const newest = database.prepare<[number], {at: number | null}>(
		'SELECT max(started_at) AS at FROM plays WHERE server_id = ?',
	);
	const newestEnd = database.prepare<[number], {at: number | null}>(
		'SELECT max(stopped_at) AS at FROM plays WHERE server_id = ?',
	);
	const everyKey = database.prepare<[number, number, number], {key: number}>(
		`SELECT rating_key AS key FROM plays WHERE server_id = ? AND rating_key IS NOT NULL
		UNION SELECT parent_rating_key FROM plays WHERE server_id = ? AND parent_rating_key IS NOT NULL
		UNION SELECT grandparent_rating_key FROM plays WHERE server_id = ? AND grandparent_rating_key IS NOT NULL`,
	);

	const saveUsers = (serverId: number, plays: readonly MirrorPlay[]): void => {
		const users = new Map(plays.map(play => [play.userId, play]));
		for (const {userId, user, userKnown} of users.values()) {
			if (userId !== null) saveUser.run(serverId, userId, user, userKnown ? 1 : 0);
		}
	};

	const stops = database.prepare<[number, number], {n: number}>(
		'SELECT total(stopped_at) AS n FROM plays INDEXED BY plays_by_stop WHERE server_id = ? AND stopped_at > 0 AND stopped_at < ?',
	);
	return {
		count: serverId => countAll.get(serverId)?.n ?? 0,
		countIn: (serverId, {from, to}) => countRange.get(serverId, from, to)?.n ?? 0,
		sumOfStops: (serverId, before) => stops.get(serverId, before)?.n ?? 0,
		rowIdsIn: (serverId, {from, to, sectionId}) =>
			(sectionId === undefined
				? ids.all(serverId, from, to)
				: idsOfSection.all(serverId, from, to, sectionValue(sectionId))
			).map(row => row.row_id),
		undatedIds: serverId => undated.all(serverId).map(row => row.row_id),
		middleStart: (serverId, {from, to}) => {
			const count = countRange.get(serverId, from, to)?.n ?? 0;
			return count < 2 ? null : (middle.get(serverId, from, to, Math.floor(count / 2))?.started_at ?? null);
		},
		save: (serverId, plays, sectionId) =>
			database.immediate(() => {
				const before = known.all(serverId, JSON.stringify(plays.map(({rowId}) => rowId))).length;
				const idOf = titles.idsOf(plays.map(({fullTitle}) => fullTitle));
				let written = 0;
				for (const play of plays) written += insert.run(...bindPlay(serverId, play, idOf(play.fullTitle), sectionId));
				saveUsers(serverId, plays);
				const added = plays.length - before;
				if (written > 0) noteChange.run(serverId);
				return {added, changed: written - added};
			}),
		remove: (serverId, rowIds) =>
			database.immediate(() => {
				const removed = remove.run(serverId, JSON.stringify(rowIds));
				if (removed > 0) noteChange.run(serverId);
				return removed;
			}),
		witnesses: (serverId, most) => {
			const {low, high} = ends.get(serverId, serverId) ?? {low: null, high: null};
			if (low === null || high === null) return [];
			const places = Array.from({length: most}, (_, index) => low + Math.floor(((high - low) * index) / most));
			const rows = places.flatMap(place => firstFrom.get(serverId, place) ?? []);
			return [...new Map(rows.map(row => [row.row_id, witnessOf(row)])).values()];
		},
		sightings: (serverId, rowIds) => seen.all(serverId, JSON.stringify(rowIds)).map(witnessOf),
		newestRows: (serverId, most) => latest.all(serverId, most).map(witnessOf),
		oldestStart: serverId => oldest.get(serverId)?.at ?? null,
		newestStart: serverId => timeOf(newest.get(serverId)?.at ?? null),
		newestStop: serverId => timeOf(newestEnd.get(serverId)?.at ?? null),
		keys: serverId => everyKey.all(serverId, serverId, serverId).map(row => String(row.key)),
	};
};
