import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PeakRecords} from '../../domain/plays/graph.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import {localDay, zoneSpans} from '../../domain/zone.ts';
import {type KnownDays, recordOf, usualOf} from '../../stats/known-days.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {spansOf, streamsOf} from '../../stats/plays/streams.ts';
import type {Stretch} from '../../stats/plays/time-axis.ts';
import {sweepTrue, type TruePeaks} from '../../stats/true-peaks.ts';
import {historyReach} from '../history/history.ts';
import type {Answering, PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';

/** Of fewer plays nothing is usual, and nothing a record. */
const fewestPlays = 10;

const nothing: PeakRecords = {usual: null, streams: null, transcodes: null};

/** The days from the first of the history, as far as it is mirrored, to the last of the window. */
const knownDays = (
	{mirror, state, zone}: Answering,
	{lastDay}: Pick<Stretch, 'lastDay'>,
	lastSeen: number,
): KnownDays | null => {
	const first = state.complete ? mirror.plays.oldestStart(state.serverId) : historyReach(mirror, state, zone.name);
	return first === null ? null : {first: localDay(zone.name, first), last: Math.min(lastDay, lastSeen)};
};

const sweepAll = async (
	{columns: held, now}: PlaySources,
	{mirror, state, zone}: Answering,
	{to}: Pick<Stretch, 'to'>,
	where: Narrowing,
	turn: () => Promise<unknown>,
): Promise<{readonly peaks: TruePeaks; readonly plays: number}> => {
	const {columns, starts} = await held.read(mirror, state.serverId, Number.NEGATIVE_INFINITY, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	const places = streamsOf(columns, {from: Number.NEGATIVE_INFINITY, to, conditions});
	const first = columns.startedAt[places[0] ?? 0] ?? now();
	const clock = zoneSpans(zone.name, first - secondsPerDay, now() + secondsPerDay);
	return {peaks: await inTurns(sweepTrue(spansOf(columns, starts, places), clock), turn), plays: places.length};
};

/** What the peaks up to the last day of a window are held against: all days that are known. */
export const peakRecords = async (
	sources: PlaySources,
	found: Answering,
	stretch: Stretch,
	where: Narrowing,
	lastSeen: number,
	turn: () => Promise<unknown>,
): Promise<PeakRecords> => {
	const known = knownDays(found, stretch, lastSeen);
	if (!known) return nothing;
	const {peaks, plays} = await sweepAll(sources, found, stretch, where, turn);
	if (plays < fewestPlays) return nothing;
	const days = [...peaks.byDay].filter(([day]) => day >= known.first && day <= known.last);
	return {
		usual: usualOf(day => peaks.byDay.get(day)?.most.count ?? 0, known, stretch.lastDay),
		streams: recordOf(
			days.map(([, {most}]) => most),
			known,
		),
		transcodes: recordOf(
			days.flatMap(([, {transcodes}]) => transcodes ?? []),
			known,
		),
	};
};
