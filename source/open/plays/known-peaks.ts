import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PeakRecord} from '../../domain/plays/at-once.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {StreamSpan} from '../../domain/plays/play-count.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {raisedRecord} from '../../stats/known-days.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {spansOf, streamsOf} from '../../stats/plays/streams.ts';
import type {Stretch} from '../../stats/plays/time-axis.ts';
import {sweepTrue, type TruePeaks} from '../../stats/true-peaks.ts';
import type {Answering, PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';

/** Some days of the history, and how many plays ran in them. */
type Swept = {readonly byDay: TruePeaks['byDay']; readonly plays: number};

/** Streams as far as they are in a stretch of time. */
function* within({from, to}: Pick<Stretch, 'from' | 'to'>, streams: Iterable<StreamSpan>): Generator<StreamSpan> {
	for (const stream of streams) {
		if (stream.startedAt >= to) return;
		yield {...stream, startedAt: Math.max(stream.startedAt, from), stoppedAt: Math.min(stream.stoppedAt, to)};
	}
}

/** What peaks are asked of: the sources, the mirror in its present state, what narrows. */
export type Asked = {
	readonly sources: PlaySources;
	readonly found: Answering;
	readonly where: Narrowing;
	readonly turn: () => Promise<unknown>;
};

/** The peaks of a stretch of time, from the plays that stopped before `end`. */
export const sweepWithin = async (
	{sources, found, where, turn}: Asked,
	stretch: Pick<Stretch, 'from' | 'to'>,
	end: number,
): Promise<Swept> => {
	const {mirror, state, zone} = found;
	const {columns, starts} = await sources.columns.read(mirror, state.serverId, stretch.from, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	const places = streamsOf(columns, {from: stretch.from, to: end, conditions});
	const first = Math.max(stretch.from, columns.startedAt[places[0] ?? 0] ?? 0);
	const clock = zoneSpans(zone.name, first - secondsPerDay, sources.now() + secondsPerDay);
	const streams = within(stretch, spansOf(columns, starts, places));
	const behind = places.findIndex(at => (columns.startedAt[at] ?? 0) >= stretch.to);
	const plays = behind < 0 ? places.length : behind;
	return {byDay: (await inTurns(sweepTrue(streams, clock), turn)).byDay, plays};
};

/** The records of some days, and how many plays ran in them. */
export type Reckoned = {
	readonly streams: PeakRecord | null;
	readonly transcodes: PeakRecord | null;
	readonly plays: number;
};

/** Of no days. */
export const none: Reckoned = {streams: null, transcodes: null, plays: 0};

/** The records after some more days, of those that are wanted. */
export const reckoned = (before: Reckoned, {byDay, plays}: Swept, isWanted: (day: number) => boolean): Reckoned => {
	const peaks = [...byDay].flatMap(([day, peak]) => (isWanted(day) ? [peak] : []));
	return {
		streams: raisedRecord(
			before.streams,
			peaks.map(({most}) => most),
		),
		transcodes: raisedRecord(
			before.transcodes,
			peaks.flatMap(({transcodes}) => transcodes ?? []),
		),
		plays: before.plays + plays,
	};
};
