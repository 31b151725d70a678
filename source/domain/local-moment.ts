import {secondsPerDay} from './period.ts';
import {type ZoneName, zoneSpans} from './zone.ts';

/** A time of a local clock, found: where the clock went back it came twice, where it was put forward never. */
export type LocalMoment =
	| {readonly how: 'once'; readonly at: number}
	| {readonly how: 'twice'; readonly at: number; readonly second: number}
	/** `at` is the moment of the change. */
	| {readonly how: 'never'; readonly at: number};

/**
 * When a zone's clock showed a time. `local` is that time in seconds since 1970 as though it were UTC. Of two moments the first one
 * is meant; where there is none, the moment at which the clock passed over it.
 */
export const localMoment = (zone: ZoneName, local: number): LocalMoment => {
	// No clock is further from UTC than a day.
	const spans = zoneSpans(zone, local - 2 * secondsPerDay, local + 2 * secondsPerDay);
	const endOf = (index: number): number => spans[index + 1]?.from ?? Number.POSITIVE_INFINITY;
	const found = spans.flatMap(({from, offsetSeconds}, index) => {
		const at = local - offsetSeconds;
		return (index === 0 || at >= from) && at < endOf(index) ? [at] : [];
	});
	const [first, second] = found;
	if (first === undefined) {
		const passed = spans.findIndex(({offsetSeconds}, index) => local - offsetSeconds >= endOf(index));
		return {how: 'never', at: endOf(passed)};
	}
	return second === undefined ? {how: 'once', at: first} : {how: 'twice', at: first, second};
};
