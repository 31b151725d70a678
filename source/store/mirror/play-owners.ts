import type {LostKeys} from '../../domain/plays/adoption.ts';
import {type OwnTitle, type PlayKeys, type Title, titleOfPlay} from '../../domain/plays/title-of-play.ts';
import type {Database} from '../database.ts';

/** Whose each play is: decided once, when Plex was listed or plays came, and read with the plays from then on. */
export type PlayOwners = {
	/** True: Plex's titles are known, so that keys need not decide alone. */
	readonly isListed: (serverId: number) => boolean;
	/**
	 * Decides for plays that came since the last time, or for all of them. Returns how many keys Plex has given up, of all that
	 * were looked at. Yields where the thread may be given back.
	 */
	readonly decide: (serverId: number, which: 'new' | 'all') => Generator<void, LostKeys>;
	/** The keys that a key stands for today: itself while a title has it, else those of what was played under it. */
	readonly keysOf: (serverId: number, key: number) => ReadonlySet<number>;
	/** Rows of plays whose keys are others today, by what became of them, as far as a collection has them. */
	readonly ofCollections: (serverId: number) => {readonly rekeyed: number; readonly reused: number};
};

type Row = readonly [
	rowId: number,
	guid: string,
	key: number | null,
	parent: number | null,
	grandparent: number | null,
	section: number | null,
	ownSection: number | null,
	ownGuid: string | null,
	ownParent: number | null,
	ownGrandparent: number | null,
];

const pageRows = 10_000;

const pageSql = `
SELECT plays.row_id, plays.guid, plays.rating_key, plays.parent_rating_key, plays.grandparent_rating_key, plays.section_id,
	own.section_id, own.guid, own.parent_key, own.grandparent_key
FROM plays NOT INDEXED
LEFT JOIN catalogue AS own ON own.server_id = plays.server_id AND own.rating_key = plays.rating_key
WHERE plays.server_id = ? AND plays.row_id > ? AND live = 0 ORDER BY plays.row_id LIMIT ${pageRows}`;

type TitleRow = {
	readonly rating_key: number;
	readonly parent_key: number | null;
	readonly grandparent_key: number | null;
	readonly section_id: number;
};

const titlesSql = `
SELECT rating_key, parent_key, grandparent_key, section_id FROM catalogue INDEXED BY catalogue_by_guid
WHERE server_id = ? AND guid = ? ORDER BY added_at, rating_key`;

const isMember = `IN (SELECT member_key FROM collection_members)`;

const inCollectionsSql = `
SELECT how, count(*) AS n FROM play_owners AS owner
JOIN plays ON plays.server_id = owner.server_id AND plays.row_id = owner.row_id
WHERE owner.server_id = ? AND CASE how
	WHEN 'rekeyed' THEN owner.rating_key ${isMember} OR owner.parent_key ${isMember} OR owner.grandparent_key ${isMember}
	WHEN 'reused' THEN plays.rating_key ${isMember} END
GROUP BY how`;

const livesSql = `
SELECT EXISTS (SELECT 1 FROM catalogue WHERE server_id = :server AND rating_key = :key)
	OR EXISTS (SELECT 1 FROM catalogue INDEXED BY catalogue_by_parent WHERE server_id = :server AND parent_key = :key)
	OR EXISTS (SELECT 1 FROM catalogue INDEXED BY catalogue_by_grandparent WHERE server_id = :server AND grandparent_key = :key) AS found`;

const todaySql = (index: string, column: string, owner: string): string => `
SELECT DISTINCT owner.${owner} AS key FROM plays INDEXED BY ${index}
JOIN play_owners AS owner ON owner.server_id = plays.server_id AND owner.row_id = plays.row_id
WHERE plays.server_id = :server AND plays.${column} = :key AND owner.${owner} IS NOT NULL`;

/** What changes when an owner does. */
const stateSql = `
SELECT count(*) || ' ' || total(row_id * 31 + rating_key) || ' ' || total(parent_key) || ' ' || total(grandparent_key) AS state
FROM play_owners WHERE server_id = ?`;

const ownOf = ([, , key, , , , section, guid, parent, grandparent]: Row): OwnTitle | null =>
	key === null || section === null || guid === null ? null : {key, parent, grandparent, section, guid};

const playOf = ([, guid, key, parent, grandparent, section]: Row): PlayKeys => ({
	guid,
	key,
	parent,
	grandparent,
	section,
});

