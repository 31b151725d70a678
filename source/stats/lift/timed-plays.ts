import {nothing} from '../../domain/plays/play-columns.ts';
import type {LiftInput, Stretch} from './input.ts';
import {type OrderedPlays, orderedPlays, type TimedKind} from './ordered-plays.ts';

/** The owner or not, and the quarter of the day. */
export const groups = 8;

/** Plays as lift counts them. */
export type TimedPlays = OrderedPlays & {
	/** 4 for the owner, and the quarter of the day. */
	readonly groups: Uint8Array;
	/** How many starts of each group lie before a place: `groups` numbers a place, one place more than plays. */
	readonly startsBefore: Int32Array;
};

const groupsOf = ({count, places}: OrderedPlays, {columns, starts, owners}: LiftInput): Uint8Array => {
	const found = new Uint8Array(count);
	for (let index = 0; index < count; index++) {
		const place = places[index] ?? 0;
		const isOwner = owners?.has(columns.userIds[place] ?? nothing) ?? false;
		found[index] = (isOwner ? 4 : 0) + Math.floor((starts.hours[place] ?? 0) / 6);
	}
	return found;
};

const countStarts = (isStart: Uint8Array, groupOf: Uint8Array): Int32Array => {
	const before = new Int32Array((isStart.length + 1) * groups);
	for (let place = 0; place < isStart.length; place++) {
		const [last, next] = [place * groups, (place + 1) * groups];
		for (let group = 0; group < groups; group++) before[next + group] = before[last + group] ?? 0;
		const counted = next + (groupOf[place] ?? 0);
		before[counted] = (before[counted] ?? 0) + (isStart[place] ?? 0);
	}
	return before;
};

/** Plays of one kind as lift counts them: all, or starts alone. */
export const timedPlays = (
	input: LiftInput,
	kind: TimedKind,
	{startsOnly}: {readonly startsOnly: boolean},
): TimedPlays => {
	const ordered = orderedPlays(input.columns, kind, startsOnly);
	const groupOf = groupsOf(ordered, input);
	return {...ordered, groups: groupOf, startsBefore: countStarts(ordered.isStart, groupOf)};
};

/** The first place of a play that began at a time or later. */
export const placeAt = ({at, count}: Pick<TimedPlays, 'at' | 'count'>, time: number): number => {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((at[middle] ?? 0) < time) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** The places of plays that began in a time: from the first, and before the second. */
export const placesIn = (plays: Pick<TimedPlays, 'at' | 'count'>, {from, to}: Stretch): Stretch => ({
	from: placeAt(plays, from),
	to: placeAt(plays, to),
});
