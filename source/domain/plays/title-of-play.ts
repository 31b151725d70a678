/** A living title of Plex: its key, and those of its season or album and of its show or artist. */
export type Title = {
	readonly key: number;
	readonly parent: number | null;
	readonly grandparent: number | null;
	/** The library that it is in. */
	readonly section: number;
};

/** The title that has a play's key today. */
export type OwnTitle = Title & {readonly guid: string};

/** What a row of the history says of what was played. The section is null, or 0, where it is not known. */
export type PlayKeys = {
	readonly guid: string;
	readonly key: number | null;
	readonly parent: number | null;
	readonly grandparent: number | null;
	readonly section: number | null;
};

/**
 * Whose a play is. own: the title that its key says, where it stood. moved: the same, under another season or show by now. reused:
 * the key is another title's by now. rekeyed: the title has another key. orphan: Plex has neither.
 */
export type Decision = {readonly how: 'own' | 'moved' | 'reused' | 'rekeyed' | 'orphan'; readonly title: Title | null};

/** Only these guids mean the same title for ever. */
const isStable = (guid: string): boolean => guid.startsWith('plex://');

const orphan: Decision = {how: 'orphan', title: null};

/**
 * The four rules. `titlesOf` gives the living titles of a guid, the one that was added first in front.
 * 1. Its key lives, and its guid is that title's, or nobody's in that library (the match was fixed): it is that title's.
 * 2. Its key lives, and its guid is exactly one other title's of the same library: it is that one's, since the key was used again.
 * 3. Its key is gone: the title that has its stable guid, in its own library before another.
 * 4. Else it is nobody's.
 */
export const titleOfPlay = (
	play: PlayKeys,
	own: OwnTitle | null,
	titlesOf: (guid: string) => readonly Title[],
): Decision => {
	const {guid, section} = play;
	if (own) {
		const others =
			guid === '' || guid === own.guid ? [] : titlesOf(guid).filter(title => title.section === own.section);
		const [other] = others;
		if (other) return others.length === 1 ? {how: 'reused', title: other} : orphan;
		const isThere = play.parent === own.parent && play.grandparent === own.grandparent;
		return {how: isThere ? 'own' : 'moved', title: own};
	}
	if (!isStable(guid)) return orphan;
	const titles = titlesOf(guid);
	const title = titles.find(each => each.section === section) ?? titles[0];
	return title ? {how: 'rekeyed', title} : orphan;
};
