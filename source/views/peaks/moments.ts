import type {Stack} from '../../canvas/stacks.ts';
import type {AtOnce} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer} from '../../domain/plays/graph.ts';
import type {Activity} from '../../domain/session.ts';
import type {Scene} from '../plan/scene.ts';
import {liveOf} from './words.ts';

const noStream: AtOnce = {count: 0, directPlay: 0, directStream: 0, transcode: 0, at: 0};

/** A moment as a column. */
export const stackOf = (moment: AtOnce | null): Stack => {
	const {count, directPlay, directStream, transcode} = moment ?? noStream;
	return {directPlay, directStream, transcode, unknown: count - directPlay - directStream - transcode};
};

/** What runs now, as a moment. */
const momentNow = (
	{streamCount, directPlayCount, directStreamCount, transcodeCount}: Activity,
	at: number,
): AtOnce => ({
	count: streamCount,
	directPlay: directPlayCount,
	directStream: directStreamCount,
	transcode: transcodeCount,
	at,
});

/** True where the last day is today, all of it up to now. */
export const endsNow = ({query: {window}}: Scene): boolean => 'days' in window && window.at === undefined;

/** The days with the streams of now in the last one, where that is today. */
export const withNow = ({own}: PeaksAnswer, scene: Scene): ReadonlyArray<AtOnce | null> => {
	const live = liveOf(scene);
	const last = own.most.at(-1);
	if (!live || last === undefined || live.streamCount <= (last?.count ?? 0)) return own.most;
	return [...own.most.slice(0, -1), momentNow(live, scene.now)];
};

/** A day among the highest: its place among the days, and its moment. */
export type HighDay = {readonly day: number; readonly moment: AtOnce};

/** The highest days, the first of equals first. */
export const highestDays = (moments: ReadonlyArray<AtOnce | null>, count: number): readonly HighDay[] =>
	moments
		.flatMap((moment, day): readonly HighDay[] => (moment && moment.count > 0 ? [{day, moment}] : []))
		.toSorted((one, two) => two.moment.count - one.moment.count)
		.slice(0, Math.max(0, count));
