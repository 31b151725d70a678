import {secondsPerDay} from '../../domain/period.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {LiftInput} from './input.ts';

/** Who has not played a title for so long starts it anew: to the second. */
export const restSeconds = 30 * secondsPerDay;

/** The owner or not, and the quarter of the day. */
export const groups = 8;

/** Plays of films and shows, or of music, in the order of their starts. */
export type TimedPlays = {
	readonly count: number;
	/** Unix seconds. */
	readonly at: Int32Array;
	/** Its place in the columns. */
	readonly places: Int32Array;
	/** Who and which title: the same number for the same pair. */
	readonly pairs: Float64Array;
	/** 4 for the owner, and the quarter of the day. */
	readonly groups: Uint8Array;
	/** 1: that person has not played the title for 30 days. */
	readonly isStart: Uint8Array;
	/** How many starts of each group lie before a place: `groups` numbers a place, one place more than plays. */
	readonly startsBefore: Int32Array;
};

export type TimedKind = 'video' | 'music';

const mediaOf: {readonly [Name in TimedKind]: readonly string[]} = {video: ['movie', 'episode'], music: ['track']};

/** A film, a whole show, an artist. */
const titleAt = ({itemKeys, grandparentKeys}: PlayColumns, isFilm: boolean, at: number): number =>
	(isFilm ? itemKeys[at] : grandparentKeys[at]) ?? nothing;

/** Places of the plays that tell who began what when, by start, then as they stand. */
const inOrder = (columns: PlayColumns, since: number, kind: TimedKind): Int32Array => {
	const {count, startedAt, stoppedAt, userIds, media} = columns;
	const wanted = Uint8Array.from(media.texts, text => Number(mediaOf[kind].includes(text)));
	const film = media.texts.indexOf('movie');
	// One number holds both the start and the place, since numbers sort fastest by themselves.
	const keys = new Float64Array(count);
	let found = 0;
	for (let at = 0; at < count; at++) {
		const start = startedAt[at] ?? nothing;
		const type = media.indexes[at] ?? 0;
		if (wanted[type] !== 1 || start < 0 || start < since) continue;
		if (userIds[at] === nothing || (stoppedAt[at] ?? nothing) <= 0) continue;
		if (titleAt(columns, type === film, at) === nothing) continue;
		keys[found++] = start * count + at;
	}
	return Int32Array.from(keys.subarray(0, found).sort(), key => key % count);
};

/** Numbers for users, so that a title and a user fit into one. */
const userNumbers = (userIds: Int32Array): Map<number, number> => {
	const numbers = new Map<number, number>();
	for (const id of userIds) if (!numbers.has(id)) numbers.set(id, numbers.size);
	return numbers;
};

/** Marks the first play of each pair, and each that comes 30 days after the last one began. */
export const markStarts = (places: Iterable<number>, {at, pairs}: Pick<TimedPlays, 'at' | 'pairs'>): Uint8Array => {
	const last = new Map<number, number>();
	const isStart = new Uint8Array(at.length);
	for (const place of places) {
		const [time, pair] = [at[place] ?? 0, pairs[place] ?? 0];
		const before = last.get(pair);
		if (before === undefined || time - before >= restSeconds) isStart[place] = 1;
		last.set(pair, time);
	}
	return isStart;
};

const countStarts = (isStart: Uint8Array, groupOf: Uint8Array): Int32Array => {
	const before = new Int32Array((isStart.length + 1) * groups);
	for (let place = 0; place < isStart.length; place++) {
		const here = place * groups;
		before.copyWithin(here + groups, here, here + groups);
		if (isStart[place] === 1) {
			const counted = here + groups + (groupOf[place] ?? 0);
			before[counted] = (before[counted] ?? 0) + 1;
		}
	}
	return before;
};

/** Plays of one kind as lift counts them. */
export const timedPlays = ({columns, starts, window, owners}: LiftInput, kind: TimedKind): TimedPlays => {
	const places = inOrder(columns, window.from - restSeconds, kind);
	const count = places.length;
	const users = userNumbers(columns.userIds);
	const film = columns.media.texts.indexOf('movie');
	const at = new Int32Array(count);
	const pairs = new Float64Array(count);
	const groupOf = new Uint8Array(count);
	for (let place = 0; place < count; place++) {
		const column = places[place] ?? 0;
		const user = columns.userIds[column] ?? nothing;
		const title = titleAt(columns, columns.media.indexes[column] === film, column);
		at[place] = columns.startedAt[column] ?? 0;
		pairs[place] = title * users.size + (users.get(user) ?? 0);
		groupOf[place] = (owners?.has(user) ? 4 : 0) + Math.floor((starts.hours[column] ?? 0) / 6);
	}
	const isStart = markStarts(places.keys(), {at, pairs});
	return {count, at, places, pairs, groups: groupOf, isStart, startsBefore: countStarts(isStart, groupOf)};
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
