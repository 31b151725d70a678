/** Which key of a play a member is: 0 its own, 1 its parent's (season, album), 2 its grandparent's (show, artist). */
export type MemberLevel = 0 | 1 | 2;

const parents = new Set(['season', 'album']);
const grandparents = new Set(['show', 'artist']);

/** The key of a play that members of this type stand in. */
export const memberLevel = (mediaType: string): MemberLevel =>
	grandparents.has(mediaType) ? 2 : parents.has(mediaType) ? 1 : 0;
