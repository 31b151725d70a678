import {secondsPerDay} from '../../domain/period.ts';
import {dayStart} from '../../domain/zone.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import type {Asking} from './view.ts';

/** From when to when, Unix seconds, the end outside. */
export type Span = {readonly from: number; readonly to: number};

/** The window of a list that is not counted from plays; dates are days of the server's calendar. */
export const askSpan = async ({sources, query: {window}, now, signal}: Asking): Promise<Span> => {
	if ('from' in window) {
		const {timezone} = await sources.settings(null, signal);
		const zone = timezone ?? 'UTC';
		return {from: dayStart(zone, dayNumber(window.from)), to: dayStart(zone, dayNumber(window.to) + 1)};
	}
	const {days, at} = window;
	const end = at ?? now;
	// Other machines write events too: what is stamped a little ahead of this clock is not left out.
	return {from: days === 0 ? 0 : end - days * secondsPerDay, to: at === undefined ? Number.MAX_SAFE_INTEGER : at + 1};
};

export const isWithin = (at: number, {from, to}: Span): boolean => at >= from && at < to;
