/** Something that can be played, as Plex lists it now; `''` where it has no such parent, null where Plex does not say. */
export type Leaf = {
	readonly ratingKey: string;
	/** Season or album. */
	readonly parentRatingKey: string;
	/** Show or artist. */
	readonly grandparentRatingKey: string;
	readonly guid: string;
	readonly sectionId: string;
	/** movie, episode, track. */
	readonly type: string;
	readonly title: string;
	readonly parentTitle: string;
	readonly grandparentTitle: string;
	readonly season: number | null;
	readonly episode: number | null;
	readonly year: number | null;
	/** "Director's Cut"; `''` where there is one edition only. */
	readonly edition: string;
	/** Unix seconds. */
	readonly addedAt: number | null;
	/** Bytes of all its files. */
	readonly size: number | null;
	/** A hash of the paths of its files: episodes that share a file have one; `''` without a file. */
	readonly fileHash: string;
};
