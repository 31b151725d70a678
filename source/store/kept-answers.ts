import type {Database} from './database.ts';

/** An answer, and as long as what it was counted from does not change, until when it holds. Unix seconds. */
type KeptAnswer = {
	readonly name: string;
	/** A text that changes with all that it was counted from. */
	readonly countedFrom: string;
	readonly at: number;
	readonly until: number;
	/** JSON. */
	readonly answer: string;
};

/** Answers that took long to count, for the next program: most ask once. */
export type KeptAnswers = {
	/** The JSON of the answer; null: there is none that holds at this time. */
	readonly read: (asked: Pick<KeptAnswer, 'name' | 'countedFrom' | 'at'>) => string | null;
	/** In the place of an older one of that name; those whose time is over go. Throws at once where another process writes. */
	readonly save: (answer: KeptAnswer) => void;
	/** A text that changes with what is known of collections, their members and their promotion; plays have their own version. */
	readonly collectionsVersion: () => string;
};

const readSql = `
SELECT answer FROM kept_answers
WHERE name = :name AND counted_from = :countedFrom AND made_at <= :at AND until > :at`;

const saveSql = `
INSERT OR REPLACE INTO kept_answers (name, counted_from, made_at, until, answer)
VALUES (:name, :countedFrom, :at, :until, :answer)`;

/**
 * Whatever writes one of these tables moves a number of its own: a time, a count, a sum. Only a look that found all as it was moves
 * none: it adds minutes to a year.
 */
const versionSql = `
SELECT json_array(
	(SELECT count(*) FROM look_spans),
	json((SELECT json_array(count(*), total(until), total(joins)) FROM promotion_states)),
	json((SELECT json_array(count(*), max(id), total(from_at), total(to_at), total(stated_at)) FROM stated_promotions)),
	json((SELECT json_array(count(*), max(id), max(seen_at)) FROM rotations)),
	json((SELECT json_array(count(*), max(seen_at)) FROM pins)),
	json((SELECT json_array(count(*), max(last_seen)) FROM collections)),
	json((SELECT json_array(count(*), total(read_at), total(confirmed_at)) FROM collection_reads)),
	json((SELECT json_array(count(*), max(last_seen)) FROM former_members)),
	json((SELECT json_array(count(*), total(listed_at)) FROM catalogue_sections)),
	json((SELECT json_group_array(owners) FROM mirror_servers))
) AS version`;

export const createKeptAnswers = (database: Database): KeptAnswers => {
	const read = database.prepare<[Parameters<KeptAnswers['read']>[0]], {answer: string}>(readSql);
	const save = database.prepare<[KeptAnswer]>(saveSql);
	const drop = database.prepare<[number]>('DELETE FROM kept_answers WHERE until <= ?');
	const version = database.prepare<[], {version: string}>(versionSql);
	return {
		read: asked => read.get(asked)?.answer ?? null,
		save: kept =>
			database.immediateOrNot(() => {
				drop.run(kept.at);
				save.run(kept);
			}),
		collectionsVersion: () => version.get()?.version ?? '',
	};
};
