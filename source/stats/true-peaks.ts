import {secondsPerDay} from '../domain/period.ts';
import type {ZoneSpan} from '../domain/zone.ts';
import type {Interval} from './concurrency.ts';

/** How many streams there were at once, and since when there were so many (Unix seconds). */
type Moment = {readonly count: number; readonly at: number};

/** Most streams at once that there really were. A stream counts on every day and in every hour that it lasts into. */
export type TruePeaks = {
	/** By local day (days since 1970). */
	readonly byDay: ReadonlyMap<number, Moment>;
	/** By local hour of day, 0 to 23; null: never a stream. */
	readonly byHour: ReadonlyArray<Moment | null>;
	readonly highest: Moment | null;
};

const secondsPerHour = 3600;

/** A min-heap of stops: what runs now ends in this order. */
const createStops = () => {
	const heap: number[] = [];
	const swap = (one: number, two: number): void => {
		const held = heap[one] ?? 0;
		heap[one] = heap[two] ?? 0;
		heap[two] = held;
	};
	const up = (index: number): void => {
		const parent = (index - 1) >> 1;
		if (index === 0 || (heap[parent] ?? 0) <= (heap[index] ?? 0)) return;
		swap(index, parent);
		up(parent);
	};
	const down = (index: number): void => {
		const [left, right] = [2 * index + 1, 2 * index + 2];
		let least = index;
		if (left < heap.length && (heap[left] ?? 0) < (heap[least] ?? 0)) least = left;
		if (right < heap.length && (heap[right] ?? 0) < (heap[least] ?? 0)) least = right;
		if (least === index) return;
		swap(index, least);
		down(least);
	};
	return {
		size: () => heap.length,
		first: () => heap[0] ?? Number.POSITIVE_INFINITY,
		push: (at: number): void => {
			heap.push(at);
			up(heap.length - 1);
		},
		pop: (): void => {
			const last = heap.pop();
			if (heap.length === 0 || last === undefined) return;
			heap[0] = last;
			down(0);
		},
	};
};

/** The offset of the local clock; times may only be asked for in rising order. */
const createClock = (spans: readonly ZoneSpan[]) => {
	let index = 0;
	const next = (): number => spans[index + 1]?.from ?? Number.POSITIVE_INFINITY;
	return {
		offset: (at: number): number => {
			while (at >= next()) index += 1;
			return spans[index]?.offsetSeconds ?? 0;
		},
		next,
	};
};

const streamsAtOnce = 20_000;

const better = (known: Moment | null | undefined, count: number): boolean => !known || count > known.count;

/**
 * Sweeps streams that come ordered by their start. Between two changes the number is constant; each such stretch is cut
 * at the full hours of the local clock, also where the clock changes. The memory it takes is that of the streams which
 * run at the same time. Yields where the thread may be given back.
 */
export function* sweepTrue(streams: Iterable<Interval>, spans: readonly ZoneSpan[]): Generator<void, TruePeaks> {
	let swept = 0;
	const stops = createStops();
	const clock = createClock(spans);
	const byDay = new Map<number, Moment>();
	const byHour: Array<Moment | null> = Array.from({length: 24}, () => null);
	let highest: Moment | null = null;
	let at = Number.NEGATIVE_INFINITY;

	const note = (count: number, from: number): void => {
		const local = from + clock.offset(from);
		const day = Math.floor(local / secondsPerDay);
		const hour = Math.floor((local - day * secondsPerDay) / secondsPerHour);
		if (better(byDay.get(day), count)) byDay.set(day, {count, at: from});
		if (better(byHour[hour], count)) byHour[hour] = {count, at: from};
		if (better(highest, count)) highest = {count, at: from};
	};

	/** From the last change to this one the number was the same. */
	const advance = (to: number): void => {
		const count = stops.size();
		while (count > 0 && at < to) {
			note(count, at);
			const local = at + clock.offset(at);
			const nextHour = at + secondsPerHour - (((local % secondsPerHour) + secondsPerHour) % secondsPerHour);
			at = Math.min(to, nextHour, clock.next());
		}
		at = to;
	};

	for (const {startedAt, stoppedAt} of streams) {
		swept += 1;
		if (swept % streamsAtOnce === 0) yield;
		if (stoppedAt <= startedAt) continue;
		while (stops.first() <= startedAt) {
			advance(stops.first());
			stops.pop();
		}
		advance(startedAt);
		stops.push(stoppedAt);
	}
	while (stops.size() > 0) {
		advance(stops.first());
		stops.pop();
	}
	return {byDay, byHour, highest};
}
