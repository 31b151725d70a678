import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import {concurrentSeries, type Graph, type Highest, type Peaks} from '../domain/graph.ts';
import {type Days, secondsPerDay} from '../domain/period.ts';
import type {StreamSpan} from '../domain/play-count.ts';
import {localDay, type ZoneName, type ZoneSpan, zoneSpans} from '../domain/zone.ts';
import type {DaysQuery, GraphQuery, MirroredGraphs, MirroredQuery} from '../questions/queries.ts';
import {sweepPeak} from '../stats/concurrency.ts';
import {type DayPeak, sweepDays} from '../stats/day-peaks.ts';
import {
	dateCategories,
	fillGraph,
	hourCategories,
	mediaSeries,
	type SeriesKind,
	streamSeries,
	withTotal,
} from '../stats/fill-graph.ts';
import type {Mirror} from '../store/mirror/mirror.ts';
import type {HeldStore} from './hold-store.ts';

/** Which history is counted, and how. */
export type MirrorGraphSetting = {
	readonly serverId: number;
	readonly zone: ZoneName;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** Unix seconds: the end of all windows. */
	readonly now: number;
};

/** Tautulli's graphs, counted from a mirror that holds the whole history: the same numbers, with nobody asked. */
export type MirrorGraphs = {
	/** All kinds of media have a row here; Tautulli leaves out those that it has no library for. */
	readonly hours: (query: GraphQuery) => Graph;
	readonly days: (query: GraphQuery) => Graph;
	readonly types: (query: GraphQuery) => Graph;
	readonly peaks: (query: DaysQuery) => Peaks;
};

/** A play that stopped in the window may have begun long before; more than this before it, nobody has seen one go on. */
const longestDays = 800;

const peakSeries: readonly SeriesKind[] = [{kind: '', name: concurrentSeries}, ...streamSeries];

const peakValue = (peak: DayPeak | undefined, kind: string): number =>
	(kind === '' ? peak?.all : peak?.byDecision[kind]) ?? 0;

/** The peaks of each day on the axis of the date graphs. */
const fillPeaks = (peaks: ReadonlyMap<number, DayPeak>, today: number, days: Days): Graph => {
	const categories = dateCategories(today, days);
	return {
		categories: categories.map(({label}) => label),
		series: peakSeries.map(({kind, name}) => ({
			name,
			values: categories.map(({bucket}) => peakValue(peaks.get(Number(bucket)), kind)),
		})),
	};
};

/** The highest peak of the window by series, where there was one. */
const highestOf = (streams: readonly StreamSpan[]): Record<string, Highest> =>
	Object.fromEntries(
		peakSeries.flatMap(({kind, name}) => {
			const peak = sweepPeak(streams.filter(({decision}) => kind === '' || decision === kind));
			return peak ? [[name, peak]] : [];
		}),
	);

export const mirrorGraphs = ({graphs}: Mirror, {serverId, zone, grouping, now}: MirrorGraphSetting): MirrorGraphs => {
	const sinceOf = (days: Days): number => now - days * secondsPerDay;
	const spansOf = (days: Days): readonly ZoneSpan[] =>
		zoneSpans(zone, sinceOf(days) - longestDays * secondsPerDay, now + secondsPerDay);
	const windowOf = (days: Days) => ({serverId, since: sinceOf(days), grouping});
	const today = localDay(zone, now);
	const streamsOf = (days: Days): StreamSpan[] => [...graphs.streams(windowOf(days), spansOf(days))];
	return {
		hours: ({days, yAxis}) => {
			const counts = graphs.byMediaType(windowOf(days), 'hour', spansOf(days));
			return fillGraph(hourCategories, mediaSeries, counts, yAxis);
		},
		days: ({days, yAxis}) => {
			const counts = graphs.byMediaType(windowOf(days), 'date', spansOf(days));
			return withTotal(fillGraph(dateCategories(today, days), mediaSeries, counts, yAxis));
		},
		types: ({days, yAxis}) => {
			const counts = graphs.byStreamType(windowOf(days), 'date', spansOf(days));
			const plays = fillGraph(dateCategories(today, days), streamSeries, counts, yAxis);
			const [most] = fillPeaks(sweepDays(streamsOf(days)), today, days).series;
			return {...plays, series: [...plays.series, ...(most ? [most] : [])]};
		},
		peaks: ({days}) => {
			const streams = streamsOf(days);
			return {...fillPeaks(sweepDays(streams), today, days), highest: highestOf(streams)};
		},
	};
};

/** More would hold the thread for seconds, and Tautulli's own answer is on its way. */
const mostPlays = 200_000;

/** The graphs that are asked for, from the mirror alone; null while it does not hold the whole history, or where that takes long. */
export const mirroredGraphsOf = (
	mirror: Mirror,
	{zone, grouping}: Pick<HistoryDeps, 'zone' | 'grouping'>,
	{graphs, ...query}: MirroredQuery,
	now: number,
): MirroredGraphs | null => {
	const state = mirror.servers.current();
	// In a wrong zone every number would stand at a wrong hour.
	if (!state?.complete || state.syncedAt === null || zone().trust === 'presumed') return null;
	const since = now - query.days * secondsPerDay;
	if (mirror.plays.countIn(state.serverId, {from: since, to: Number.MAX_SAFE_INTEGER}) > mostPlays) return null;
	const counted = mirrorGraphs(mirror, {serverId: state.serverId, zone: zone().name, grouping, now});
	return {at: state.syncedAt, ...Object.fromEntries(graphs.map(name => [name, counted[name](query)]))};
};

/** The mirror's own peaks, for a Tautulli that fails to tell them; null where the graphs are. */
export const mirroredPeaks =
	({current}: Pick<HeldStore, 'current'>, history: Pick<HistoryDeps, 'zone' | 'grouping'> | null, now: () => number) =>
	(days: Days): Peaks | null => {
		const mirror = current()?.mirror;
		if (!history || !mirror) return null;
		return mirroredGraphsOf(mirror, history, {days, yAxis: 'plays', graphs: ['peaks']}, now())?.peaks ?? null;
	};
