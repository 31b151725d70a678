import type {AdoptShares} from '../../domain/plays/adoption.ts';
import type {CountWindow} from '../../domain/plays/play-count.ts';
import type {Database} from '../database.ts';
import {groupSql} from './absent.ts';
import {createKnownTitles, type KnownTitles} from './known-titles.ts';
import {createPlayRanges, type PlayRange} from './play-ranges.ts';
import {playColumns} from './play-row.ts';

/** Which history is carried over, beside which one: both are server ids. */
type Adoption = {readonly from: number; readonly into: number};

/**
 * Plays of histories that were set aside, carried over beside the current one. They are never rows of the current
 * history, so syncs and Tautulli's numbers do not see them: they are counted only here.
 */
export type AdoptedPlays = {
	readonly titles: KnownTitles;
	/** What carrying over would do, by the titles that are known. This and what follows yields where the thread may be given back. */
	readonly shares: (adoption: Adoption) => Generator<void, AdoptShares>;
	/** Carries over, in one transaction, and returns how many plays each added. The histories themselves stay whole. */
	readonly carryOver: (adoptions: readonly Adoption[], at: number) => Generator<void, number[]>;
	/** True: plays were carried over beside this history. */
	readonly any: (serverId: number) => boolean;
	/** Plays of the members of any of these collections, each once; those that the server has by now are left out. */
	readonly ofCollections: (window: CountWindow, collectionKeys: readonly string[]) => Generator<void, number>;
	/** The same of an item, a season or album, a show or artist. */
	readonly ofItem: (window: CountWindow, ratingKey: string) => Generator<void, number>;
};

const beforeAll = -1e15;

/** The play that another server id has too. */
const isIn = (servers: string): string => `EXISTS (
	SELECT 1 FROM plays AS same INDEXED BY plays_by_start
	WHERE same.server_id ${servers} AND same.started_at = plays.started_at AND same.user_id = plays.user_id
		AND same.guid = plays.guid
)`;

const adoptedServers = 'IN (SELECT id FROM mirror_servers WHERE adopted_into = :into)';

/**
 * The plays of one history that have a known title, judged before any of them is copied: a table of this connection
 * alone. The title of a play's guid is the one under the same key where it still has it, else the first that is known.
 */
const matchedTable = `
CREATE TEMP TABLE IF NOT EXISTS matched_plays (
	row_id INTEGER PRIMARY KEY,
	known_id INTEGER NOT NULL,
	overlapping INTEGER NOT NULL,
	adopted INTEGER NOT NULL
);
DELETE FROM temp.matched_plays;
`;

const inRange = 'row_id > :after AND row_id <= :upTo';

const matchSql = `
INSERT INTO temp.matched_plays (row_id, known_id, overlapping, adopted)
SELECT row_id, known_id, ${isIn('= :into')}, ${isIn(adoptedServers)} FROM (
	SELECT row_id, started_at, user_id, guid, (
		SELECT id FROM temp.known_titles AS known WHERE known.guid = plays.guid
		ORDER BY known.rating_key IS plays.rating_key DESC, id LIMIT 1
	) AS known_id
	FROM plays WHERE server_id = :from AND ${inRange} AND live = 0 AND guid LIKE 'plex://%'
) AS plays WHERE known_id IS NOT NULL`;

const sharesSql = `
SELECT count(*) AS matching, coalesce(sum(overlapping), 0) AS overlapping,
	coalesce(sum(adopted AND NOT overlapping), 0) AS adopted,
	coalesce(sum(NOT adopted AND NOT overlapping), 0) AS adding
FROM temp.matched_plays`;

const keyColumns: readonly string[] = ['rating_key', 'parent_rating_key', 'grandparent_rating_key', 'section_id'];

const copySql = `
INSERT INTO plays (server_id, ${playColumns.join(', ')})
SELECT :target, ${playColumns.map(name => (keyColumns.includes(name) ? `known.${name}` : `plays.${name}`)).join(', ')}
FROM temp.matched_plays AS matched
CROSS JOIN plays ON plays.server_id = :from AND plays.row_id = matched.row_id
CROSS JOIN temp.known_titles AS known ON known.id = matched.known_id
WHERE matched.row_id > :after AND matched.row_id <= :upTo AND NOT overlapping AND NOT adopted`;

const countSql = (grouping: boolean, where: string): string => `
SELECT DISTINCT ${grouping ? groupSql : 'row_id'} AS play FROM plays
WHERE server_id = :from AND ${inRange} AND stopped_at >= :since AND live = 0 AND (${where}) AND NOT ${isIn('= :into')}`;

