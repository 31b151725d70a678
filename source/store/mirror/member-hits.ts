import type {MemberLevel} from '../../domain/member-level.ts';
import type {Cell, CellKey} from './play-cells.ts';
import type {PlayTitle} from './play-titles.ts';
import type {TitleSections} from './title-sections.ts';

/** The library of each collection by its key, and the libraries that the server has now. Ids of sections. */
type Places = {readonly sectionOf: ReadonlyMap<string, string>; readonly sections: readonly string[]};

/** The history, and where the collections are; without places plays with a member's guid count whatever library they are of. */
export type Where = {readonly serverId: number; readonly places?: Places | undefined};

export type Member = {readonly ratingKey: number; readonly guid: string};
/** A collection with its members as they were saved. */
export type Listed = {readonly collectionKey: string; readonly level: MemberLevel; readonly members: readonly Member[]};

/** A cell that counts for a collection, and the member that it counts for. */
type Hit = {readonly cell: Cell; readonly key: CellKey; readonly member: number; readonly byGuid: boolean};

/** The hits of one collection by the name of their cell. */
export type Hits = {readonly cells: ReadonlyMap<string, Hit>; readonly rowsOfOthers: number};

/** Only these guids mean the same title for ever; `local://` and the like do not. */
export const isStable = (guid: string): boolean => guid.toLowerCase().startsWith('plex://');

/** A key that was used again: both guids are known for good, and they are not the same. */
const isOther = (member: Member, title: PlayTitle): boolean =>
	isStable(member.guid) && isStable(title.guid) && member.guid !== title.guid;

/** The name of a cell, the same for the same cell. */
export const nameOf = ({guid, ratingKey}: CellKey): string => `${ratingKey} ${guid}`;

/** Which cells count for seasons, albums, shows and artists: those with a member's key. */
export const hitsByKey = ({members}: Listed, sums: ReadonlyMap<string, Cell>): Hits => {
	const cells = new Map<string, Hit>();
	for (const {ratingKey} of members) {
		const key = {guid: '', ratingKey};
		const cell = sums.get(nameOf(key));
		if (cell) cells.set(nameOf(key), {cell, key, member: ratingKey, byGuid: false});
	}
	return {cells, rowsOfOthers: 0};
};

/** The titles under the members' keys, and those with their guids that are under another key. */
export type Titles = {
	readonly byKey: ReadonlyMap<number | null, readonly PlayTitle[]>;
	readonly byGuid: ReadonlyMap<string, readonly PlayTitle[]>;
	/** The libraries of the titles that may be old keys of a member, by name. */
	readonly sectionsOf: ReadonlyMap<string, ReadonlySet<number>>;
};

/** Reads where the titles are that have a member's guid under another key than all members with that guid. */
export function* titlesOf(
	sections: TitleSections,
	{serverId, places}: Where,
	members: readonly Member[],
	titles: readonly PlayTitle[],
): Generator<void, Titles> {
	const keysOf = new Map<string, Set<number>>();
	for (const {guid, ratingKey} of members)
		if (isStable(guid)) keysOf.set(guid, (keysOf.get(guid) ?? new Set()).add(ratingKey));
	const isDoubtful = ({guid, ratingKey}: PlayTitle): boolean => {
		const keys = keysOf.get(guid);
		return keys !== undefined && ratingKey !== null && (keys.size > 1 || !keys.has(ratingKey));
	};
	const doubtful = places ? titles.filter(isDoubtful) : [];
	const found = yield* sections.of(serverId, doubtful);
	return {
		byKey: Map.groupBy(titles, ({ratingKey}) => ratingKey),
		byGuid: Map.groupBy(titles, ({guid}) => guid),
		sectionsOf: new Map(doubtful.map((title, index) => [nameOf(title), found[index] ?? new Set()])),
	};
}

/**
 * Whether plays of a title are of another library that is still there, such as one of 4K copies: it is no old key of the
 * member then, so the collection does not count them.
 */
const isElsewhere = ({sectionsOf}: Titles, {places}: Where, {collectionKey}: Listed, title: PlayTitle): boolean => {
	const own = places?.sectionOf.get(collectionKey);
	return [...(sectionsOf.get(nameOf(title)) ?? [])].some(
		id => String(id) !== own && (places?.sections.includes(String(id)) ?? false),
	);
};

/**
 * Which cells count for films, episodes and tracks: those with a member's key, and those that have its guid under another
 * key, since the title was added again. A cell may be found by the key of one member and the guid of another: the key counts.
 */
export const hitsByTitle = (where: Where, listed: Listed, sums: ReadonlyMap<string, Cell>, titles: Titles): Hits => {
	const {members} = listed;
	const cells = new Map<string, Hit>();
	let rowsOfOthers = 0;
	for (const member of members) {
		for (const title of titles.byKey.get(member.ratingKey) ?? []) {
			const cell = sums.get(nameOf(title));
			if (!cell) continue;
			if (isOther(member, title)) rowsOfOthers += cell.rows;
			else cells.set(nameOf(title), {cell, key: title, member: member.ratingKey, byGuid: false});
		}
	}
	for (const member of members.filter(({guid}) => isStable(guid))) {
		for (const title of titles.byGuid.get(member.guid) ?? []) {
			const cell = sums.get(nameOf(title));
			if (!cell || title.ratingKey === member.ratingKey || cells.has(nameOf(title))) continue;
			if (isElsewhere(titles, where, listed, title)) continue;
			cells.set(nameOf(title), {cell, key: title, member: member.ratingKey, byGuid: true});
		}
	}
	return {cells, rowsOfOthers};
};
