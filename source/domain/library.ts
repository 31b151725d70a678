/** A library as Tautulli lists it. Counts are items (movies, shows), seasons or albums, episodes or tracks. */
export type Library = {
	readonly sectionId: string;
	readonly name: string;
	/** movie, show, artist, photo, live. */
	readonly type: string;
	/** Null for Live TV, which has no items, and where it is not known. */
	readonly count: number | null;
};

/** A library of Plex. The uuid survives a rename, and tells a remade library from the old one. */
export type Section = {
	readonly sectionId: string;
	readonly uuid: string;
	/** A number that moves when what is in it does; absent or null where Plex does not say. */
	readonly changedAt?: number | null;
	readonly name: string;
	readonly type: string;
};
