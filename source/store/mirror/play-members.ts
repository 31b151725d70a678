import type {MemberLevel} from '../../domain/member-level.ts';
import type {Database} from '../database.ts';
import {
	type Hits,
	hitsByKey,
	hitsByTitle,
	isStable,
	type Listed,
	type Member,
	nameOf,
	titlesOf,
	type Where,
} from './member-hits.ts';
import {
	type Cell,
	type CellKey,
	type CellQuery,
	countFrom,
	createPlayCells,
	noteLatest,
	type PlayCells,
} from './play-cells.ts';
import {createPlayTitles, type PlayTitle, type PlayTitles} from './play-titles.ts';
import {createTitleSections} from './title-sections.ts';

/** What of the mirror collections are counted from. `since`: Unix seconds, null: all time. */
type MemberQuery = Where & {
	readonly collectionKeys: readonly string[];
	readonly sinces: ReadonlyArray<number | null>;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
};

/** `items`: how many members have plays in the window. */
type MemberWindow = {
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

/** Which plays count for any of the collections: leaves by title, others by the key of their season, album, show or artist. */
export type CountedPlays = {
	readonly titles: readonly PlayTitle[];
	readonly parentKeys: readonly number[];
	readonly grandparentKeys: readonly number[];
};

/** The counts of collections by their key, and what they were counted from. */
export type MemberCounts = {readonly byCollection: ReadonlyMap<string, MemberCount>; readonly counted: CountedPlays};

/**
 * Counts collections whose members were saved, each play once. Every title is read once for all collections together;
 * yields where the thread may be given back.
 */
export type PlayMembers = {readonly count: (query: MemberQuery) => Generator<void, MemberCounts>};

/** The part of a group that is in the cell of this name. */
type Part = {readonly name: string; readonly stoppedAt: number};

/** Few enough that reading them takes some hundredths of a second on a server with a million plays. */
const cellsAtOnce = 25;

const levels: readonly MemberLevel[] = [0, 1, 2];

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
			const timed = found.some(({cell}) => (cell.timed[index] ?? 0) > 0);
			const playedSeconds = timed ? found.reduce((sum, {cell}) => sum + (cell.playedSeconds[index] ?? 0), 0) : 0;
			const plays = found.reduce((sum, {cell}) => sum + (cell.plays[index] ?? 0), 0);
			return {
				plays: playedSeconds === 0 ? 0 : plays - countedTwice(crossing, since),
				playedSeconds,
				users: countFrom(users.values(), since),
				items: countFrom(items.values(), since),
			};
		}),
		rowsByGuid: found.reduce((sum, {cell, byGuid}) => (byGuid ? sum + cell.rows : sum), 0),
		rowsOfOthers: hits.rowsOfOthers,
	};
};

type MemberRow = {readonly member_key: number; readonly guid: string; readonly level: MemberLevel};

/** What the hits of a level add to the plays that count. */
const keysOfHits = (hits: ReadonlyMap<string, CellKey>): number[] =>
	[...hits.values()].flatMap(({ratingKey}) => ratingKey ?? []);

export const createPlayMembers = (database: Database): PlayMembers => {
	const [titles, cells, sections] = [
		createPlayTitles(database),
		createPlayCells(database),
		createTitleSections(database),
	];
	const select = database.prepare<[string], MemberRow>(
		'SELECT member_key, guid, level FROM collection_members WHERE collection_key = ?',
	);

	const list = (collectionKey: string): Listed => {
		const rows = select.all(collectionKey);
		const members = rows.map(({member_key, guid}) => ({ratingKey: member_key, guid}));
		return {collectionKey, level: rows[0]?.level ?? 0, members};
	};

	/** Counts the collections of one level; returns which cells any of them has. */
	function* countLevel(
		query: MemberQuery,
		level: MemberLevel,
		listed: readonly Listed[],
		byCollection: Map<string, MemberCount>,
	): Generator<void, ReadonlyMap<string, CellKey>> {
		const found = new Map<string, CellKey>();
		if (listed.length === 0) return found;
		const cellQuery = {...query, level};
		const members = listed.flatMap(collection => collection.members);
		const keys = yield* cellKeysOf(titles, query.serverId, level, members);
		const sums = yield* readCells(cells, cellQuery, keys);
		const crossings = crossingsOf(cells, cellQuery, sums);
		const known = level === 0 ? yield* titlesOf(sections, query, members, keys) : null;
		for (const collection of listed) {
			const hits = known ? hitsByTitle(query, collection, sums, known) : hitsByKey(collection, sums);
			for (const [name, {key}] of hits.cells) found.set(name, key);
			byCollection.set(collection.collectionKey, sumOf(hits, crossings, query.sinces));
			if (crossings.length > 0) yield;
		}
		return found;
	}

	return {
		*count(query) {
			const listed = query.collectionKeys.map(list);
			const byCollection = new Map<string, MemberCount>();
			const hits: Array<ReadonlyMap<string, CellKey>> = [];
			for (const level of levels) {
				const ofLevel = listed.filter(collection => collection.level === level);
				hits.push(yield* countLevel(query, level, ofLevel, byCollection));
			}
			const [leaves = new Map(), parents = new Map(), grandparents = new Map()] = hits;
			return {
				byCollection,
				counted: {
					titles: [...leaves.values()],
					parentKeys: keysOfHits(parents),
					grandparentKeys: keysOfHits(grandparents),
				},
			};
		},
	};
};
