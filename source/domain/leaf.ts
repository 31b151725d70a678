/** Something that is played, under the keys that Plex has for it now; `''` where it has no such parent. */
export type Leaf = {
	readonly ratingKey: string;
	/** Season or album. */
	readonly parentRatingKey: string;
	/** Show or artist. */
	readonly grandparentRatingKey: string;
	readonly guid: string;
	readonly sectionId: string;
};
