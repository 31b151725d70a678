import {formatClock} from '../../canvas/clock.ts';
import type {DayAnswer, Play} from '../../domain/plays/play.ts';
import type {Interval} from '../../stats/concurrency.ts';
import {sweepTrue, type TruePeak} from '../../stats/true-peaks.ts';
import type {Scene} from '../plan/scene.ts';

/** A stream as far as it is inside the day. */
export type DayStream = Interval & {readonly play: Play; readonly decision: string};

/** By their starts inside the day; a row without both times is in no bar. */
export const streamsOf = ({plays, from, to}: DayAnswer): readonly DayStream[] =>
	plays
		.flatMap((play): readonly DayStream[] => {
			const {startedAt, stoppedAt, transcodeDecision} = play;
			if (startedAt === null || stoppedAt === null) return [];
			return [
				{
					play,
					decision: transcodeDecision,
					startedAt: Math.max(from, startedAt),
					stoppedAt: Math.min(to, stoppedAt),
				},
			];
		})
		.toSorted((one, two) => one.startedAt - two.startedAt);

/** One day needs no clock: all of it is one stretch. */
const noClock = [{from: 0, offsetSeconds: 0}];

/** The first moment of the day with the most streams, and its most transcodes; null: there was no stream. */
export const highestOf = (data: DayAnswer): TruePeak | null => {
	const steps = sweepTrue(streamsOf(data), noClock);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value.highest;
};

/** A clock time of the day, by the server's clock, since the day is. */
export const clock = (at: number | null, {graphZone, zone}: Scene): string =>
	at === null ? '' : formatClock(at, graphZone ?? zone);
