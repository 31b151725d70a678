import type {Promoted} from './collection.ts';

/**
 * Where a collection was shown: the three flags, as a look found them; or `somewhere`, where only that it was promoted is
 * known (the rotations of another program, a statement by hand).
 */
export type Shown = Promoted | 'somewhere';

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
