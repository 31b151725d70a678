import type {Stretch} from './input.ts';
import type {PlacedPieces} from './placed-pieces.ts';
import {groups, type TimedPlays} from './timed-plays.ts';

/** What the members of one collection are counted into, and all that it takes: lists of numbers alone. */
export type Tally = Pick<PlacedPieces, 'begins' | 'ends' | 'slots' | 'totals'> &
	Pick<TimedPlays, 'isStart' | 'groups'> & {
		readonly kinds: number;
		/** 1: anybody saw promotion of this kind. */
		readonly shown: Uint8Array;
		/** The block of each part. */
		readonly blockOf: Int32Array;
		readonly holders: Uint16Array;
		readonly isOwn: Uint8Array;
		/** Own starts in each cell. */
		readonly own: Int32Array;
		readonly ownPlaces: Int32Array;
		readonly ownCells: Int32Array;
		/** How many own starts there are so far. */
		found: number;
	};

/** When a member is held and counts, as places of plays, and the range of each block for it. */
type CountedMember = {readonly held: Stretch; readonly counting: Stretch; readonly ranges: Int32Array};

/** Counts the plays of one member. They and the pieces lie in order, so they are walked along together. */
export const countMember = (tally: Tally, places: Int32Array, {held, counting, ranges}: CountedMember): void => {
	const {begins, ends, slots, totals, kinds, shown, blockOf, holders, isOwn, own, ownPlaces, ownCells} = tally;
	let [piece, {found}] = [0, tally];
	for (let index = 0; index < places.length; index++) {
		const place = places[index] ?? 0;
		while (piece < ends.length && (ends[piece] ?? 0) <= place) piece += 1;
		if (piece === ends.length) break;
		if (place < (begins[piece] ?? 0)) continue;
		const slot = slots[piece] ?? 0;
		const kind = slot % kinds;
		const group = tally.groups[place] ?? 0;
		const total = slot * groups + group;
		if (shown[kind] === 1 && place >= held.from && place < held.to) holders[place] = (holders[place] ?? 0) + 1;
		if (tally.isStart[place] === 1) totals[total] = (totals[total] ?? 0) - 1;
		if (isOwn[place] !== 1 || place < counting.from || place >= counting.to) continue;
		const range = ranges[blockOf[(slot - kind) / kinds] ?? 0] ?? 0;
		const cell = (range * kinds + kind) * groups + group;
		own[cell] = (own[cell] ?? 0) + 1;
		ownPlaces[found] = place;
		ownCells[found] = cell;
		found += 1;
	}
	tally.found = found;
};
