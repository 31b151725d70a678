import {secondsPerDay} from './period.ts';

/** A stretch of time in which a zone's clock keeps its distance from UTC. */
export type ZoneSpan = {
	/** Unix seconds; the first span of a list holds for all time before it too. */
	readonly from: number;
	/** Seconds to add to UTC. */
	readonly offsetSeconds: number;
};

/** The time zone that days are cut in: an IANA name. */
export type ZoneName = string;

/**
 * The zone of a server, and why we think so: the user said so, its answers fit no other, or nobody knows and it is that of
 * this machine.
 */
export type ServerZone = {readonly name: ZoneName; readonly trust: 'configured' | 'verified' | 'presumed'};

const formatters = new Map<ZoneName, Intl.DateTimeFormat>();

/** Each takes some ten kilobytes, and whoever tries all zones needs each only once. */
const mostFormatters = 8;

const formatterOf = (zone: ZoneName): Intl.DateTimeFormat => {
	const known = formatters.get(zone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
	if (formatters.size >= mostFormatters) formatters.clear();
	formatters.set(zone, made);
	return made;
};

/** Seconds that the zone's clock is ahead of UTC at that time (Unix seconds). */
export const offsetAt = (zone: ZoneName, at: number): number => {
	const name = formatterOf(zone)
		.formatToParts(at * 1000)
		.find(({type}) => type === 'timeZoneName')?.value;
	const [, sign, hours = '0', minutes = '0', seconds = '0'] =
		/([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name ?? '') ?? [];
	const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
	return sign === '-' ? -size : size;
};

/** The second at which the offset changes between two times that lie on both sides of one change. */
const changeBetween = (zone: ZoneName, from: number, to: number): number => {
	const before = offsetAt(zone, from);
	let [low, high] = [from, to];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(zone, middle) === before) low = middle;
		else high = middle;
	}
	return high;
};

/** No zone has changed its clock twice within so short a time in any year that a history can hold. */
const stepSeconds = 7 * secondsPerDay;

/** The clock of a zone from one time to another (Unix seconds): one span, and one more for each change of the clock. */
export const zoneSpans = (zone: ZoneName, from: number, to: number): readonly ZoneSpan[] => {
	const start = Math.floor(from);
	const spans = [{from: start, offsetSeconds: offsetAt(zone, start)}];
	let offsetSeconds = spans[0]?.offsetSeconds ?? 0;
	for (let at = start; at < to; at += stepSeconds) {
		const next = offsetAt(zone, at + stepSeconds);
		if (next === offsetSeconds) continue;
		spans.push({from: changeBetween(zone, at, at + stepSeconds), offsetSeconds: next});
		offsetSeconds = next;
	}
	return spans;
};

/** Days since 1970-01-01 by the zone's calendar. The one place where days are cut. */
export const localDay = (zone: ZoneName, at: number): number => Math.floor((at + offsetAt(zone, at)) / secondsPerDay);

const findStart = (zone: ZoneName, day: number): number => {
	const guess = day * secondsPerDay - offsetAt(zone, day * secondsPerDay);
	let [low, high] = [guess - secondsPerDay, guess + secondsPerDay];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (localDay(zone, middle) < day) low = middle;
		else high = middle;
	}
	return high;
};

const starts = new Map<string, number>();

/** The same few days are asked for again and again, each with some thirty looks at a zone. */
const mostStarts = 200;

/** The first second of a local day. Where the clock skips midnight, that is the first second after the gap. */
export const dayStart = (zone: ZoneName, day: number): number => {
	const name = `${zone} ${day}`;
	const known = starts.get(name);
	if (known !== undefined) return known;
	const start = findStart(zone, day);
	if (starts.size >= mostStarts) starts.clear();
	starts.set(name, start);
	return start;
};

/** `YYYY-MM-DD` of a day. */
export const dayText = (day: number): string => new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
