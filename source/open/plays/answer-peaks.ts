import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {
	concurrentSeries,
	type Graph,
	type Highest,
	type PeaksAnswer,
	type PeaksQuery,
} from '../../domain/plays/graph.ts';
import {dayStart, localDay, zoneSpans} from '../../domain/zone.ts';
import {type Peaks, sweepPeaks} from '../../stats/concurrency.ts';
import {sweepDays} from '../../stats/day-peaks.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {byDay, spansOf, streamsOf, within} from '../../stats/plays/streams.ts';
import {dayNumber, stretchOf, timeAxis} from '../../stats/plays/time-axis.ts';
import {type SeriesKind, streamSeries} from '../../stats/series.ts';
import {fillTrueDays} from '../../stats/true-days.ts';
import {sweepTrue, type TruePeaks} from '../../stats/true-peaks.ts';
import type {Keep} from '../keep-answers.ts';
import {answering, coverageOf, type PlaySources, withDetails} from './answer-plays.ts';
import {playFacts} from './facts.ts';
import {keepSwept} from './kept-sweeps.ts';
import {peakRecords} from './peak-records.ts';

/** A play that stopped in a window may have begun long before; more than this before it, nobody has seen one go on. */
const longestDays = 800;

const peakSeries: readonly SeriesKind[] = [{kind: '', name: concurrentSeries}, ...streamSeries];

const peakOf = (peaks: Peaks | undefined, kind: string): Highest | null =>
	(kind === '' ? peaks?.all : peaks?.byDecision.get(kind)) ?? null;

const fillPeaks = (days: ReadonlyMap<number, Peaks>, dates: readonly string[]): Graph => ({
	categories: dates,
	series: peakSeries.map(({kind, name}) => ({
		name,
		values: dates.map(date => peakOf(days.get(dayNumber(date)), kind)?.count ?? 0),
	})),
});

/** The highest peak of the window by series, where there was one. */
const highestOf = (peaks: Peaks): Record<string, Highest> =>
	Object.fromEntries(
		peakSeries.flatMap(({kind, name}) => {
			const peak = peakOf(peaks, kind);
			return peak ? [[name, peak]] : [];
		}),
	);

/** As Tautulli counts them: by day, and the highest of all. */
type Counted = {readonly days: ReadonlyMap<number, Peaks>; readonly highest: Peaks};

const keptCounted = keepSwept<Counted>();
const keptTrue = keepSwept<TruePeaks>();

const always = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY};

/**
 * The most streams at once a day, twice: as Tautulli's graph has it (by the day that a stream began), and as it really was. The
 * highest of the window crosses midnight.
 */
export const answerPeaks = async (
	sources: PlaySources,
	{window, where}: PeaksQuery,
	turn: () => Promise<unknown>,
	keep: Keep,
): Promise<PeaksAnswer> => {
	const found = answering(sources);
	const {mirror, state, zone} = found;
	const now = sources.now();
	const stretch = stretchOf(window, 'date', zone.name, now, mirror.plays.oldestStart(state.serverId));
	const coverage = withDetails(found, coverageOf(found, stretch, now), {where}, stretch.from);
	const firstSecond = dayStart(zone.name, stretch.firstDay);
	const from = Math.min(stretch.from, firstSecond);
	const {columns, starts} = await sources.columns.read(mirror, state.serverId, from, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	const dates = timeAxis('date', stretch);
	const counted = streamsOf(columns, {from: stretch.from, to: stretch.to, conditions});
	const name = JSON.stringify([state.serverId, zone.name, window, firstSecond, where]);
	const {days, highest} = await keptCounted(sources.columns, name, within(columns, counted, always), async () => ({
		days: await inTurns(sweepDays(spansOf(columns, starts, byDay(starts, counted))), turn),
		highest: sweepPeaks(spansOf(columns, starts, counted)),
	}));
	const inOrder = streamsOf(columns, {from: firstSecond, to: stretch.to, conditions});
	// Only the part of a stream that is inside the days counts: its hours before them are not theirs.
	const inside = within(columns, inOrder, {...always, from: firstSecond});
	const trueDays = await keptTrue(sources.columns, name, inside, () => {
		const clock = zoneSpans(zone.name, firstSecond - longestDays * secondsPerDay, now + secondsPerDay);
		return inTurns(sweepTrue(inside, clock), turn);
	});
	const lastSeen = localDay(zone.name, state.syncedAt ?? now);
	return {
		...fillPeaks(days, dates),
		highest: highestOf(highest),
		own: fillTrueDays(trueDays, {first: stretch.lastDay - dates.length + 1, last: stretch.lastDay, lastSeen}),
		plays: counted.length,
		records: await peakRecords({sources, found, where, turn, keep}, stretch, lastSeen),
		coverage,
	};
};
