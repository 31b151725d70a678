import {secondsPerDay} from '../../domain/period.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import {groupPlaces} from './grouped.ts';

/** Who has not played a title for so long starts it anew: to the second. */
export const restSeconds = 30 * secondsPerDay;

/** Plays of films and shows, or of music, in the order of their starts; those that start nothing may be left out. */
export type OrderedPlays = {
	readonly count: number;
	/** Unix seconds. */
	readonly at: Int32Array;
	/** Its place in the columns. */
	readonly places: Int32Array;
	/** Numbers of the title and of who played it, from 0 on. */
	readonly titles: Int32Array;
	readonly users: Int32Array;
	/** 1: that person has not played the title for 30 days. */
	readonly isStart: Uint8Array;
};

export type TimedKind = 'video' | 'music';

const mediaOf: {readonly [Name in TimedKind]: readonly string[]} = {video: ['movie', 'episode'], music: ['track']};

/** A film, a whole show, an artist. */
const titleAt = ({itemKeys, grandparentKeys}: PlayColumns, isFilm: boolean, at: number): number =>
	(isFilm ? itemKeys[at] : grandparentKeys[at]) ?? nothing;

/** Places of the plays that tell who began what when, by start, then as they stand. */
const inOrder = (columns: PlayColumns, kind: TimedKind): Int32Array => {
	const {count, startedAt, stoppedAt, userIds, media} = columns;
	const wanted = Uint8Array.from(media.texts, text => Number(mediaOf[kind].includes(text)));
	const film = media.texts.indexOf('movie');
	// One number holds both the start and the place, since numbers sort fastest by themselves.
	const keys = new Float64Array(count);
	let found = 0;
	for (let at = 0; at < count; at++) {
		const start = startedAt[at] ?? nothing;
		const type = media.indexes[at] ?? 0;
		if (wanted[type] !== 1 || start < 0) continue;
		if (userIds[at] === nothing || (stoppedAt[at] ?? nothing) <= 0) continue;
		if (titleAt(columns, type === film, at) === nothing) continue;
		keys[found++] = start * count + at;
	}
	const sorted = keys.subarray(0, found).sort();
	const places = new Int32Array(found);
	for (let index = 0; index < found; index++) places[index] = (sorted[index] ?? 0) % count;
	return places;
};

/** Numbers from 0 on, as they come. */
const createNumbers = () => {
	const known = new Map<number, number>();
	return {
		of: (id: number): number => {
			const found = known.get(id) ?? known.size;
			if (found === known.size) known.set(id, found);
			return found;
		},
		count: () => known.size,
	};
};

/** What tells who began what when. */
type Paired = Pick<OrderedPlays, 'at' | 'titles' | 'users'>;

/** Of some plays, title by title and each in order: the first of each person, and each 30 days after the last one. */
const markInOrder = ({at, titles, users}: Paired, some: Int32Array): Uint8Array => {
	const isStart = new Uint8Array(at.length);
	/** Of each person the last title, which does not come back, and when they played it. */
	const lastTitle: number[] = [];
	const lastAt: number[] = [];
	for (let index = 0; index < some.length; index++) {
		const place = some[index] ?? 0;
		const [time, title, user] = [at[place] ?? 0, titles[place] ?? 0, users[place] ?? 0];
		if (lastTitle[user] !== title || time - (lastAt[user] ?? 0) >= restSeconds) isStart[place] = 1;
		lastTitle[user] = title;
		lastAt[user] = time;
	}
	return isStart;
};

/** Marks what some plays begin, as if there were no others. */
export const markStarts = (plays: Paired, some: readonly number[]): Uint8Array => {
	const {titles} = plays;
	const byTitle = some.toSorted((one, two) => (titles[one] ?? 0) - (titles[two] ?? 0) || one - two);
	return markInOrder(plays, Int32Array.from(byTitle));
};

const orderPlays = (columns: PlayColumns, kind: TimedKind): OrderedPlays => {
	const places = inOrder(columns, kind);
	const count = places.length;
	const [at, titles, users] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
	const [titleNumbers, userNumbers] = [createNumbers(), createNumbers()];
	const film = columns.media.texts.indexOf('movie');
	for (let index = 0; index < count; index++) {
		const place = places[index] ?? 0;
		at[index] = columns.startedAt[place] ?? 0;
		titles[index] = titleNumbers.of(titleAt(columns, columns.media.indexes[place] === film, place));
		users[index] = userNumbers.of(columns.userIds[place] ?? nothing);
	}
	const isStart = markInOrder({at, titles, users}, groupPlaces(titles, titleNumbers.count()).all);
	return {count, at, places, titles, users, isStart};
};

const pick = (column: Int32Array, places: Int32Array): Int32Array => {
	const picked = new Int32Array(places.length);
	for (let index = 0; index < places.length; index++) picked[index] = column[places[index] ?? 0] ?? 0;
	return picked;
};

const startsOf = ({count: all, at, places, titles, users, isStart}: OrderedPlays): OrderedPlays => {
	const starts = new Int32Array(all);
	let count = 0;
	for (let place = 0; place < all; place++) if (isStart[place] === 1) starts[count++] = place;
	const picked = (column: Int32Array): Int32Array => pick(column, starts.subarray(0, count));
	return {
		count,
		at: picked(at),
		places: picked(places),
		titles: picked(titles),
		users: picked(users),
		isStart: new Uint8Array(count).fill(1),
	};
};

/** What is made of columns alone is kept as long as they are: they are asked again and again. */
const kept = new WeakMap<PlayColumns, Map<string, OrderedPlays>>();

/** All plays of one kind, or their starts alone. */
export const orderedPlays = (columns: PlayColumns, kind: TimedKind, startsOnly: boolean): OrderedPlays => {
	const ofColumns = kept.get(columns) ?? new Map<string, OrderedPlays>();
	kept.set(columns, ofColumns);
	const name = `${kind} ${startsOnly}`;
	const known = ofColumns.get(name);
	if (known) return known;
	const all = orderPlays(columns, kind);
	const made = startsOnly ? startsOf(all) : all;
	ofColumns.set(name, made);
	return made;
};
