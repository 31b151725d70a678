import type {StatedPromotion} from '../../domain/rotation.ts';
import type {Database} from '../database.ts';

/** What is stated of one collection. */
type Statement = Omit<StatedPromotion, 'id'>;

/** Promotions that somebody states by hand, apart from all that was seen. */
export type Stated = {
	/** By library and title, oldest first. */
	readonly list: () => StatedPromotion[];
	/** Joined with those of the same collection that it overlaps or touches. Returns what stands there now. */
	readonly save: (statement: Statement) => StatedPromotion;
	/** Withdraws all that was stated of a collection; returns how many that were. */
	readonly forget: (sectionUuid: string, ratingKey: string) => number;
};

type Row = {
	readonly id: number;
	readonly section_uuid: string;
	readonly rating_key: number;
	readonly title: string;
	readonly library: string;
	readonly from_at: number;
	readonly to_at: number | null;
	readonly stated_at: number;
};

const readStated = (row: Row): StatedPromotion => ({
	id: row.id,
	sectionUuid: row.section_uuid,
	ratingKey: String(row.rating_key),
	title: row.title,
	libraryName: row.library,
	from: row.from_at,
	to: row.to_at,
	statedAt: row.stated_at,
});

const overlapSql = `
SELECT * FROM stated_promotions
WHERE section_uuid = ? AND rating_key = ? AND from_at <= coalesce(?, 9e99) AND coalesce(to_at, 9e99) >= ?`;

const insertSql = `
INSERT INTO stated_promotions (section_uuid, rating_key, title, library, from_at, to_at, stated_at)
VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *`;

/** One span over all of them. One without an end is closed by a statement that has one. */
const joined = (statement: Statement, others: readonly Row[]): {readonly from: number; readonly to: number | null} => ({
	from: Math.min(statement.from, ...others.map(({from_at: from}) => from)),
	to: statement.to === null ? null : Math.max(statement.to, ...others.flatMap(({to_at: to}) => to ?? [])),
});

export const createStated = (database: Database): Stated => {
	const list = database.prepare<[], Row>('SELECT * FROM stated_promotions ORDER BY library, title, from_at, id');
	const overlapping = database.prepare<[string, string, number | null, number], Row>(overlapSql);
	const remove = database.prepare<[number]>('DELETE FROM stated_promotions WHERE id = ?');
	const insert = database.prepare<unknown[], Row>(insertSql);
	const forget = database.prepare<[string, string]>(
		'DELETE FROM stated_promotions WHERE section_uuid = ? AND rating_key = ?',
	);
	return {
		list: () => list.all().map(readStated),
		save: statement =>
			database.immediate(() => {
				const {sectionUuid, ratingKey, title, libraryName, statedAt} = statement;
				const others = overlapping.all(sectionUuid, ratingKey, statement.to, statement.from);
				for (const {id} of others) remove.run(id);
				const {from, to} = joined(statement, others);
				const row = insert.get(sectionUuid, ratingKey, title, libraryName, from, to, statedAt);
				if (!row) throw new Error('A statement was not stored.');
				return readStated(row);
			}),
		forget: (sectionUuid, ratingKey) => forget.run(sectionUuid, ratingKey),
	};
};
