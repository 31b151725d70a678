import type {MemberLevel} from '../domain/member-level.ts';
import type {Database} from './database.ts';
import {type Cell, type CellKey, type CellQuery, createPlayCells, type PlayCells} from './play-cells.ts';
import {createPlayTitles, type PlayTitle, type PlayTitles} from './play-titles.ts';

/** What of the mirror collections are counted from. `since`: Unix seconds, null: all time. */
export type MemberQuery = {
	readonly serverId: number;
	readonly collectionKeys: readonly string[];
	readonly sinces: ReadonlyArray<number | null>;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** Keys whose plays belong to another library, though they have a member's guid; see play-elsewhere.ts. */
	readonly elsewhere?: ReadonlySet<number> | undefined;
};

/** `items`: how many members have plays in the window. */
export type MemberWindow = {
	readonly plays: number;
	readonly playedSeconds: number;
	readonly users: number;
	readonly items: number;
};

/** Plays of one collection. */
export type MemberCount = {
	/** In the order asked. Where the seconds come to exactly 0, so do the plays, as in Tautulli. */
	readonly windows: readonly MemberWindow[];
	/** Rows of all time that have another key and were matched by their guid, since the title was added again. */
	readonly rowsByGuid: number;
	/** Rows of all time that have a member's key but are plays of something else: Plex has used the key again. */
	readonly rowsOfOthers: number;
};

/**
 * Counts collections whose members were saved, each play once. Every title is read once for all collections together;
 * yields where the thread may be given back.
 */
export type PlayMembers = {readonly count: (query: MemberQuery) => Generator<void, Map<string, MemberCount>>};

type Member = {readonly ratingKey: number; readonly guid: string};
type Listed = {readonly collectionKey: string; readonly level: MemberLevel; readonly members: readonly Member[]};

/** A cell that counts for a collection, and the member that it counts for. */
type Hit = {readonly cell: Cell; readonly member: number; readonly byGuid: boolean};

/** The part of a group that is in the cell of this name. */
type Part = {readonly name: string; readonly stoppedAt: number};

/** The hits of one collection by the name of their cell. */
type Hits = {readonly cells: ReadonlyMap<string, Hit>; readonly rowsOfOthers: number};

/** Few enough that reading them takes some hundredths of a second on a server with a million plays. */
const cellsAtOnce = 25;

const levels: readonly MemberLevel[] = [0, 1, 2];

/** Only these guids mean the same title for ever; `local://` and the like do not. */
const isStable = (guid: string): boolean => guid.toLowerCase().startsWith('plex://');

/** A key that was used again: both guids are known for good, and they are not the same. */
const isOther = (member: Member, title: PlayTitle): boolean =>
	isStable(member.guid) && isStable(title.guid) && member.guid !== title.guid;

const nameOf = ({guid, ratingKey}: CellKey): string => `${ratingKey} ${guid}`;

/** All cells that any of the members may need, each once. */
function* cellKeysOf(
	titles: PlayTitles,
	serverId: number,
	level: MemberLevel,
	members: readonly Member[],
): Generator<void, readonly CellKey[]> {
	const keys = new Set(members.map(({ratingKey}) => ratingKey));
	if (level > 0) return [...keys].map(ratingKey => ({guid: '', ratingKey}));
	return yield* titles.find(serverId, keys, new Set(members.map(({guid}) => guid).filter(isStable)));
}

/** The sums of these cells by name; those without plays are left out. */
function* readCells(
	cells: PlayCells,
	query: CellQuery,
	keys: readonly CellKey[],
): Generator<void, ReadonlyMap<string, Cell>> {
	const known = new Map<string, Cell>();
	for (let at = 0; at < keys.length; at += cellsAtOnce) {
		const some = keys.slice(at, at + cellsAtOnce);
		for (const [index, cell] of cells.sums(query, some).entries()) {
			const key = some[index];
			if (cell && key) known.set(nameOf(key), cell);
		}
		yield;
	}
	return known;
}

/** Groups with rows in several cells, by their parts. */
const crossingsOf = (cells: PlayCells, query: CellQuery, sums: ReadonlyMap<string, Cell>): Part[][] => {
	const references = new Set([...sums.values()].flatMap(({crossing}) => crossing));
	if (references.size === 0) return [];
	const parts = cells.parts(query, [...references]).filter(({cell}) => sums.has(nameOf(cell)));
	const groups = Map.groupBy(parts, ({referenceId}) => referenceId);
	return [...groups.values()]
		.filter(group => group.length > 1)
		.map(group => group.map(({cell, stoppedAt}) => ({name: nameOf(cell), stoppedAt})));
};

/** Which cells count for seasons, albums, shows and artists: those with a member's key. */
const hitsByKey = ({members}: Listed, sums: ReadonlyMap<string, Cell>): Hits => {
	const cells = new Map<string, Hit>();
	for (const {ratingKey} of members) {
		const name = nameOf({guid: '', ratingKey});
		const cell = sums.get(name);
		if (cell) cells.set(name, {cell, member: ratingKey, byGuid: false});
	}
	return {cells, rowsOfOthers: 0};
};

/**
 * Which cells count for films, episodes and tracks: those with a member's key, and those that have its guid under another
 * key, since the title was added again. A cell may be found by the key of one member and the guid of another: the key counts.
 */
