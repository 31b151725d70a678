import {nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import type {Database} from '../database.ts';
import {noGroup, noTime, noUser} from './absent.ts';

/**
 * Reads the plays that stopped at a time or later (Unix seconds; null: all), under the keys that their titles have today. Yields where
 * the thread may be given back.
 */
export type PlayColumnsReader = {
	readonly read: (serverId: number, since: number | null) => Generator<void, PlayColumns>;
};

type Row = readonly [
	rowId: number,
	referenceId: number,
	startedAt: number,
	stoppedAt: number,
	pausedSeconds: number,
	userId: number,
	sectionId: number | null,
	itemKey: number | string | null,
	parentKey: number | string | null,
	grandparentKey: number | string | null,
	mediaType: string,
	live: number,
	decision: string,
	platform: string,
	player: string | null,
	product: string | null,
	network: string | null,
	titleId: number | null,
];

const columns = `row_id, reference_id, started_at, stopped_at, paused_seconds, user_id, section_id, rating_key, parent_rating_key,
	grandparent_rating_key, media_type, live, transcode_decision, platform, player, product, network, title_id`;

/** The table is in the order of row ids, which is the order of stops but for a few: from the first row of a window on it is read as it lies. */
const firstSql = `
SELECT min(row_id) AS first FROM plays INDEXED BY plays_by_stop WHERE server_id = :server AND stopped_at >= :since`;
const pageSql = `
SELECT ${columns} FROM plays NOT INDEXED
WHERE server_id = :server AND row_id > :after AND stopped_at >= :since ORDER BY row_id LIMIT :page`;

/** Some thousandths of a second; all rows at once would be most of what the engine holds. */
const pageRows = 2000;

/** Another process may add some between counting and reading. */
const spareRows = 1000;

const [least, most] = [nothing + 1, 2_147_483_647];

const bounded = (value: number): number => Math.max(least, Math.min(most, Math.trunc(value)));

const timeOf = (value: number): number => (value <= noTime ? nothing : bounded(value));

const keyOf = (value: number | string | null): number => (typeof value === 'number' ? bounded(value) : nothing);

/** Numbers for texts, in the order of their coming. The last one stands for all that do not fit. */
const createTexts = () => {
	const known = new Map<string, number>();
	const indexOf = (text: string): number => {
		const found = known.get(text) ?? Math.min(known.size, 65_534);
		known.set(text, found);
		return found;
	};
	return {indexOf, column: (indexes: Uint16Array): TextColumn => ({texts: [...known.keys()], indexes})};
};

/** Columns of this many rows that grow row by row. */
const createBuilder = (capacity: number) => {
	const ints = () => new Int32Array(capacity);
	const short = () => new Uint16Array(capacity);
	const [rowIds, references] = [new Float64Array(capacity), new Float64Array(capacity)];
	const numbers = {
		startedAt: ints(),
		stoppedAt: ints(),
		seconds: ints(),
		userIds: ints(),
		sectionIds: ints(),
		itemKeys: ints(),
		parentKeys: ints(),
		grandparentKeys: ints(),
		titleIds: ints(),
	};
	const indexes = {
		media: short(),
		decisions: short(),
		platforms: short(),
		players: short(),
		products: short(),
		networks: short(),
	};
	const texts = {
		media: createTexts(),
		decisions: createTexts(),
		platforms: createTexts(),
		players: createTexts(),
		products: createTexts(),
		networks: createTexts(),
	};
	let count = 0;

	const add = (row: Row): void => {
		const [rowId, referenceId, startedAt, stoppedAt, paused, userId, sectionId, item, parent, grandparent] = row;
		const [, , , , , , , , , , mediaType, live, decision, platform, player, product, network, titleId] = row;
		const at = count;
		count += 1;
		rowIds[at] = rowId;
		references[at] = referenceId;
		numbers.startedAt[at] = timeOf(startedAt);
		numbers.stoppedAt[at] = timeOf(stoppedAt);
		const isTimed = startedAt > noTime && stoppedAt > 0;
		numbers.seconds[at] = isTimed ? bounded(stoppedAt - startedAt - paused) : bounded(-paused);
		numbers.userIds[at] = userId === noUser ? nothing : bounded(userId);
		numbers.sectionIds[at] = keyOf(sectionId);
		numbers.itemKeys[at] = keyOf(item);
		numbers.parentKeys[at] = keyOf(parent);
		numbers.grandparentKeys[at] = keyOf(grandparent);
		numbers.titleIds[at] = titleId ?? nothing;
		indexes.media[at] = texts.media.indexOf(live === 1 ? 'live' : mediaType);
		indexes.decisions[at] = texts.decisions.indexOf(decision);
		indexes.platforms[at] = texts.platforms.indexOf(platform);
		indexes.players[at] = texts.players.indexOf(player ?? '');
		indexes.products[at] = texts.products.indexOf(product ?? '');
		indexes.networks[at] = texts.networks.indexOf(network ?? '');
	};

	/** Groups by number: those of several rows first, since only they need a look whether they were counted. */
	const groupsOf = (): {readonly groups: Int32Array; readonly groupsOfSeveral: number} => {
		const sizes = new Map<number, number>();
		for (let at = 0; at < count; at++) {
			const reference = references[at] ?? noGroup;
			sizes.set(reference, (sizes.get(reference) ?? 0) + 1);
		}
		const numbersOf = new Map<number, number>();
		for (const [reference, size] of sizes)
			if (size > 1 && reference !== noGroup) numbersOf.set(reference, numbersOf.size);
		const groupsOfSeveral = numbersOf.size;
		let next = groupsOfSeveral;
		const groups = new Int32Array(count);
		for (let at = 0; at < count; at++) {
			const reference = references[at] ?? noGroup;
			groups[at] = reference === noGroup ? nothing : (numbersOf.get(reference) ?? next++);
		}
		return {groups, groupsOfSeveral};
	};

	const build = (): PlayColumns => {
		const cut = <Column extends {slice: (from: number, to: number) => Column}>(column: Column): Column =>
			count === capacity ? column : column.slice(0, count);
		return {
			count,
			rowIds: cut(rowIds),
			...groupsOf(),
			startedAt: cut(numbers.startedAt),
			stoppedAt: cut(numbers.stoppedAt),
			seconds: cut(numbers.seconds),
			userIds: cut(numbers.userIds),
			sectionIds: cut(numbers.sectionIds),
			itemKeys: cut(numbers.itemKeys),
			parentKeys: cut(numbers.parentKeys),
			grandparentKeys: cut(numbers.grandparentKeys),
			titleIds: cut(numbers.titleIds),
			media: texts.media.column(cut(indexes.media)),
			decisions: texts.decisions.column(cut(indexes.decisions)),
			platforms: texts.platforms.column(cut(indexes.platforms)),
			players: texts.players.column(cut(indexes.players)),
			products: texts.products.column(cut(indexes.products)),
			networks: texts.networks.column(cut(indexes.networks)),
		};
	};
	return {add, build};
};

type OwnerRow = readonly [rowId: number, key: number, parent: number | null, grandparent: number | null];

const ownersSql = `
SELECT row_id, rating_key, parent_key, grandparent_key FROM play_owners WHERE server_id = ? ORDER BY row_id`;

/** Puts the keys of today in the place of those that plays had. Both are in the order of row ids. */
const withOwners = (columns: PlayColumns, owners: Iterable<OwnerRow>): PlayColumns => {
	const {count, rowIds, itemKeys, parentKeys, grandparentKeys} = columns;
	let at = 0;
	for (const [rowId, key, parent, grandparent] of owners) {
		while (at < count && (rowIds[at] ?? 0) < rowId) at += 1;
		if (rowIds[at] !== rowId) continue;
		itemKeys[at] = keyOf(key);
		parentKeys[at] = keyOf(parent);
		grandparentKeys[at] = keyOf(grandparent);
	}
	return columns;
};

export const createPlayColumns = (database: Database): PlayColumnsReader => {
	const owners = database.prepareRaw<[number], OwnerRow>(ownersSql);
	const countAll = database.prepare<[number], {n: number}>('SELECT count(*) AS n FROM plays WHERE server_id = ?');
	const countSince = database.prepare<[{server: number; since: number}], {n: number}>(
		'SELECT count(*) AS n FROM plays INDEXED BY plays_by_stop WHERE server_id = :server AND stopped_at >= :since',
	);
	const first = database.prepare<[{server: number; since: number}], {first: number | null}>(firstSql);
	const page = database.prepareRaw<[{server: number; after: number; since: number; page: number}], Row>(pageSql);
	const sizeOf = (serverId: number, since: number | null): number =>
		(since === null ? countAll.get(serverId) : countSince.get({server: serverId, since}))?.n ?? 0;
	const beforeFirst = (serverId: number, since: number | null): number =>
		since === null
			? Number.MIN_SAFE_INTEGER
			: (first.get({server: serverId, since})?.first ?? Number.MAX_SAFE_INTEGER) - 1;
	return {
		*read(serverId, since) {
			const builder = createBuilder(sizeOf(serverId, since) + spareRows);
			for (let after = beforeFirst(serverId, since); ; ) {
				// Rows without a stop have the lowest number there is.
				const rows = page.all({server: serverId, after, since: since ?? Number.MIN_SAFE_INTEGER, page: pageRows});
				for (const row of rows) builder.add(row);
				const last = rows.at(-1);
				if (!last || rows.length < pageRows) return withOwners(builder.build(), owners.iterate(serverId));
				after = last[0];
				// A window is read at one moment: what a sync writes meanwhile must not be in a part of it.
				if (since === null) yield;
			}
		},
	};
};
