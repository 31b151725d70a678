import {formatClock, formatLately} from '../../canvas/clock.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import type {Interval} from '../../stats/concurrency.ts';
import {streamColumns, sweepTrue, type TruePeak} from '../../stats/true-peaks.ts';
import type {Scene} from '../plan/scene.ts';
import type {DayData, DayRow} from './data.ts';

/** A stream as far as it is inside the day. */
export type DayStream = Interval & {readonly row: DayRow; readonly decision: string};

/** By their starts inside the day; one that runs lasts until now, and a row without its times is in no bar. */
export const streamsOf = (
	rows: readonly DayRow[],
	{from, to}: Pick<DayData, 'from' | 'to'>,
	{now}: Pick<Scene, 'now'>,
): readonly DayStream[] =>
	rows
		.flatMap((row): readonly DayStream[] => {
			const {startedAt, transcodeDecision, running} = row;
			const stoppedAt = running ? now : row.stoppedAt;
			if (startedAt === null || stoppedAt === null) return [];
			return [
				{
					row,
					decision: transcodeDecision,
					startedAt: Math.max(from, startedAt),
					stoppedAt: Math.min(to, stoppedAt),
				},
			];
		})
		.toSorted((one, two) => one.startedAt - two.startedAt);

/** One day needs no clock: all of it is one stretch. */
const noClock = [{from: 0, offsetSeconds: 0}];

/** The first moment with the most streams, and the most transcodes; null: there was no stream. */
export const highestOf = (streams: readonly DayStream[]): TruePeak | null => {
	const steps = sweepTrue(streamColumns(streams), noClock);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value.highest;
};

/** A clock time of the day, by the server's clock, since the day is. */
export const clock = (at: number | null, {graphZone, zone}: Pick<Scene, 'graphZone' | 'zone'>): string =>
	at === null ? '' : formatClock(at, graphZone ?? zone);

/** The clock at which a stream began, and on which day where that was before the one that is told of: "Mon 23:59". */
export const startClock = (at: number | null, scene: Pick<Scene, 'graphZone' | 'zone' | 'query'>): string => {
	const zone = scene.graphZone ?? scene.zone;
	const date = scene.query.subject?.id ?? '';
	return at !== null && zone !== null && dayText(localDay(zone, at)) < date
		? formatLately(at, at, zone)
		: clock(at, scene);
};
