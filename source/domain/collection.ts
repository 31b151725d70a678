import type {Days, WindowTotal} from './period.ts';

/** Where Plex shows a collection: the owner's Home, the friends' Home, the library's Recommended tab. */
export type Promoted = {readonly home: boolean; readonly shared: boolean; readonly recommended: boolean};

/** *Promoted* means promoted to any of the three places. */
export const isPromoted = (promoted: Promoted | null): boolean =>
	promoted !== null && (promoted.home || promoted.shared || promoted.recommended);

/** Who listed a collection: Plex itself, or Tautulli where no Plex is configured (then promotion is unknown). */
export type CollectionSource = 'plex' | 'tautulli';

/** A Plex collection as it is listed now. */
export type Collection = {
	readonly ratingKey: string;
	readonly title: string;
	readonly sectionId: string;
	/** `''` where only Tautulli was asked. */
	readonly sectionUuid: string;
	readonly libraryName: string;
	/** The type of its members (Plex's subtype): movie, show, season, episode, artist, album, track. */
	readonly mediaType: string;
	readonly smart: boolean;
	/** Plex's own count, a hint only: a smart collection with a limit counts all matches. */
	readonly childCount: number;
	/** Unix seconds of the last change that Plex knows of; absent or null where it does not say. */
	readonly changedAt?: number | null;
	/** Null: not known (Plex not configured, or it refused to say). */
	readonly promoted: Promoted | null;
	readonly source: CollectionSource;
};

/** What tells a collection from all others: a rating key alone belongs to whichever library has it now. */
export const collectionKey = ({sectionUuid, ratingKey}: Pick<Collection, 'sectionUuid' | 'ratingKey'>): string =>
	`${sectionUuid}/${ratingKey}`;

/** One item of a collection. */
export type Member = {
	readonly ratingKey: string;
	readonly type: string;
	readonly title: string;
	readonly guid: string;
	/** Unix seconds at which Plex added it; null or absent where the server does not say. */
	readonly addedAt?: number | null;
};

/** The time of a title in a collection: the last stay, where it left and came back. All Unix seconds. */
export type Stay = {
	readonly ratingKey: string;
	readonly type: string;
	readonly title: string;
	readonly addedAt: number | null;
	/** Null: it was a member when the collection was read for the first time. */
	readonly firstSeen: number | null;
	/** Null: it is a member now. */
	readonly lastSeen: number | null;
};

/** What a run writes about one collection: one row of `collection_analytics`. */
export type Snapshot = {
	readonly collectionName: string;
	readonly libraryName: string;
	readonly ratingKey: string;
	readonly mediaType: string;
	/** Plays and seconds of the last `queryDays`. */
	readonly plays: number;
	readonly playedSeconds: number;
	/** Null until the mirror knows. */
	readonly uniqueUsers: number | null;
	readonly rotationId: number | null;
	/** Unix seconds; fractions are kept to the microsecond. */
	readonly collectedAt: number;
	readonly queryDays: Days;
	readonly totalItems: number | null;
	/** Members with plays in the last `queryDays`; null until the mirror knows. */
	readonly itemsWithPlays: number | null;
	readonly promoted: Promoted | null;
	readonly windows: readonly WindowTotal[];
	readonly sectionUuid: string;
	readonly source: CollectionSource | null;
	/** Present: another program wrote it, which does not name its section. It is shown, but in no rank change. */
	readonly foreign?: true;
};

/** A title that a collection holds now. */
export type CollectionItem = {
	readonly ratingKey: string;
	readonly type: string;
	readonly title: string;
	/** Bytes of its files; null: not known. */
	readonly size: number | null;
	/** Unix seconds; null: not known. */
	readonly addedAt: number | null;
	/** Unix seconds at which it was first seen in the collection; null: it was there at the first read. */
	readonly since: number | null;
};
