import {setImmediate} from 'node:timers/promises';
import {type CapacityAnswer, type CapacityDay, overShare} from '../../domain/streams/capacity.ts';
import {dayStart, dayText, localDay, type ZoneName} from '../../domain/zone.ts';
import type {Sources} from '../../questions/sources.ts';
import {stretchOf} from '../../stats/plays/time-axis.ts';
import {overSince} from '../../stats/streams/over-since.ts';
import {type PlexPeak, plexPeaks} from '../../stats/streams/plex-peaks.ts';
import type {Store} from '../../store/open.ts';
import type {HeldStore} from '../hold-store.ts';
import type {PlaySources} from '../plays/answer-plays.ts';
import type {ReadBandwidth} from './plex-bandwidth.ts';

export type CapacityDeps = {
	readonly held: Pick<HeldStore, 'need'>;
	readonly sources: Pick<PlaySources, 'history' | 'now'>;
	readonly readBandwidth: ReadBandwidth;
	/** Null: none is configured. */
	readonly limitKbps: number | null;
};

const recentMinutes = 1440;

/** Then nobody writes a minute any more. */
const settledSeconds = 3600;

/** The first day of a window is a part of one, and another part a second later. */
const wholeSeconds = 82_800;

/** Some hundredths of a second. */
const daysAtOnce = 20;

/** Gives the thread back for a turn, so that keys and other questions come through. */
const turn = (): Promise<unknown> => setImmediate();

const toMinute = (at: number): number => Math.floor(at / 60);

const wanNames = (streams: ReadonlyArray<{readonly user: string; readonly location: string}>): readonly string[] => [
	...new Set(streams.flatMap(({user, location}) => (location === 'wan' ? [user] : []))),
];

/** Nothing is over a limit that nobody knows. */
const markOf = (limitKbps: number | null): number => (limitKbps === null ? Number.MAX_VALUE : limitKbps * overShare);

const seenDay = (
	{minutes, streams}: Pick<Store, 'minutes' | 'streams'>,
	date: string,
	from: number,
	to: number,
	limitKbps: number | null,
): CapacityDay | null => {
	const peak = minutes.wanPeak(toMinute(from), toMinute(to), markOf(limitKbps));
	if (!peak) return null;
	const at = peak.minute * 60;
	return {
		date,
		source: 'seen',
		seconds: 60,
		kbps: peak.kbps,
		at,
		minutesOver: limitKbps === null ? null : peak.minutesOver,
		streams: peak.streams,
		transcoded: peak.transcoded,
		who: wanNames(streams.during(at, at + 60)),
	};
};

/** A day that is over stays as it is: it is looked up once. */
const createSeenDays = (limitKbps: number | null, now: () => number) => {
	const kept = new Map<string, CapacityDay | null>();
	let of: Pick<Store, 'minutes' | 'streams'> | null = null;
	return (store: Pick<Store, 'minutes' | 'streams'>, date: string, from: number, to: number): CapacityDay | null => {
		if (of !== store) kept.clear();
		of = store;
		const name = `${from} ${to}`;
		const known = kept.get(name);
		if (known !== undefined) return known;
		const day = seenDay(store, date, from, to, limitKbps);
		if (to < now() - settledSeconds && to - from >= wholeSeconds) kept.set(name, day);
		return day;
	};
};

const plexDay = (
	{mirror}: Pick<Store, 'mirror'>,
	date: string,
	peak: PlexPeak,
	serverId: number | null,
): CapacityDay => ({
	date,
	source: 'plex',
	seconds: peak.seconds,
	kbps: peak.kbps,
	at: peak.at,
	minutesOver: null,
	streams: null,
	transcoded: null,
	// Who watched in the course of a day says nothing of a moment.
	who:
		peak.seconds === 3600 && serverId !== null ? wanNames(mirror.rows.between(serverId, peak.at, peak.at + 3600)) : [],
});

/** The one that is higher; what was seen is what is counted over the mark, whichever it is. */
const higher = (seen: CapacityDay | null, plex: CapacityDay | null): CapacityDay | null => {
	if (!seen || !plex) return seen ?? plex;
	return plex.kbps > seen.kbps ? {...plex, minutesOver: seen.minutesOver} : seen;
};

const recentOf = ({minutes}: Pick<Store, 'minutes'>, until: number): readonly (number | null)[] => {
	const from = until - recentMinutes + 1;
	const known = new Map(minutes.between(from, until + 1).map(({minute, wanKbps}) => [minute, wanKbps]));
	return Array.from({length: recentMinutes}, (_, index) => known.get(from + index) ?? null);
};

/** What goes out over the internet, held against the limit: seen by tautop, and from Plex for the time when it did not look. */
export const capacityAnswer = ({held, sources, readBandwidth, limitKbps}: CapacityDeps): Pick<Sources, 'capacity'> => {
	const seenIn = createSeenDays(limitKbps, sources.now);
	return {
		capacity: async ({window}, signal): Promise<CapacityAnswer> => {
			const store = held.need();
			const zone: ZoneName = sources.history?.zone().name ?? 'UTC';
			const now = sources.now();
			const first = store.minutes.first();
			const {from, to} = stretchOf(window, 'nothing', zone, now, null);
			const end = Math.min(to, now + 60);
			const bandwidth = await readBandwidth(Math.max(0, from), signal);
			const starts = [...bandwidth.hours, ...bandwidth.days].map(({at}) => at);
			const known = starts.reduce((least, at) => Math.min(least, at), first === null ? now : first * 60);
			const begin = Math.max(from, known);
			const firstHour = bandwidth.hours.reduce((least, {at}) => Math.min(least, at), end);
			const seenHours = new Set(store.minutes.hoursSeen(toMinute(Math.max(begin, firstHour)), toMinute(end)));
			const peaks = plexPeaks(bandwidth.hours, bandwidth.days, zone, hour => seenHours.has(hour));
			const serverId = peaks.size > 0 ? (store.mirror.servers.current()?.serverId ?? null) : null;
			const days: CapacityDay[] = [];
			for (let day = localDay(zone, end - 1); day >= localDay(zone, begin); day--) {
				const [dayFrom, dayTo] = [Math.max(begin, dayStart(zone, day)), Math.min(end, dayStart(zone, day + 1))];
				const peak = peaks.get(day);
				const seen = seenIn(store, dayText(day), dayFrom, dayTo);
				const found = higher(seen, peak && peak.at < end ? plexDay(store, dayText(day), peak, serverId) : null);
				if (found) days.push(found);
				if (days.length % daysAtOnce === 0) await turn();
			}
			const until = toMinute(Math.min(to, now + 1) - 1);
			const recent = recentOf(store, until);
			const recentFrom = (until - recentMinutes + 1) * 60;
			const over = overSince(recent.at(-1) === null ? recent.slice(0, -1) : recent, markOf(limitKbps));
			return {
				limitKbps,
				days: days.toSorted((one, two) => two.kbps - one.kbps || two.at - one.at),
				recent,
				recentFrom,
				overSince: over === null ? null : recentFrom + over * 60,
				seenFrom: first === null ? null : first * 60,
			};
		},
	};
};
