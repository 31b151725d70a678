import type {CatalogueGroup, SharedLeaf} from '../../domain/catalogue.ts';
import type {Level} from '../../domain/plays/unwatched.ts';

/** A title at a level: what is kept or goes as one. */
export type Unit = {
	readonly key: number;
	/** movie, show, season, artist, album; episode or track where it has no parents. */
	readonly type: string;
	readonly section: number;
	/** A leaf of it, by which it is named. */
	readonly leaf: number;
	/** Its own key, those of what it is part of, and of the seasons or albums that are part of it. */
	readonly keys: readonly number[];
	readonly items: number;
	readonly size: number | null;
	readonly firstAddedAt: number | null;
	readonly lastAddedAt: number | null;
};

/** What its leaves are called together, from the largest to the leaf itself. */
type Name = {readonly key: number; readonly type: string};

type Place = Pick<CatalogueGroup, 'leaf' | 'parent' | 'grandparent' | 'type'>;

const wholes: Readonly<Record<string, {readonly whole: string; readonly part: string}>> = {
	episode: {whole: 'show', part: 'season'},
	track: {whole: 'artist', part: 'album'},
};

/** Levels at which seasons and albums stand alone. */
const isInParts = (level: Level): boolean => level === 'seasons' || level === 'albums';

/** The unit that a leaf is in. What Plex names no parents of is its own. */
export const unitOf = (level: Level, {leaf, parent, grandparent, type}: Place): Name => {
	const words = wholes[type];
	if (!words) return {key: leaf, type};
	if (!isInParts(level) && grandparent !== null) return {key: grandparent, type: words.whole};
	return parent === null ? {key: leaf, type} : {key: parent, type: words.part};
};

/** What each level lists. */
const listed: Readonly<Record<Level, readonly string[] | null>> = {
	titles: null,
	films: ['movie'],
	shows: ['show', 'episode'],
	seasons: ['season', 'episode'],
	artists: ['artist', 'track'],
	albums: ['album', 'track'],
};

/** True for what a level lists; the others only hold files. */
export const isListed = (level: Level, {type}: Pick<Unit, 'type'>): boolean => listed[level]?.includes(type) ?? true;

const plus = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? (one ?? two) : one + two;

const before = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? null : Math.min(one, two);

const after = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? (one ?? two) : Math.max(one, two);

/** A unit while its groups come. */
type Growing = {-readonly [Key in keyof Unit]: Unit[Key]} & {readonly keys: number[]};

/** The keys of a group that its unit does not have yet: there are some ten thousand groups. */
const addKeys = (keys: number[], {leaf, parent, grandparent}: Place): void => {
	const part = parent ?? leaf;
	if (!keys.includes(part)) keys.push(part);
	if (grandparent !== null && !keys.includes(grandparent)) keys.push(grandparent);
};

const grow = (unit: Growing, group: CatalogueGroup): void => {
	addKeys(unit.keys, group);
	unit.items += group.items;
	unit.size = plus(unit.size, group.size);
	unit.firstAddedAt = before(unit.firstAddedAt, group.firstAddedAt);
	unit.lastAddedAt = after(unit.lastAddedAt, group.lastAddedAt);
};

const begin = ({key, type}: Name, group: CatalogueGroup): Growing => {
	const {leaf, section, items, size, firstAddedAt, lastAddedAt} = group;
	const keys: number[] = [];
	addKeys(keys, group);
	return {key, type, section, leaf, keys, items, size, firstAddedAt, lastAddedAt};
};

/** A file that serves several leaves of a unit is in its size once: what it was counted too much, by unit. */
const doubled = (level: Level, shared: readonly SharedLeaf[]): ReadonlyMap<number, number> => {
	const over = new Map<number, number>();
	const seen = new Map<string, number>();
	for (const leaf of shared) {
		const {key} = unitOf(level, leaf);
		const file = `${key} ${leaf.fileHash}`;
		const known = seen.get(file);
		const size = leaf.size ?? 0;
		seen.set(file, Math.max(known ?? 0, size));
		if (known !== undefined) over.set(key, (over.get(key) ?? 0) + Math.min(known, size));
	}
	return over;
};

/** Everything that is listed, by the titles of a level. */
export const unitsOf = (
	level: Level,
	groups: readonly CatalogueGroup[],
	shared: readonly SharedLeaf[],
): readonly Unit[] => {
	const units = new Map<number, Growing>();
	for (const group of groups) {
		const name = unitOf(level, group);
		const known = units.get(name.key);
		if (known) grow(known, group);
		else units.set(name.key, begin(name, group));
	}
	for (const [key, bytes] of doubled(level, shared)) {
		const unit = units.get(key);
		if (unit && unit.size !== null) unit.size -= bytes;
	}
	return [...units.values()];
};
