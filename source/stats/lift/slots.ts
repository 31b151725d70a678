import type {Pieces} from './pieces.ts';
import {groups, placeAt, type TimedPlays} from './timed-plays.ts';

/** Stands where the promotion is not known. */
export const noSlot = -1;

/** All that is counted together: a part of the window and a kind of promotion, `part * kinds + kind`. */
export type Slots = {
	/** The slot of each play; `noSlot` where its state is not known. */
	readonly slotOf: Int32Array;
	/** The places of the window: from the first, and before the second. */
	readonly first: number;
	readonly end: number;
	/** Starts of everybody and everything, `slot * groups + group`. */
	readonly totals: Int32Array;
};

/** Puts every play of the window into its slot, in a list that is used again for each collection. */
export const fillSlots = (
	slotOf: Int32Array,
	plays: TimedPlays,
	{pieces, kinds}: Pieces,
	edges: readonly number[],
): Slots => {
	const {startsBefore} = plays;
	const [first, end] = [placeAt(plays, edges[0] ?? 0), placeAt(plays, edges.at(-1) ?? 0)];
	const totals = new Int32Array(Math.max(0, edges.length - 1) * kinds.length * groups);
	let [at, known] = [Number.NEGATIVE_INFINITY, first];
	for (const {from, to, part, kind} of pieces) {
		const slot = part * kinds.length + kind;
		const begin = from === at ? known : placeAt(plays, from);
		if (begin > known) slotOf.fill(noSlot, known, begin);
		[at, known] = [to, placeAt(plays, to)];
		slotOf.fill(slot, begin, known);
		for (let group = 0; group < groups; group++) {
			const starts = (startsBefore[known * groups + group] ?? 0) - (startsBefore[begin * groups + group] ?? 0);
			totals[slot * groups + group] = (totals[slot * groups + group] ?? 0) + starts;
		}
	}
	slotOf.fill(noSlot, known, end);
	return {slotOf, first, end, totals};
};
