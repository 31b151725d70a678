import type {Member, Stay} from '../../domain/collection.ts';
import type {MemberLevel} from '../../domain/member-level.ts';
import type {Database} from '../database.ts';

/** The members of one collection, and what Plex said of its last change when they were read (Unix seconds). */
export type KnownMembers = {
	readonly collectionKey: string;
	readonly level: MemberLevel;
	readonly changedAt: number | null;
	readonly members: readonly Member[];
};

export type MembersExtent = {readonly changedAt: number | null; readonly count: number};

/** One read of a collection. `smart`: its members change by being watched. */
type MembersRead = KnownMembers & {readonly smart?: boolean};

/** Members of collections as last read, and since when, and those that were members once. */
export type Members = {
	/** How many there are, and when they last changed; null: never read. */
	readonly extent: (collectionKey: string) => MembersExtent | null;
	/** Replaces what was known of the collection; who is not in it any more has left. One transaction. */
	readonly save: (read: MembersRead, at: number) => void;
	/** Nothing has changed since the last read. */
	readonly confirm: (collectionKey: string, at: number) => void;
	/** When each title was a member, those that left included. */
	readonly stays: (collectionKey: string) => Stay[];
};

type ReadRow = {readonly confirmed_at: number | null};
type StayRow = {
	readonly member_key: number;
	readonly type: string;
	readonly title: string;
	readonly added_at: number | null;
	readonly first_seen: number | null;
	readonly last_seen: number | null;
};

/** Who is in none of the keys that a read found has left: it was last seen when the members were last known to be so. */
const leaveSql = `
INSERT OR REPLACE INTO former_members (collection_key, member_key, level, type, title, guid, added_at, first_seen, last_seen)
SELECT collection_key, member_key, level, type, title, guid, added_at, first_seen, ?
FROM collection_members WHERE collection_key = ?
	AND member_key NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`;

const insertSql = `
INSERT INTO collection_members (collection_key, member_key, level, type, title, guid, added_at, first_seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (collection_key, member_key) DO UPDATE SET
	level = excluded.level, type = excluded.type, title = excluded.title, guid = excluded.guid,
	added_at = coalesce(excluded.added_at, added_at)`;

const staysSql = `
SELECT member_key, type, title, added_at, first_seen, NULL AS last_seen FROM collection_members WHERE collection_key = ?
UNION ALL SELECT member_key, type, title, added_at, first_seen, last_seen FROM former_members WHERE collection_key = ?`;

export const createMembers = (database: Database): Members => {
	const selectRead = database.prepare<[string], ReadRow>(
		'SELECT confirmed_at FROM collection_reads WHERE collection_key = ?',
	);
	const selectExtent = database.prepare<[string, string], {changed_at: number | null; count: number}>(
		`SELECT changed_at, (SELECT count(*) FROM collection_members WHERE collection_key = ?) AS count
		FROM collection_reads WHERE collection_key = ?`,
	);
	const selectStays = database.prepare<[string, string], StayRow>(staysSql);
	const saveRead = database.prepare<[string, number | null, number, number]>(
		`INSERT INTO collection_reads (collection_key, changed_at, read_at, confirmed_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (collection_key) DO UPDATE SET
			changed_at = excluded.changed_at, read_at = excluded.read_at, confirmed_at = excluded.confirmed_at`,
	);
	const confirm = database.prepare<[number, string]>(
		'UPDATE collection_reads SET confirmed_at = ? WHERE collection_key = ?',
	);
	const leave = database.prepare<[number, string, string]>(leaveSql);
	const remove = database.prepare<[string, string]>(
		`DELETE FROM collection_members WHERE collection_key = ?
			AND member_key NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
	);
	const insert = database.prepare<unknown[]>(insertSql);
	const comeBack = database.prepare<[string, string]>(
		`DELETE FROM former_members WHERE collection_key = ?
			AND member_key IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
	);
	return {
		extent: collectionKey => {
			const row = selectExtent.get(collectionKey, collectionKey);
			return row ? {changedAt: row.changed_at, count: row.count} : null;
		},
		save: ({collectionKey, level, changedAt, members, smart = false}, at) =>
			database.immediate(() => {
				const before = selectRead.get(collectionKey);
				const keys = JSON.stringify(members.map(({ratingKey}) => ratingKey));
				if (before) leave.run(before.confirmed_at ?? at, collectionKey, keys);
				remove.run(collectionKey, keys);
				comeBack.run(collectionKey, keys);
				saveRead.run(collectionKey, changedAt, at, at);
				const firstSeen = before || smart ? at : null;
				for (const {ratingKey, type, title, guid, addedAt = null} of members) {
					insert.run(collectionKey, ratingKey, level, type, title, guid, addedAt, firstSeen);
				}
			}),
		confirm: (collectionKey, at) => void confirm.run(at, collectionKey),
		stays: collectionKey =>
			selectStays
				.all(collectionKey, collectionKey)
				.map(({member_key, type, title, added_at, first_seen, last_seen}) => ({
					ratingKey: String(member_key),
					type,
					title,
					addedAt: added_at,
					firstSeen: first_seen,
					lastSeen: last_seen,
				})),
	};
};