export const createPlayOwners = (database: Database): PlayOwners => {
	const anyListed = database.prepare<[number], {found: number}>(
		'SELECT EXISTS (SELECT 1 FROM catalogue_sections WHERE server_id = ?) AS found',
	);
	const page = database.prepareRaw<[number, number], Row>(pageSql);
	const titles = database.prepare<[number, string], TitleRow>(titlesSql);
	const state = database.prepare<[number], {state: string}>(stateSql);
	const clear = database.prepare<[number, number, number]>(
		'DELETE FROM play_owners WHERE server_id = ? AND row_id > ? AND row_id <= ?',
	);
	const insert = database.prepare<[number, number, number, number | null, number | null, string]>(
		'INSERT INTO play_owners (server_id, row_id, rating_key, parent_key, grandparent_key, how) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const resolved = database.prepare<[number], {row: number | null}>(
		'SELECT resolved_row AS row FROM mirror_servers WHERE id = ?',
	);
	const saveResolved = database.prepare<[number, number]>('UPDATE mirror_servers SET resolved_row = ? WHERE id = ?');
	const bump = database.prepare<[number]>('UPDATE mirror_servers SET plays_version = plays_version + 1 WHERE id = ?');
	const lives = database.prepare<[{server: number; key: number}], {found: number}>(livesSql);
	const today = database.prepare<[{server: number; key: number}], {key: number}>(
		[
			todaySql('plays_by_key', 'rating_key', 'rating_key'),
			todaySql('plays_by_parent', 'parent_rating_key', 'parent_key'),
			todaySql('plays_by_grandparent', 'grandparent_rating_key', 'grandparent_key'),
		].join(' UNION '),
	);
	const inCollections = database.prepare<[number], {how: string; n: number}>(inCollectionsSql);

	const stateOf = (serverId: number): string => state.get(serverId)?.state ?? '';

	/** The titles of a guid, looked up once. */
	const createLookup = (serverId: number): ((guid: string) => readonly Title[]) => {
		const known = new Map<string, readonly Title[]>();
		return guid => {
			const found = known.get(guid);
			if (found) return found;
			const listed = titles.all(serverId, guid).map(row => ({
				key: row.rating_key,
				parent: row.parent_key,
				grandparent: row.grandparent_key,
				section: row.section_id,
			}));
			known.set(guid, listed);
			return listed;
		};
	};

	return {
		isListed: serverId => anyListed.get(serverId)?.found === 1,
		*decide(serverId, which) {
			const before = stateOf(serverId);
			const titlesOf = createLookup(serverId);
			const first =
				which === 'new' ? (resolved.get(serverId)?.row ?? Number.MIN_SAFE_INTEGER) : Number.MIN_SAFE_INTEGER;
			let [after, rekeyed, orphans] = [first, 0, 0];
			while (true) {
				const rows = page.all(serverId, after);
				const decided = rows.map(row => [row[0], titleOfPlay(playOf(row), ownOf(row), titlesOf)] as const);
				const from = after;
				const isLast = rows.length < pageRows;
				after = rows.at(-1)?.[0] ?? after;
				database.immediate(() => {
					// Behind the last row there is none: what was decided for plays that are gone goes too.
					clear.run(serverId, from, isLast ? Number.MAX_SAFE_INTEGER : after);
					for (const [rowId, {how, title}] of decided) {
						if (how === 'rekeyed') rekeyed += 1;
						if (how === 'orphan') orphans += 1;
						if (title && how !== 'own') insert.run(serverId, rowId, title.key, title.parent, title.grandparent, how);
					}
				});
				if (isLast) break;
				yield;
			}
			if (after > Number.MIN_SAFE_INTEGER) saveResolved.run(after, serverId);
			if (stateOf(serverId) !== before) bump.run(serverId);
			return {rekeyed, orphans};
		},
		keysOf: (server, key) => {
			const isAlive = lives.get({server, key})?.found === 1;
			return new Set([key, ...(isAlive ? [] : today.all({server, key}).map(row => row.key))]);
		},
		ofCollections: serverId => {
			const counts = new Map(inCollections.all(serverId).map(({how, n}) => [how, n]));
			return {rekeyed: counts.get('rekeyed') ?? 0, reused: counts.get('reused') ?? 0};
		},
	};
};
