import type {PeakRecords} from '../../domain/plays/graph.ts';
import {dayStart, localDay} from '../../domain/zone.ts';
import {isKnownLong, type KnownDays, usualOf, usualWeeks} from '../../stats/known-days.ts';
import type {Stretch} from '../../stats/plays/time-axis.ts';
import type {Answering} from './answer-plays.ts';
import {type Asked, noDays, none, reckoned, sweepWithin} from './known-peaks.ts';
import {cutBefore, olderThan} from './older-peaks.ts';

/** Of fewer plays nothing is usual, and nothing a record. */
const fewestPlays = 10;

/** What is usual is looked up in the newer days, so they are more than the weeks of that. */
const [farDays, nearDays] = [335, 7 * (usualWeeks + 1)];

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
export const peakRecords = async (asked: Asked, stretch: Stretch, lastSeen: number): Promise<PeakRecords> => {
	const {sources, found} = asked;
	// While a history is read for the first time, what is not there yet may well be higher.
	if (!found.state.complete) return nothing;
	const known = knownDays(found, stretch, lastSeen);
	if (!known) return nothing;
	const today = localDay(found.zone.name, sources.now());
	const isBehind = (cutDay: number): boolean => stretch.lastDay - usualWeeks * 7 > cutDay;
	const [farCut, nearCut] = [cutBefore(today, farDays), cutBefore(today, nearDays)];
	const startOf = (day: number): number => dayStart(found.zone.name, day);
	// What is long over stays as it was: only the last months are swept again. A window that ended long ago is held against
	// the days before it, all read at once.
	const older = isBehind(farCut) ? await olderThan(asked, farCut) : none;
	const middle = isBehind(nearCut)
		? await sweepWithin(asked, {from: startOf(farCut), to: startOf(nearCut)}, Number.POSITIVE_INFINITY)
		: noDays;
	const from = isBehind(nearCut) ? startOf(nearCut) : isBehind(farCut) ? startOf(farCut) : Number.NEGATIVE_INFINITY;
	const newer = await sweepWithin(asked, {from, to: Number.POSITIVE_INFINITY}, stretch.to);
	const isKnown = (day: number): boolean => day >= known.first && day <= known.last;
	const {plays, streams, transcodes} = reckoned(reckoned(older, middle, isKnown), newer, isKnown);
	if (plays < fewestPlays) return nothing;
	return {
		usual: usualOf(day => newer.byDay.get(day)?.most.count ?? 0, known, stretch.lastDay),
		...(isKnownLong(known) ? {streams, transcodes} : {streams: null, transcodes: null}),
	};
};
