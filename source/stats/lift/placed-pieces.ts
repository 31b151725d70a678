import type {Pieces} from './pieces.ts';
import {groups, placeAt, type TimedPlays} from './timed-plays.ts';

/** Where the pieces of a collection lie among the plays. */
export type PlacedPieces = {
	/** Places of each piece: from the first, and before the second. */
	readonly begins: Int32Array;
	readonly ends: Int32Array;
	/** All that is counted together has one: `part * kinds + kind`. */
	readonly slots: Int32Array;
	/** Starts of everybody and everything, `slot * groups + group`. */
	readonly totals: Int32Array;
};

/** Finds the places of pieces, and counts the starts in them: at their edges alone. */
export const placePieces = (plays: TimedPlays, {pieces, kinds}: Pieces, parts: number): PlacedPieces => {
	const {startsBefore} = plays;
	const {length} = pieces;
	const [begins, ends, slots] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
	const totals = new Int32Array(Math.max(0, parts) * kinds.length * groups);
	let [at, known] = [Number.NEGATIVE_INFINITY, 0];
	for (let index = 0; index < length; index++) {
		const piece = pieces[index];
		if (!piece) continue;
		const begin = piece.from === at ? known : placeAt(plays, piece.from);
		[at, known] = [piece.to, placeAt(plays, piece.to)];
		begins[index] = begin;
		ends[index] = known;
		const slot = piece.part * kinds.length + piece.kind;
		slots[index] = slot;
		for (let group = 0; group < groups; group++) {
			const starts = (startsBefore[known * groups + group] ?? 0) - (startsBefore[begin * groups + group] ?? 0);
			totals[slot * groups + group] = (totals[slot * groups + group] ?? 0) + starts;
		}
	}
	return {begins, ends, slots, totals};
};
