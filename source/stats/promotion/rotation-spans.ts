import type {PromotionSpan, Shown} from '../../domain/promotion.ts';
import type {CollectionName, Pin, Rotation, RotationHistory} from '../../domain/rotation.ts';
import {comparable} from '../../domain/text/text.ts';
import {median} from '../median.ts';

/** A rotation's time on the screen, `[from, to)` in Unix seconds, and the keys of what it featured. */
type Period = {readonly from: number; readonly to: number; readonly featured: ReadonlySet<string>};

/** Unix seconds, `[from, to)`. */
type Window = {readonly from: number; readonly to: number};

const shortestLimit = 48 * 3600;

const nowhere: Shown = {home: false, shared: false, recommended: false};

/** Names as they are compared; the same few come again and again. */
const createPlainName = (): (<Of extends CollectionName>(of: Of) => Of) => {
	const known = new Map<string, string>();
	const plain = (name: string): string => {
		const found = known.get(name) ?? comparable(name);
		known.set(name, found);
		return found;
	};
	return of => ({...of, library: plain(of.library), name: plain(of.name)});
};

/** A title in a library; without the library: in whichever one has it. Here and below names are those that are compared. */
const keyOf = (library: string, name: string): string => `${library}\n${name}`;

/** How long a rotation may be thought to last: three times the usual, two days at least. */
const longest = (rotations: readonly Rotation[]): number => {
	const times = rotations.filter(({state}) => state === 'applied').map(({createdAt}) => createdAt);
	const distances = times.slice(1).map((at, index) => at - (times[index] ?? at));
	return Math.max(shortestLimit, 3 * (median(distances) ?? 0));
};

/**
 * The spans of time in which it is known what was shown. A failed rotation left the one before it in place. At one that
 * may be a dry run nobody knows, until the next. The last one holds as long as rotations do, or until it was read.
 */
const periodsOf = (rotations: readonly Rotation[]): readonly Period[] => {
	const done = rotations
		.filter(({state}) => state !== 'failed')
		.toSorted((one, two) => one.createdAt - two.createdAt || one.id - two.id);
	const limit = longest(done);
	return done.flatMap(({state, createdAt: from, featured, seenAt}, index): readonly Period[] => {
		const next = done[index + 1]?.createdAt ?? Math.max(seenAt, from);
		const to = Math.min(next, from + limit);
		if (state !== 'applied' || to <= from) return [];
		return [{from, to, featured: new Set(featured.map(({library, name}) => keyOf(library, name)))}];
	});
};

const spanOf = ({from, to}: Period, shown: Shown): PromotionSpan => ({from, to, shown, row: null, source: 'rotation'});

/** By the key of what was featured, the spans in which it was, and which periods they are. */
const featuredSpans = (periods: readonly Period[]) => {
	const found = new Map<string, Array<{readonly index: number; readonly span: PromotionSpan}>>();
	for (const [index, period] of periods.entries()) {
		const span = spanOf(period, 'somewhere');
		for (const key of period.featured) {
			const known = found.get(key) ?? [];
			known.push({index, span});
			found.set(key, known);
		}
	}
	return found;
};

/** The libraries that rotations name; a title alone names every library that has a collection of that title. */
const namedLibraries = (
	rotations: readonly Rotation[],
	collections: readonly CollectionName[],
): ReadonlySet<string> => {
	const byTitle = new Map<string, string[]>();
	for (const {library, name} of collections) {
		byTitle.set(name, [...(byTitle.get(name) ?? []), library]);
	}
	const named = rotations.flatMap(({featured}) => featured);
	return new Set(named.flatMap(({library, name}) => (library === '' ? (byTitle.get(name) ?? []) : [library])));
};

const isNowhere = ({promoted}: Pin): boolean =>
	promoted !== null && !promoted.home && !promoted.shared && !promoted.recommended;

/** The times in which a collection was pinned: it is shown then, featured or not. */
const pinnedTimes = (
	pins: readonly Pin[],
	{library, name}: CollectionName,
): ReadonlyArray<readonly [number, number]> => {
	const keys = [keyOf(library, name), keyOf('', name)];
	return pins
		.filter(pin => !isNowhere(pin) && keys.includes(keyOf(pin.library, pin.name)))
		.map(({pinnedAt, seenAt}) => [pinnedAt, seenAt] as const);
};

/** A span cut at the times in which the collection was pinned, which are on. */
const withPins = (span: PromotionSpan, pinned: ReadonlyArray<readonly [number, number]>): readonly PromotionSpan[] => {
	if (span.shown === 'somewhere') return [span];
	const edges = [span.from, span.to, ...pinned.flat()].filter(at => at >= span.from && at <= span.to);
	const cuts = [...new Set(edges)].sort((one, two) => one - two);
	return cuts.slice(0, -1).map((from, index): PromotionSpan => {
		const to = cuts[index + 1] ?? span.to;
		const isPinned = pinned.some(([since, until]) => since <= from && to <= until);
		return {...span, from, to, shown: isPinned ? 'somewhere' : span.shown};
	});
};

/**
 * What another program's rotations say of a collection: featured is on, until the next rotation; not featured is off, in
 * the libraries that rotations name. `collections`: all that there are, for titles without a library. Only spans that
 * reach into the window are told. Names are matched as
 * people read them.
 */
export const createRotationSpans = (
	{rotations, pins}: RotationHistory,
	collections: readonly CollectionName[],
	window: Window,
): ((collection: CollectionName) => readonly PromotionSpan[]) => {
	const plain = createPlainName();
	const named = rotations.map(rotation => ({...rotation, featured: rotation.featured.map(plain)}));
	const plainPins = pins.map(plain);
	const periods = periodsOf(named).filter(({from, to}) => to > window.from && from < window.to);
	// Most of it is the same for all collections, and so are the spans.
	const off = periods.map(period => spanOf(period, nowhere));
	const on = featuredSpans(periods);
	const libraries = namedLibraries(named, collections.map(plain));
	return given => {
		const collection = plain(given);
		const {library, name} = collection;
		if (!libraries.has(library)) return [];
		const spans = [...off];
		for (const key of [keyOf(library, name), keyOf('', name)]) {
			for (const {index, span} of on.get(key) ?? []) spans[index] = span;
		}
		const pinned = pinnedTimes(plainPins, collection);
		return pinned.length === 0 ? spans : spans.flatMap(span => withPins(span, pinned));
	};
};

/** When a rotation was on the screen, by its number in its own program; of several, the newest. Null: not known. */
export const rotationSpan = (rotations: readonly Rotation[], rotationId: number): Window | null => {
	const rotation = rotations.findLast(each => each.rotationId === rotationId);
	const period = periodsOf(rotations).find(({from}) => from === rotation?.createdAt);
	return rotation && period ? {from: period.from, to: period.to} : null;
};
