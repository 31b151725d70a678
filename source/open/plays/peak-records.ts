import type {PeakRecords} from '../../domain/plays/graph.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import {dayStart, localDay} from '../../domain/zone.ts';
import {isKnownLong, type KnownDays, usualOf} from '../../stats/known-days.ts';
import type {Stretch} from '../../stats/plays/time-axis.ts';
import type {Answering, PlaySources} from './answer-plays.ts';
import {none, reckoned, sweepWithin} from './known-peaks.ts';
import {cutBefore, olderThan} from './older-peaks.ts';

/** Of fewer plays nothing is usual, and nothing a record. */
const fewestPlays = 10;

const nothing: PeakRecords = {usual: null, streams: null, transcodes: null};

/** The days from the first of the history to the last of the window. */
const knownDays = (
	{mirror, state, zone}: Answering,
	{lastDay}: Pick<Stretch, 'lastDay'>,
	lastSeen: number,
): KnownDays | null => {
	const first = mirror.plays.oldestStart(state.serverId);
	return first === null ? null : {first: localDay(zone.name, first), last: Math.min(lastDay, lastSeen)};
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
	// While a history is read for the first time, what is not there yet may well be higher.
	if (!found.state.complete) return nothing;
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
