import {isPromoted, type Promoted} from './collection.ts';

/**
 * Where a collection was shown: the three flags, as a look found them; or `somewhere`, where only that it was promoted is
 * known (the rotations of another program, a statement by hand).
 */
export type Shown = Promoted | 'somewhere';

/** True where it was in any place. */
export const isOn = ({shown}: {readonly shown: Shown}): boolean => shown === 'somewhere' || isPromoted(shown);

/** How that is known. */
export type PromotionSource = 'look' | 'rotation' | 'stated';

/**
 * What is known of one collection for a span of time, `[from, to)` in Unix seconds. Spans of one collection lie in order and
 * do not overlap; what no span holds is unknown.
 */
export type PromotionSpan = {
	readonly from: number;
	readonly to: number;
	/** All three flags false: it was nowhere, which is known too. */
	readonly shown: Shown;
	/** Its place among all that is shown in its library, 1 at the top; null: nowhere, or not known. */
	readonly row: number | null;
	readonly source: PromotionSource;
};

/** Where Plex shows a collection, and in which row: its place among all that is shown in its library, built-in lists too. */
export type Placed = {
	readonly promoted: Promoted;
	/** 1 at the top; null: it is shown nowhere. */
	readonly row: number | null;
};

/** What one look found, by rating key: a collection that it does not place was nowhere. `at`: Unix seconds. */
export type Look = {readonly at: number; readonly placed: ReadonlyMap<string, Placed>};

/** A span of looks at a library with no gap of more than six hours between them: Unix seconds of its first and last look. */
export type LookSpan = {readonly first: number; readonly last: number};

/** What neighbouring looks at a library found alike of one collection: Unix seconds of the first and the last of them. */
export type PromotionState = Placed & {
	readonly first: number;
	readonly last: number;
	/** True: no look lies between this state and the one before it. */
	readonly joins: boolean;
};

/** What a look found in one library. */
export type LookedLibrary = {
	readonly library: string;
	/** Collections that are shown anywhere; null: Plex did not say. */
	readonly promoted: number | null;
	/** Collections that are shown otherwise than at the look before; null: not known. */
	readonly changed: number | null;
	/** Why it is not known: a sentence; null: it is. */
	readonly error: string | null;
};

/** A look at all enabled libraries. */
export type LookReport = {
	/** Unix seconds. */
	readonly at: number;
	readonly libraries: readonly LookedLibrary[];
};

/** All looks at one library. */
export type SectionLooks = {
	/** In order. */
	readonly looks: readonly LookSpan[];
	/** By rating key, each in order. */
	readonly states: ReadonlyMap<string, readonly PromotionState[]>;
};

/** What is known of where a collection was shown. */
export type PromotionHistory = {
	readonly sectionUuid: string;
	readonly ratingKey: string;
	/** What the last look found; null: nobody ever looked. */
	readonly placed: Placed | null;
	/** In order, of the time that was asked for. */
	readonly spans: readonly PromotionSpan[];
};

/** What is known of all collections. Unix seconds. */
export type PromotionHistories = {
	readonly from: number;
	readonly to: number;
	/** The newest look at any library; null: nobody ever looked. */
	readonly lookedAt: number | null;
	readonly collections: readonly PromotionHistory[];
	/** Libraries that rotate faster than they are looked at. */
	readonly needFrequentLooks: readonly string[];
};
