import {countMember, type Tally} from './count-member.ts';
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
	const cuts = cutsOf(shared.blocks, collection.members);
	const pieces = piecesOf(collection, cuts.edges, shared.only);
	const kinds = pieces.kinds.length;
	const ranges = createRanges(cuts);
	const members = collection.members.map(member => ({
		places: playsOf(collection.level, member.key),
		held: placesIn(plays, heldTime(member)),
		counting: placesIn(plays, countingTime(member)),
		ranges: ranges.numbersOf(countingTime(member)),
	}));
	const most = members.reduce((sum, {places}) => sum + places.length, 0);
	const tally: Tally = {
		...placePieces(plays, pieces, cuts.edges.length - 1),
		isStart: plays.isStart,
		groups: plays.groups,
		kinds,
		shown: Uint8Array.from(pieces.kinds, kind => Number(isShown(kind))),
		blockOf: Int32Array.from(cuts.blockOf),
		holders,
		isOwn: ownStarts(shared, collection),
		own: new Int32Array(ranges.list.length * kinds * groups),
		ownPlaces: new Int32Array(most),
		ownCells: new Int32Array(most),
		found: 0,
	};
	for (const member of members) countMember(tally, member.places, member);
	return {
		pieces,
		cells: tally.own.length,
		own: tally.own,
		others: othersIn(ranges.list, tally.totals, kinds),
		ownPlaces: tally.ownPlaces.subarray(0, tally.found),
		ownCells: tally.ownCells.subarray(0, tally.found),
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
