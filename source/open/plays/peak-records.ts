import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PeakRecord} from '../../domain/plays/at-once.ts';
import type {PeakRecords} from '../../domain/plays/graph.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {StreamSpan} from '../../domain/plays/play-count.ts';
import {dayStart, dayText, localDay, zoneSpans} from '../../domain/zone.ts';
import {isKnownLong, type KnownDays, raisedRecord, usualOf} from '../../stats/known-days.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {spansOf, streamsOf} from '../../stats/plays/streams.ts';
import {dayNumber, type Stretch} from '../../stats/plays/time-axis.ts';
import {sweepTrue, type TruePeaks} from '../../stats/true-peaks.ts';
import {historyReach} from '../history/history.ts';
import type {Answering, PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';
import type {HeldColumns} from './held-columns.ts';

const farFuture = 2_147_483_647;

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
type Asked = {
	readonly sources: PlaySources;
	readonly found: Answering;
	readonly where: Narrowing;
	readonly turn: () => Promise<unknown>;
};

const sweepWithin = async (
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

/** The records up to a day, and the days behind it. */
type Reckoned = {
	readonly streams: PeakRecord | null;
	readonly transcodes: PeakRecord | null;
	readonly plays: number;
};

const none: Reckoned = {streams: null, transcodes: null, plays: 0};

const reckoned = (before: Reckoned, {byDay, plays}: Swept, isWanted: (day: number) => boolean): Reckoned => {
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

/**
 * Plays of long ago stay as they are while each new one changes the year that is asked for again and again: what they came to is kept,
 * by what narrowed them. It belongs to the columns that it was read from.
 */
type Older = {readonly name: string; readonly older: Promise<Reckoned>};

const kept = new WeakMap<HeldColumns, Map<string, Older>>();

const mostKept = 8;

const keptOlder = (
	columns: HeldColumns,
	where: string,
	name: string,
	reckon: () => Promise<Reckoned>,
): Promise<Reckoned> => {
	const held = kept.get(columns) ?? new Map<string, Older>();
	kept.set(columns, held);
	const known = held.get(where);
	if (known?.name === name) return known.older;
	const older = reckon();
	if (held.size >= mostKept) held.clear();
	held.set(where, {name, older});
	older.catch(() => held.delete(where));
	return older;
};

/** The first of a month about a year ago: until then plays are kept. */
const olderDays = 335;

const cutBefore = (day: number): number => dayNumber(`${dayText(day - olderDays).slice(0, 8)}01`);

const olderThan = async (asked: Asked, cutDay: number): Promise<Reckoned> => {
	const {sources, found, where} = asked;
	const {mirror, state, zone} = found;
	const to = dayStart(zone.name, cutDay);
	const oldest = mirror.plays.oldestStart(state.serverId);
	if (oldest === null || oldest >= to) return none;
	const reach = state.complete ? oldest : historyReach(mirror, state, zone.name);
	const name = JSON.stringify([
		state.serverId,
		zone.name,
		cutDay,
		oldest,
		reach,
		state.comparedAt,
		state.plays - mirror.plays.countIn(state.serverId, {from: to, to: farFuture}),
	]);
	return keptOlder(sources.columns, JSON.stringify(where), name, async () => {
		const stretch = {from: Number.NEGATIVE_INFINITY, to};
		return reckoned(none, await sweepWithin(asked, stretch, Number.POSITIVE_INFINITY), day => day < cutDay);
	});
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
	const asked = {sources, found, where, turn};
	// A window that ended long ago is held against the days before it, all read at once.
	const cutDay = cutBefore(localDay(found.zone.name, sources.now()));
	const isRecent = stretch.lastDay - 7 * 8 > cutDay;
	const older = isRecent ? await olderThan(asked, cutDay) : none;
	const from = isRecent ? dayStart(found.zone.name, cutDay) : Number.NEGATIVE_INFINITY;
	const newer = await sweepWithin(asked, {from, to: Number.POSITIVE_INFINITY}, stretch.to);
	const {plays, streams, transcodes} = reckoned(older, newer, day => day >= known.first && day <= known.last);
	if (plays < fewestPlays) return nothing;
	return {
		usual: usualOf(day => newer.byDay.get(day)?.most.count ?? 0, known, stretch.lastDay),
		...(isKnownLong(known) ? {streams, transcodes} : {streams: null, transcodes: null}),
	};
};
