import type {Item, ItemType} from './item.ts';

/** Kinds of libraries. */
type SectionType = 'movie' | 'show' | 'artist';

/** A library of the demo's Plex server, with the items at its top. */
export type DemoLibrary = {
	readonly sectionId: number;
	readonly uuid: string;
	readonly name: string;
	readonly type: SectionType;
	readonly agent: string;
	/** The popular first; what is new is added at the end. */
	readonly items: Item[];
};

const depth: Partial<Record<ItemType, number>> = {season: 1, album: 1, episode: 2, track: 2};

/** All items of one type in a library. */
export const itemsOfType = (library: DemoLibrary, type: ItemType): readonly Item[] => {
	let items = library.items;
	for (let level = 0; level < (depth[type] ?? 0); level++) items = items.flatMap(item => item.children);
	return items.filter(item => item.type === type);
};
