import type {Member} from '../../domain/collection.ts';
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

/** Members of collections as last read. */
export type Members = {
	/** Null: never read. */
	readonly get: (collectionKey: string) => KnownMembers | null;
	/** How many there are, and when they last changed; null: never read. */
	readonly extent: (collectionKey: string) => MembersExtent | null;
	/** Replaces what was known of the collection. One transaction. */
	readonly save: (known: KnownMembers, at: number) => void;
	/** Forgets collections that are not in the list. */
	readonly keepOnly: (collectionKeys: readonly string[]) => void;
};

type ReadRow = {readonly changed_at: number | null};
type Row = {
	readonly member_key: number;
	readonly level: MemberLevel;
	readonly type: string;
	readonly title: string;
	readonly guid: string;
};

export const createMembers = (database: Database): Members => {
	const selectRead = database.prepare<[string], ReadRow>(
		'SELECT changed_at FROM collection_reads WHERE collection_key = ?',
	);
	const select = database.prepare<[string], Row>(
		'SELECT member_key, level, type, title, guid FROM collection_members WHERE collection_key = ?',
	);
	const selectExtent = database.prepare<[string, string], {changed_at: number | null; count: number}>(
		`SELECT changed_at, (SELECT count(*) FROM collection_members WHERE collection_key = ?) AS count
		FROM collection_reads WHERE collection_key = ?`,
	);
	const remove = database.prepare<[string]>('DELETE FROM collection_reads WHERE collection_key = ?');
	const removeOthers = database.prepare<[string]>(
		'DELETE FROM collection_reads WHERE collection_key NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(?))',
	);
	const insertRead = database.prepare<[string, number | null, number]>(
		'INSERT INTO collection_reads (collection_key, changed_at, read_at) VALUES (?, ?, ?)',
	);
	const insert = database.prepare<[string, string, number, string, string, string]>(
		`INSERT OR IGNORE INTO collection_members (collection_key, member_key, level, type, title, guid)
		VALUES (?, ?, ?, ?, ?, ?)`,
	);
	return {
		get: collectionKey => {
			const read = selectRead.get(collectionKey);
			if (!read) return null;
			const rows = select.all(collectionKey);
			return {
				collectionKey,
				level: rows[0]?.level ?? 0,
				changedAt: read.changed_at,
				members: rows.map(({member_key, type, title, guid}) => ({
					ratingKey: String(member_key),
					type,
					title,
					guid,
				})),
			};
		},
		extent: collectionKey => {
			const row = selectExtent.get(collectionKey, collectionKey);
			return row ? {changedAt: row.changed_at, count: row.count} : null;
		},
		save: ({collectionKey, level, changedAt, members}, at) =>
			database.immediate(() => {
				remove.run(collectionKey);
				insertRead.run(collectionKey, changedAt, at);
				for (const {ratingKey, type, title, guid} of members) {
					insert.run(collectionKey, ratingKey, level, type, title, guid);
				}
			}),
		keepOnly: collectionKeys => void removeOthers.run(JSON.stringify(collectionKeys)),
	};
};
