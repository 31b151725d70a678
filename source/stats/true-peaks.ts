import {secondsPerDay} from '../domain/period.ts';
import type {AtOnce, Since} from '../domain/plays/at-once.ts';
import type {ZoneSpan} from '../domain/zone.ts';
import type {Interval} from './concurrency.ts';
import {createHeap} from './heap.ts';

/** The most streams at once of a stretch of time, at the first such moment, and the most transcodes of it. */
export type TruePeak = {readonly most: AtOnce; readonly transcodes: Since | null};

/** Most streams at once that there really were. A stream counts on every day and in every hour that it lasts into. */
export type TruePeaks = {
	/** By local day (days since 1970). */
	readonly byDay: ReadonlyMap<number, TruePeak>;
	/** By local hour of day, 0 to 23; null: never a stream. */
	readonly byHour: ReadonlyArray<TruePeak | null>;
	/** The most in each hour of each day: 24 times the day, plus the hour. */
	readonly byDayHour: ReadonlyMap<number, number>;
	/** Seconds with so many streams, by their number. */
	readonly seconds: readonly number[];
	readonly highest: TruePeak | null;
};

const secondsPerHour = 3600;

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

/** Tautulli's words of how a stream is played, by their number; the last one is not known. */
const ways = ['direct play', 'copy', 'transcode'];
const transcode = ways.indexOf('transcode');
const kinds = ways.length + 1;

/** The number of a way to play. */
export const wayOf = (decision: string): number => {
	const kind = ways.indexOf(decision);
	return kind < 0 ? ways.length : kind;
};

/** Streams as columns, ordered by their start: a year has too many for an object each. */
export type StreamColumns = {
	readonly startedAt: Int32Array;
	readonly stoppedAt: Int32Array;
	/** As `wayOf` has them. */
	readonly ways: Uint8Array;
};

/** A few streams as columns. */
export const streamColumns = (streams: ReadonlyArray<Interval & {readonly decision?: string}>): StreamColumns => ({
	startedAt: Int32Array.from(streams, ({startedAt}) => startedAt),
	stoppedAt: Int32Array.from(streams, ({stoppedAt}) => stoppedAt),
	ways: Uint8Array.from(streams, ({decision = ''}) => wayOf(decision)),
});

/** How many streams of each kind run. */
const createCount = () => {
	const counts = new Array<number>(kinds).fill(0);
	let all = 0;
	return {
		all: () => all,
		transcodes: () => counts[transcode] ?? 0,
		add: (kind: number, by: 1 | -1): void => {
			counts[kind] = (counts[kind] ?? 0) + by;
			all += by;
		},
		at: (at: number): AtOnce => ({
			count: all,
			directPlay: counts[0] ?? 0,
			directStream: counts[1] ?? 0,
			transcode: counts[transcode] ?? 0,
			at,
		}),
	};
};

type Count = ReturnType<typeof createCount>;

/** The peak with what runs from a moment on: the first of equals stays. */
const raised = (known: TruePeak | null | undefined, running: Count, at: number): TruePeak => {
	const transcodes = running.transcodes();
	const isMost = !known || running.all() > known.most.count;
	const isTranscodes = transcodes > (known?.transcodes?.count ?? 0);
	if (known && !isMost && !isTranscodes) return known;
	return {
		most: isMost ? running.at(at) : known.most,
		transcodes: isTranscodes ? {count: transcodes, at} : (known?.transcodes ?? null),
	};
};

/**
 * Sweeps streams that come ordered by their start. Between two changes the number is constant; each such stretch is cut
 * at the full hours of the local clock, also where the clock changes. The memory it takes is that of the streams which
 * run at the same time. Yields where the thread may be given back.
 */
export function* sweepTrue(
	{startedAt, stoppedAt, ways: wayAt}: StreamColumns,
	spans: readonly ZoneSpan[],
): Generator<void, TruePeaks> {
	// A stop and the kind of its stream share one number.
	const stops = createHeap();
	const running = createCount();
	const clock = createClock(spans);
	const byDay = new Map<number, TruePeak>();
	const byHour: Array<TruePeak | null> = Array.from({length: 24}, () => null);
	const byDayHour = new Map<number, number>();
	const seconds: number[] = [];
	let highest: TruePeak | null = null;
	let at = Number.NEGATIVE_INFINITY;

	const note = (from: number, to: number): void => {
		const count = running.all();
		const local = from + clock.offset(from);
		const day = Math.floor(local / secondsPerDay);
		const hour = Math.floor((local - day * secondsPerDay) / secondsPerHour);
		byDay.set(day, raised(byDay.get(day), running, from));
		byHour[hour] = raised(byHour[hour], running, from);
		highest = raised(highest, running, from);
		const dayHour = day * 24 + hour;
		if (count > (byDayHour.get(dayHour) ?? 0)) byDayHour.set(dayHour, count);
		seconds[count] = (seconds[count] ?? 0) + to - from;
	};

	/** From the last change to this one the number was the same. */
	const advance = (to: number): void => {
		while (running.all() > 0 && at < to) {
			const local = at + clock.offset(at);
			const nextHour = at + secondsPerHour - (((local % secondsPerHour) + secondsPerHour) % secondsPerHour);
			const end = Math.min(to, nextHour, clock.next());
			note(at, end);
			at = end;
		}
		at = to;
	};

	const end = (): void => {
		const stop = stops.first();
		advance(Math.floor(stop / kinds));
		running.add(((stop % kinds) + kinds) % kinds, -1);
		stops.pop();
	};

	for (let index = 0; index < startedAt.length; index++) {
		if ((index + 1) % streamsAtOnce === 0) yield;
		const [start = 0, stop = 0, way = 0] = [startedAt[index], stoppedAt[index], wayAt[index]];
		if (stop <= start) continue;
		while (Math.floor(stops.first() / kinds) <= start) end();
		advance(start);
		running.add(way, 1);
		stops.push(stop * kinds + way);
	}
	while (stops.size() > 0) end();
	return {byDay, byHour, byDayHour, seconds: Array.from(seconds, each => each ?? 0), highest};
}
