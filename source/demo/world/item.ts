export type ItemType = 'movie' | 'show' | 'season' | 'episode' | 'artist' | 'album' | 'track';

/** Name of a picture size as Tautulli words it, and its pixels. */
export type Resolution = {readonly label: string; readonly width: number; readonly height: number};

/** What the file of a leaf (movie, episode, track) is made of. Bitrates in kbps. */
export type Source = {
	/** Null for music. */
	readonly resolution: Resolution | null;
	readonly videoCodec: string;
	readonly audioCodec: string;
	readonly audioChannels: number;
	readonly container: string;
	readonly bitrateKbps: number;
};

/** A movie, a show, an artist, or a part of one. */
export type Item = {
	/** The rating key. */
	readonly key: number;
	readonly type: ItemType;
	readonly sectionId: number;
	readonly title: string;
	readonly year: number | null;
	/** Number of the season, episode, album or track. */
	readonly index: number | null;
	readonly guid: string;
	/** Unix seconds. */
	readonly addedAt: number;
	/** 0 for what is not a leaf. */
	readonly durationSeconds: number;
	readonly source: Source | null;
	readonly parent: Item | null;
	readonly children: Item[];
};

/** Movies, episodes and tracks: what can be played. */
export const leavesOf = (item: Item): readonly Item[] =>
	item.source === null ? item.children.flatMap(leavesOf) : [item];

/** The show of an episode or season, the artist of a track or album; the item itself where nothing is above it. */
export const topOf = (item: Item): Item => (item.parent === null ? item : topOf(item.parent));

/** `Show - Episode`, `Track - Artist`, or the bare title, as Tautulli joins them. */
export const fullTitleOf = (item: Item): string => {
	if (item.type === 'episode') return `${topOf(item).title} - ${item.title}`;
	if (item.type === 'track') return `${item.title} - ${topOf(item).title}`;
	return item.title;
};
