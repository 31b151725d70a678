import type {MemberLevel} from '../../domain/member-level.ts';
import type {PlayColumns} from '../../domain/plays/play-columns.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {ZoneName} from '../../domain/zone.ts';
import type {LocalStarts} from '../plays/local-clock.ts';

/** A title, season, episode, album or track in a collection, now or once. Times are Unix seconds; null: not known. */
export type LiftMember = {
	readonly key: number;
	/** When Plex got it. */
	readonly addedAt: number | null;
	/** Null: it was there before anybody looked. */
	readonly firstSeen: number | null;
	/** Null: it is there still. */
	readonly lastSeen: number | null;
};

/** A collection, its members of now and once, and what is known of its promotion. */
export type LiftCollection = {
	readonly ratingKey: string;
	readonly sectionUuid: string;
	readonly title: string;
	readonly libraryName: string;
	/** The type of its members. */
	readonly mediaType: string;
	readonly level: MemberLevel;
	readonly members: readonly LiftMember[];
	/** In order, without overlaps. */
	readonly spans: readonly PromotionSpan[];
};

/** `[from, to)` in Unix seconds. */
export type Stretch = {readonly from: number; readonly to: number};

/** All that lift is made of. */
export type LiftInput = {
	/** Plays from 30 days before the window on at least. */
	readonly columns: PlayColumns;
	readonly starts: LocalStarts;
	readonly zone: ZoneName;
	readonly window: Stretch;
	/** Who sees the owner's Home; null: not known. */
	readonly owners: ReadonlySet<number> | null;
	readonly collections: readonly LiftCollection[];
	/** Promotion counts in these times alone, which lie in order; null: always. */
	readonly only: readonly Stretch[] | null;
};
