/** Leaves of the catalogue that belong together: the episodes of a season, the tracks of an album, or a film alone. */
export type CatalogueGroup = {
	/** Of one of its leaves. */
	readonly leaf: number;
	/** Season or album; null: it is one leaf. */
	readonly parent: number | null;
	/** Show or artist. */
	readonly grandparent: number | null;
	readonly section: number;
	/** movie, episode, track. */
	readonly type: string;
	readonly items: number;
	/** Bytes of all its leaves, a file once for each that it serves; null: none has a size. */
	readonly size: number | null;
	/** Unix seconds, of the first and of the last leaf; null: one of them does not say, or none. */
	readonly firstAddedAt: number | null;
	readonly lastAddedAt: number | null;
};

/** Where a leaf stands, and how Plex calls it, its season or album, its show or artist. */
export type NamedLeaf = Pick<CatalogueGroup, 'leaf' | 'parent' | 'grandparent' | 'type'> & {
	readonly title: string;
	/** "Director's Cut"; `''` where there is one edition only. */
	readonly edition: string;
	readonly parentTitle: string;
	readonly grandparentTitle: string;
};

/** A leaf whose file serves others too. */
export type SharedLeaf = Pick<CatalogueGroup, 'leaf' | 'parent' | 'grandparent' | 'type'> & {
	readonly fileHash: string;
	readonly size: number | null;
};

/** What Plex lists of a title: a film, show, season, episode, artist, album or track. */
export type TitleFacts = {
	readonly items: number;
	/** Bytes; a file that serves several of its items counts once. Null: Plex does not say. */
	readonly size: number | null;
	/** Unix seconds, of its first and its last item. */
	readonly firstAddedAt: number | null;
	readonly lastAddedAt: number | null;
	/** Unix seconds: when Plex was listed. */
	readonly listedAt: number;
};

/** The same, with the names of the collections that it, its parents or its items are in; null: not read yet. */
export type ListedTitle = TitleFacts & {readonly collections: readonly string[] | null};
