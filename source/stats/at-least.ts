import type {TruePeakDays} from '../domain/plays/graph.ts';

/** For how long, and on how many days, there were so many streams or more at once. */
export type AtLeast = {readonly streams: number; readonly seconds: number; readonly days: number};

/** From one stream to the most that there were. */
export const atLeast = ({seconds, counts}: Pick<TruePeakDays, 'seconds' | 'counts'>): readonly AtLeast[] =>
	seconds.slice(1).map((_, index) => {
		const streams = index + 1;
		return {
			streams,
			seconds: seconds.slice(streams).reduce((sum, each) => sum + each, 0),
			days: counts.filter(count => count !== null && count >= streams).length,
		};
	});
