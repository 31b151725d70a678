import {cutsOf} from './cuts.ts';
import type {LiftCollection, LiftInput, Stretch} from './input.ts';
import {countingTime, heldTime} from './member-time.ts';
import {type Pieces, piecesOf} from './pieces.ts';
import type {PlaysByKey} from './plays-by-key.ts';
import {createRanges} from './ranges.ts';
import {isShown} from './shown.ts';
import {fillSlots, noSlot} from './slots.ts';
import {groups, markStarts, type TimedPlays} from './timed-plays.ts';

/** What all collections of one kind of media share. */
export type Shared = {
	readonly plays: TimedPlays;
	readonly playsOf: PlaysByKey;
	readonly blocks: readonly Stretch[];
	readonly only: LiftInput['only'];
	/** How many promoted collections held each play's title when it began: complete when all collections are counted. */
	readonly holders: Uint16Array;
	/** Used again for each collection. */
	readonly slotOf: Int32Array;
};

/** Starts of one collection and of all others. A cell is `(range * kinds + kind) * groups + group`. */
export type Counted = {
	readonly pieces: Pieces;
	readonly cells: number;
	/** Own and other starts in each cell. */
	readonly own: Int32Array;
	readonly others: Int32Array;
	/** Of each own start its place among the plays, and its cell. */
	readonly ownPlaces: Int32Array;
	readonly ownCells: Int32Array;
};

const partTypes = new Set(['season', 'episode', 'album', 'track']);

/** Members that are less than a title: then starts are made from plays of members alone. */
export const isOfParts = ({mediaType}: LiftCollection): boolean => partTypes.has(mediaType);

/** Which plays are own starts. */
const ownStarts = ({plays, playsOf}: Shared, collection: LiftCollection): Uint8Array => {
	if (!isOfParts(collection)) return plays.isStart;
	const {level, members} = collection;
	const places = members.flatMap(({key}) => playsOf(level, key)).sort((one, two) => one - two);
	return markStarts(plays, places);
};

/** Counts one collection, and notes what it held while it was promoted. */
export const countCollection = (shared: Shared, collection: LiftCollection): Counted => {
	const {plays, playsOf, holders} = shared;
	const cuts = cutsOf(shared.blocks, collection.members);
	const pieces = piecesOf(collection, cuts.edges, shared.only);
	const kinds = pieces.kinds.length;
	const shown = pieces.kinds.map(isShown);
	const {slotOf, first, end, totals} = fillSlots(shared.slotOf, plays, pieces, cuts.edges);
	const isOwn = ownStarts(shared, collection);
	const most = collection.members.reduce((sum, {key}) => sum + playsOf(collection.level, key).length, 0);
	const [ownPlaces, ownCells] = [new Int32Array(most), new Int32Array(most)];
	let found = 0;
	const own: number[] = [];
	const ranges = createRanges(cuts, () => {
		for (let cell = 0; cell < kinds * groups; cell++) own.push(0);
	});
	for (const member of collection.members) {
		const [counting, held] = [countingTime(member), heldTime(member)];
		const rangeOf = ranges.numberOf(counting);
		for (const place of playsOf(collection.level, member.key)) {
			const slot = place < first || place >= end ? noSlot : (slotOf[place] ?? noSlot);
			if (slot === noSlot) continue;
			const kind = slot % kinds;
			const group = plays.groups[place] ?? 0;
			const at = plays.at[place] ?? 0;
			if (shown[kind] === true && at >= held.from && at < held.to) holders[place] = (holders[place] ?? 0) + 1;
			if (plays.isStart[place] === 1) totals[slot * groups + group] = (totals[slot * groups + group] ?? 0) - 1;
			if (isOwn[place] !== 1 || at < counting.from || at >= counting.to) continue;
			const cell = (rangeOf((slot - kind) / kinds) * kinds + kind) * groups + group;
			own[cell] = (own[cell] ?? 0) + 1;
			ownPlaces[found] = place;
			ownCells[found] = cell;
			found += 1;
		}
	}
	return {
		pieces,
		cells: own.length,
		own: Int32Array.from(own),
		others: othersIn(ranges.list, totals, kinds),
		ownPlaces: ownPlaces.slice(0, found),
		ownCells: ownCells.slice(0, found),
	};
};

/** What is left of the totals, which own starts were taken from, in each range. */
const othersIn = (ranges: readonly Stretch[], totals: Int32Array, kinds: number): Int32Array => {
	const width = kinds * groups;
	const before = new Int32Array(totals.length + width);
	for (let slot = 0; slot < totals.length; slot++) before[slot + width] = (before[slot] ?? 0) + (totals[slot] ?? 0);
	const others = new Int32Array(ranges.length * width);
	for (const [number, {from, to}] of ranges.entries()) {
		for (let cell = 0; cell < width; cell++) {
			others[number * width + cell] = (before[to * width + cell] ?? 0) - (before[from * width + cell] ?? 0);
		}
	}
	return others;
};