const hitsByTitle = (
	{members}: Listed,
	sums: ReadonlyMap<string, Cell>,
	byKey: ReadonlyMap<number | null, readonly PlayTitle[]>,
	byGuid: ReadonlyMap<string, readonly PlayTitle[]>,
	elsewhere: ReadonlySet<number>,
): Hits => {
	const cells = new Map<string, Hit>();
	let rowsOfOthers = 0;
	for (const member of members) {
		for (const title of byKey.get(member.ratingKey) ?? []) {
			const cell = sums.get(nameOf(title));
			if (!cell) continue;
			if (isOther(member, title)) rowsOfOthers += cell.rows;
			else cells.set(nameOf(title), {cell, member: member.ratingKey, byGuid: false});
		}
	}
	for (const member of members.filter(({guid}) => isStable(guid))) {
		for (const title of byGuid.get(member.guid) ?? []) {
			const cell = sums.get(nameOf(title));
			if (!cell || title.ratingKey === member.ratingKey || cells.has(nameOf(title))) continue;
			if (title.ratingKey !== null && elsewhere.has(title.ratingKey)) continue;
			cells.set(nameOf(title), {cell, member: member.ratingKey, byGuid: true});
		}
	}
	return {cells, rowsOfOthers};
};

const noteLatest = (latest: Map<number, number>, id: number, at: number): void => {
	if (at > (latest.get(id) ?? Number.NEGATIVE_INFINITY)) latest.set(id, at);
};

const countFrom = (latest: ReadonlyMap<number, number>, since: number): number =>
	[...latest.values()].filter(at => at >= since).length;

/** The groups that have several parts in these cells. */
const crossingIn = (crossings: readonly Part[][], {cells}: Hits): Part[][] =>
	crossings.map(parts => parts.filter(({name}) => cells.has(name))).filter(parts => parts.length > 1);

/** How much too often sums over cells count the groups that cross them: once for each part in the window but one. */
const countedTwice = (crossings: readonly Part[][], since: number): number =>
	crossings.reduce((sum, parts) => sum + Math.max(0, parts.filter(({stoppedAt}) => stoppedAt >= since).length - 1), 0);

const sumOf = (hits: Hits, crossings: readonly Part[][], sinces: MemberQuery['sinces']): MemberCount => {
	const users = new Map<number, number>();
	const items = new Map<number, number>();
	const found = [...hits.cells.values()];
	const crossing = crossingIn(crossings, hits);
	for (const {cell, member} of found) {
		noteLatest(items, member, cell.stoppedAt);
		for (const [user, at] of cell.users) noteLatest(users, user, at);
	}
	return {
		windows: sinces.map((asked, index) => {
			const since = asked ?? Number.NEGATIVE_INFINITY;
			const playedSeconds = found.reduce((sum, {cell}) => sum + (cell.playedSeconds[index] ?? 0), 0);
			const plays = found.reduce((sum, {cell}) => sum + (cell.plays[index] ?? 0), 0);
			return {
				plays: playedSeconds === 0 ? 0 : plays - countedTwice(crossing, since),
				playedSeconds,
				users: countFrom(users, since),
				items: countFrom(items, since),
			};
		}),
		rowsByGuid: found.reduce((sum, {cell, byGuid}) => (byGuid ? sum + cell.rows : sum), 0),
		rowsOfOthers: hits.rowsOfOthers,
	};
};

type MemberRow = {readonly member_key: number; readonly guid: string; readonly level: MemberLevel};

export const createPlayMembers = (database: Database): PlayMembers => {
	const [titles, cells] = [createPlayTitles(database), createPlayCells(database)];
	const select = database.prepare<[string], MemberRow>(
		'SELECT member_key, guid, level FROM collection_members WHERE collection_key = ?',
	);

	const list = (collectionKey: string): Listed => {
		const rows = select.all(collectionKey);
		const members = rows.map(({member_key, guid}) => ({ratingKey: member_key, guid}));
		return {collectionKey, level: rows[0]?.level ?? 0, members};
	};

	return {
		*count({serverId, collectionKeys, sinces, grouping, elsewhere = new Set()}) {
			const listed = collectionKeys.map(list);
			const counted = new Map<string, MemberCount>();
			for (const level of levels) {
				const ofLevel = listed.filter(collection => collection.level === level);
				if (ofLevel.length === 0) continue;
				const query = {serverId, sinces, grouping, level};
				const members = ofLevel.flatMap(collection => collection.members);
				const keys = yield* cellKeysOf(titles, serverId, level, members);
				const sums = yield* readCells(cells, query, keys);
				const crossings = crossingsOf(cells, query, sums);
				const byKey = Map.groupBy(keys, ({ratingKey}) => ratingKey);
				const byGuid = Map.groupBy(keys, ({guid}) => guid);
				for (const collection of ofLevel) {
					const hits =
						level === 0 ? hitsByTitle(collection, sums, byKey, byGuid, elsewhere) : hitsByKey(collection, sums);
					counted.set(collection.collectionKey, sumOf(hits, crossings, sinces));
					if (crossings.length > 0) yield;
				}
			}
			return counted;
		},
	};
};
