import {isDeepStrictEqual} from 'node:util';
import type {Canvas} from '../../views/plan/scene.ts';

/** A canvas that knows what was looked at. */
export type Watched = {
	readonly canvas: Canvas;
	/** True where all that was looked at is the same on another canvas. */
	readonly isSameOn: (other: Canvas) => boolean;
};

const minuteOf = (now: unknown): number => Math.floor(Number(now) / 60);

/** A screen changes by itself with the minutes only: what counts seconds is no view. */
const isSameValue = (key: PropertyKey, one: unknown, two: unknown): boolean =>
	key === 'now' ? minuteOf(one) === minuteOf(two) : isDeepStrictEqual(one, two);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What was read of an object, `inside`: of its own objects with these names as well. */
const watchReads = <Of extends object>(of: Of, inside: ReadonlySet<PropertyKey>) => {
	const reads = new Map<PropertyKey, (value: unknown) => boolean>();
	const seen = new Map<PropertyKey, unknown>();
	const read = (target: Of, key: PropertyKey): unknown => {
		if (seen.has(key)) return seen.get(key);
		const value: unknown = Reflect.get(target, key);
		const nested = inside.has(key) && isObject(value) ? watchReads(value, new Set()) : null;
		reads.set(key, nested ? nested.isSameIn : other => isSameValue(key, other, value));
		seen.set(key, nested ? nested.proxy : value);
		return seen.get(key);
	};
	return {
		proxy: new Proxy(of, {get: read}),
		isSameIn: (other: unknown): boolean =>
			isObject(other) && [...reads].every(([key, isSame]) => isSame(Reflect.get(other, key))),
	};
};

const insideOf: ReadonlySet<PropertyKey> = new Set(['live']);

/**
 * Watches a drawing: most panes show neither who is watching nor the time, and such as tell how many are watching change with that number,
 * not with each second of each stream.
 */
export const watch = (canvas: Canvas): Watched => {
	const {proxy, isSameIn} = watchReads(canvas, insideOf);
	return {canvas: proxy, isSameOn: isSameIn};
};
