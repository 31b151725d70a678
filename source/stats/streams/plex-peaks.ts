import type {Bandwidth} from '../../domain/bandwidth.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {localDay, type ZoneName} from '../../domain/zone.ts';

/** The mean rate of a time that Plex counted: when it began (Unix seconds), and how long it was. */
export type PlexPeak = {readonly kbps: number; readonly at: number; readonly seconds: 3600 | 86_400};

const hourSeconds = 3600;

/** Plex has a row for each account and device. */
const sums = (rows: readonly Bandwidth[]): ReadonlyMap<number, number> => {
	const bytes = new Map<number, number>();
	for (const {at, lan, bytes: some} of rows) if (!lan) bytes.set(at, (bytes.get(at) ?? 0) + some);
	return bytes;
};

const rate = (bytes: number, seconds: number): number => Math.round((bytes * 8) / 1000 / seconds);

/**
 * The highest of each day (days since 1970 by the server's clock): of the hours that nobody saw, or the day's mean where Plex has
 * no hours of it any more and nobody saw any of it. `isSeen`: whether tautop looked in an hour (Unix seconds / 3600).
 */
export const plexPeaks = (
	hours: readonly Bandwidth[],
	days: readonly Bandwidth[],
	zone: ZoneName,
	isSeen: (hour: number) => boolean,
): ReadonlyMap<number, PlexPeak> => {
	const peaks = new Map<number, PlexPeak>();
	const withHours = new Set<number>();
	for (const [at, bytes] of sums(hours)) {
		const day = localDay(zone, at);
		withHours.add(day);
		const kbps = rate(bytes, hourSeconds);
		if (isSeen(Math.floor(at / hourSeconds)) || kbps <= (peaks.get(day)?.kbps ?? -1)) continue;
		peaks.set(day, {kbps, at, seconds: hourSeconds});
	}
	for (const [at, bytes] of sums(days)) {
		// In which zone Plex begins a day is not told; noon is of the right one in all of them.
		const day = localDay(zone, at + secondsPerDay / 2);
		if (withHours.has(day)) continue;
		peaks.set(day, {kbps: rate(bytes, secondsPerDay), at, seconds: secondsPerDay});
	}
	return peaks;
};
