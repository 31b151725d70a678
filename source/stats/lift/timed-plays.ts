import {secondsPerDay} from '../../domain/period.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {LiftInput} from './input.ts';

/** Who has not played a title for so long starts it anew: to the second. */
export const restSeconds = 30 * secondsPerDay;

/** The owner or not, and the quarter of the day. */
export const groups = 8;

/** Plays of films and shows, or of music, in the order of their starts; those that start nothing may be left out. */
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
	const sorted = keys.subarray(0, found).sort();
	const places = new Int32Array(found);
	for (let index = 0; index < found; index++) places[index] = (sorted[index] ?? 0) % count;
	return places;
};

/** Numbers from 0 on, so that two of them fit into one. */
const createNumbers = () => {
	const known = new Map<number, number>();
	return (id: number): number => {
		const found = known.get(id) ?? known.size;
		if (found === known.size) known.set(id, found);
		return found;
	};
};

/** More people than any server has. */
const mostUsers = 65_536;

/** When each play began, and whose it was of what. */
const pairsOf = (columns: PlayColumns, places: Int32Array): Pick<TimedPlays, 'at' | 'pairs'> => {
	const [userNumber, titleNumber] = [createNumbers(), createNumbers()];
	const film = columns.media.texts.indexOf('movie');
	const [at, pairs] = [new Int32Array(places.length), new Float64Array(places.length)];
	for (let index = 0; index < places.length; index++) {
		const place = places[index] ?? 0;
		const title = titleAt(columns, columns.media.indexes[place] === film, place);
		at[index] = columns.startedAt[place] ?? 0;
		pairs[index] = titleNumber(title) * mostUsers + userNumber(columns.userIds[place] ?? nothing);
	}
	return {at, pairs};
};

/** Marks the first play of each pair, and each that comes 30 days after the last one began; of some plays, or of all. */
export const markStarts = (
	{at, pairs}: Pick<TimedPlays, 'at' | 'pairs'>,
	some: readonly number[] | null,
): Uint8Array => {
	const last = new Map<number, number>();
	const isStart = new Uint8Array(at.length);
	const count = some ? some.length : at.length;
	for (let index = 0; index < count; index++) {
		const place = some ? (some[index] ?? 0) : index;
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
		const [last, next] = [place * groups, (place + 1) * groups];
		for (let group = 0; group < groups; group++) before[next + group] = before[last + group] ?? 0;
		const counted = next + (groupOf[place] ?? 0);
		before[counted] = (before[counted] ?? 0) + (isStart[place] ?? 0);
	}
	return before;
};

/** Which places stay: all, or those of starts. */
const keptOf = (isStart: Uint8Array, startsOnly: boolean): Int32Array => {
	const kept = new Int32Array(isStart.length);
	let count = 0;
	for (let place = 0; place < isStart.length; place++) if (!startsOnly || isStart[place] === 1) kept[count++] = place;
	return kept.subarray(0, count);
};

/** Plays of one kind as lift counts them: all, or starts alone. */
export const timedPlays = (
	{columns, starts, window, owners}: LiftInput,
	kind: TimedKind,
	{startsOnly}: {readonly startsOnly: boolean},
): TimedPlays => {
	const all = inOrder(columns, window.from - restSeconds, kind);
	const paired = pairsOf(columns, all);
	const marked = markStarts(paired, null);
	const kept = keptOf(marked, startsOnly);
	const count = kept.length;
	const [places, at, pairs] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
	const [groupOf, isStart] = [new Uint8Array(count), new Uint8Array(count)];
	for (let index = 0; index < count; index++) {
		const from = kept[index] ?? 0;
		const place = all[from] ?? 0;
		places[index] = place;
		at[index] = paired.at[from] ?? 0;
		pairs[index] = paired.pairs[from] ?? 0;
		isStart[index] = marked[from] ?? 0;
		const isOwner = owners?.has(columns.userIds[place] ?? nothing) ?? false;
		groupOf[index] = (isOwner ? 4 : 0) + Math.floor((starts.hours[place] ?? 0) / 6);
	}
	return {count, places, at, pairs, groups: groupOf, isStart, startsBefore: countStarts(isStart, groupOf)};
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
