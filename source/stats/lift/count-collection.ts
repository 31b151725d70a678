import {cutsOf} from './cuts.ts';
import type {LiftCollection, LiftInput, Stretch} from './input.ts';
import {countingTime, heldTime} from './member-time.ts';
import {markStarts} from './ordered-plays.ts';
import {type Pieces, piecesOf} from './pieces.ts';
import {placePieces} from './placed-pieces.ts';
import type {PlaysByKey} from './plays-by-key.ts';
import {createRanges} from './ranges.ts';
import {isShown} from './shown.ts';
import {groups, placesIn, type TimedPlays} from './timed-plays.ts';

/** What all collections of one kind of media share. */
export type Shared = {
	readonly plays: TimedPlays;
	readonly playsOf: PlaysByKey;
	readonly blocks: readonly Stretch[];
	readonly only: LiftInput['only'];
	/** How many promoted collections held each play's title when it began: complete when all collections are counted. */
	readonly holders: Uint16Array;
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
	return markStarts(
		plays,
		members.flatMap(({key}) => [...playsOf(level, key)]),
	);
};

/** Counts one collection, and notes what it held while it was promoted. */
export const countCollection = (shared: Shared, collection: LiftCollection): Counted => {
	const {plays, playsOf, holders} = shared;
	const {level, members} = collection;
	const cuts = cutsOf(shared.blocks, members);
	const known = piecesOf(collection, cuts.edges, shared.only);
	const {pieces} = known;
	const kinds = known.kinds.length;
	const shown = known.kinds.map(isShown);
	const {begins, ends, totals} = placePieces(plays, known, cuts.edges.length - 1);
	const isOwn = ownStarts(shared, collection);
	const most = members.reduce((sum, {key}) => sum + playsOf(level, key).length, 0);
	const [ownPlaces, ownCells] = [new Int32Array(most), new Int32Array(most)];
	let found = 0;
	const own: number[] = [];
	const ranges = createRanges(cuts, () => {
		for (let cell = 0; cell < kinds * groups; cell++) own.push(0);
	});
	for (const member of members) {
		const [counting, held] = [placesIn(plays, countingTime(member)), placesIn(plays, heldTime(member))];
		const rangeOf = ranges.numberOf(countingTime(member));
		// Plays and pieces lie in order, so they are walked along together.
		let next = 0;
		for (const place of playsOf(level, member.key)) {
			while (next < pieces.length && (ends[next] ?? 0) <= place) next += 1;
			const piece = next < pieces.length ? pieces[next] : undefined;
			if (!piece) break;
			if (place < (begins[next] ?? 0)) continue;
			const {part, kind} = piece;
			const group = plays.groups[place] ?? 0;
			const slot = (part * kinds + kind) * groups + group;
			if (shown[kind] === true && place >= held.from && place < held.to) holders[place] = (holders[place] ?? 0) + 1;
			if (plays.isStart[place] === 1) totals[slot] = (totals[slot] ?? 0) - 1;
			if (isOwn[place] !== 1 || place < counting.from || place >= counting.to) continue;
			const cell = (rangeOf(part) * kinds + kind) * groups + group;
			own[cell] = (own[cell] ?? 0) + 1;
			ownPlaces[found] = place;
			ownCells[found] = cell;
			found += 1;
		}
	}
	return {
		pieces: known,
		cells: own.length,
		own: Int32Array.from(own),
		others: othersIn(ranges.list, totals, kinds),
		ownPlaces: ownPlaces.subarray(0, found),
		ownCells: ownCells.subarray(0, found),
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
