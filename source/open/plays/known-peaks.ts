import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PeakRecord} from '../../domain/plays/at-once.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {raisedRecord} from '../../stats/known-days.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {streamsOf, within} from '../../stats/plays/streams.ts';
import type {Stretch} from '../../stats/plays/time-axis.ts';
import {sweepTrue, type TruePeaks} from '../../stats/true-peaks.ts';
import type {Keep} from '../keep-answers.ts';
import type {Answering, PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';
import {keepSwept} from './kept-sweeps.ts';

/** Some days of the history, and how many plays ran in them. */
type Swept = {readonly byDay: TruePeaks['byDay']; readonly plays: number};

const kept = keepSwept<TruePeaks>();

/** What peaks are asked of: the sources, the mirror in its present state, what narrows. */
export type Asked = {
	readonly sources: PlaySources;
	readonly found: Answering;
	readonly where: Narrowing;
	readonly turn: () => Promise<unknown>;
	readonly keep: Keep;
};

/** The peaks of a stretch of time, from the plays that stopped before `end`. */
export const sweepWithin = async (
	{sources, found, where, turn}: Omit<Asked, 'keep'>,
	stretch: Pick<Stretch, 'from' | 'to'>,
	end: number,
): Promise<Swept> => {
	const {mirror, state, zone} = found;
	const {columns, starts} = await sources.columns.read(mirror, state.serverId, stretch.from, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	const streams = within(columns, streamsOf(columns, {from: stretch.from, to: end, conditions}), stretch);
	const sweep = (): Promise<TruePeaks> => {
		const first = Math.max(stretch.from, streams.startedAt[0] ?? 0);
		const clock = zoneSpans(zone.name, first - secondsPerDay, sources.now() + secondsPerDay);
		return inTurns(sweepTrue(streams, clock), turn);
	};
	const name = JSON.stringify([state.serverId, zone.name, stretch.from, stretch.to, where]);
	const {byDay} = await kept(sources.columns, name, streams, sweep);
	return {byDay, plays: streams.startedAt.length};
};

/** The records of some days, and how many plays ran in them. */
export type Reckoned = {
	readonly streams: PeakRecord | null;
	readonly transcodes: PeakRecord | null;
	readonly plays: number;
};

/** No days. */
export const noDays: Swept = {byDay: new Map(), plays: 0};

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