const chosen = 'collection_key IN (SELECT CAST(value AS INTEGER) FROM json_each(:keys))';

const isMember = (column: string, level: number): string =>
	`${column} IN (SELECT member_key FROM collection_members WHERE level = ${level} AND ${chosen})`;

/** Only these guids mean the same title for ever. */
const stableGuid = `LIKE 'plex://%'`;

/** Leaves as collections count them one by one: by key unless Plex has used it again, and by guid under another key. */
const isLeafMember = `EXISTS (
	SELECT 1 FROM collection_members INDEXED BY collection_members_by_key
	WHERE level = 0 AND member_key = plays.rating_key AND ${chosen}
		AND NOT (collection_members.guid ${stableGuid} AND plays.guid ${stableGuid} AND collection_members.guid <> plays.guid)
) OR (plays.guid ${stableGuid} AND plays.guid IN (SELECT guid FROM collection_members WHERE level = 0 AND ${chosen}))`;

const isOfCollections = `${isMember('grandparent_rating_key', 2)} OR ${isMember('parent_rating_key', 1)} OR ${isLeafMember}`;

const isOfItem = 'rating_key = :key OR parent_rating_key = :key OR grandparent_rating_key = :key';

type Parameters = Readonly<Record<string, number | string>>;

const noShares: AdoptShares = {matching: 0, overlapping: 0, adopted: 0, adding: 0};

export const createAdoptedPlays = (database: Database): AdoptedPlays => {
	const ranges = createPlayRanges(database);
	const select = database.prepare<[Adoption], {id: number}>(
		'SELECT id FROM mirror_servers WHERE adopted_into = :into AND adopted_from = :from',
	);
	const insert = database.prepare<[Adoption & {readonly at: number}]>(
		`INSERT INTO mirror_servers (machine_identifier, first_seen, set_aside_at, complete, adopted_from, adopted_into)
		SELECT machine_identifier, :at, :at, 1, :from, :into FROM mirror_servers WHERE id = :into`,
	);
	const beside = database.prepare<[number], {id: number}>('SELECT id FROM mirror_servers WHERE adopted_into = ?');

	const targetOf = (adoption: Adoption, at: number): number => {
		if (!select.get(adoption)) insert.run({...adoption, at});
		const target = select.get(adoption);
		if (!target) throw new Error('The history that is carried over to is not there.');
		return target.id;
	};
	function* count(
		{serverId: into, since, grouping}: CountWindow,
		where: string,
		parameters: Readonly<Record<string, string>>,
	): Generator<void, number> {
		const select = database.prepare<[Parameters], {play: number | null}>(countSql(grouping, where));
		let plays = 0;
		for (const {id: from} of beside.all(into)) {
			const found = new Set<number>();
			for (const range of ranges.of(from)) {
				const rows = select.all({into, from, ...range, since: since ?? beforeAll, ...parameters});
				for (const {play} of rows) if (play !== null) found.add(play);
				yield;
			}
			plays += found.size;
		}
		return plays;
	}
	function* match(adoption: Adoption): Generator<void, void> {
		database.exec(matchedTable);
		const insertSome = database.prepare<[Adoption & PlayRange]>(matchSql);
		for (const range of ranges.of(adoption.from)) {
			insertSome.run({...adoption, ...range});
			yield;
		}
	}
	function* copy(adoption: Adoption, at: number): Generator<void, number> {
		yield* match(adoption);
		const {from} = adoption;
		const target = targetOf(adoption, at);
		const copySome = database.prepare<[PlayRange & {readonly from: number; readonly target: number}]>(copySql);
		let copied = 0;
		for (const range of ranges.of(from)) {
			copied += copySome.run({...range, from, target});
			yield;
		}
		return copied;
	}
	const any = (serverId: number): boolean => beside.get(serverId) !== undefined;

	return {
		titles: createKnownTitles(database),
		*shares(adoption) {
			yield* match(adoption);
			return database.prepare<[], AdoptShares>(sharesSql).get() ?? noShares;
		},
		*carryOver(adoptions, at) {
			const added: number[] = [];
			yield* database.immediateSteps(function* () {
				for (const adoption of adoptions) added.push(yield* copy(adoption, at));
			});
			return added;
		},
		any,
		ofCollections: (window, collectionKeys) => count(window, isOfCollections, {keys: JSON.stringify(collectionKeys)}),
		ofItem: (window, ratingKey) => count(window, isOfItem, {key: ratingKey}),
	};
};
