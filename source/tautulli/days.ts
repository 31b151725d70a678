import {AppError} from '../domain/app-error.ts';
import type {Days} from '../domain/period.ts';

/** Windows of graphs and home stats are 1 day or more: Tautulli silently turns 0 into 30, and below 0 into nothing. */
export const requireDays = (days: Days): Days => {
	if (Number.isSafeInteger(days) && days >= 1) return days;
	throw new AppError('usage', 'The number of days must be 1 or more.', {
		hint: 'All time (0) is only for single items, users, libraries and collections.',
	});
};

/** Windows of totals may be 0 too, which is all time; anything else that is no number Tautulli would read as 0. */
export const requireWindow = (days: Days): Days => {
	if (Number.isSafeInteger(days) && days >= 0) return days;
	throw new AppError('usage', 'The number of days must be 0 (all time) or more.');
};
