import type {Row} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {WeeklyPlays} from '../../domain/board.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {ShownPeriod} from '../../stats/promotion/periods.ts';
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';

const shownWeeks = 12;

/** Where nobody can tell, or there is nothing to tell of. */
export const noWeekly: WeeklyPlays = {weeks: [], rows: []};

/** Plays of the last twelve weeks, without asking Tautulli; none where nobody can tell. */
export const askWeeks = async ({sources, signal}: Pick<Asking, 'sources' | 'signal'>): Promise<WeeklyPlays> => {
	try {
		return await sources.weeks({weeks: shownWeeks, where: {}, fresh: false}, signal);
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return noWeekly;
	}
};

/** The week in which it was put up last, counted from the first one; null: before these weeks, or never. */
const begunIn = (periods: readonly ShownPeriod[], weeks: number, now: number): number | null => {
	const begun = periods.findLast(({begins}) => begins);
	if (!begun) return null;
	const week = weeks - 1 - Math.floor((now - begun.from) / (7 * secondsPerDay));
	return week >= 0 && week < weeks ? week : null;
};

/** The weeks as columns on one scale, with a line before the one in which it was promoted. */
export const weeksRow = (
	plays: readonly number[],
	periods: readonly ShownPeriod[],
	max: number,
	{glyphs, now}: Scene,
): Row => {
	const begun = begunIn(periods, plays.length, now);
	const columns = sparkline(plays, Math.max(1, max), glyphs);
	if (begun === null) return [{text: columns}];
	return [{text: columns.slice(0, begun)}, {text: glyphs.box.side, role: 'bold'}, {text: columns.slice(begun)}];
};
