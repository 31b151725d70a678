import {dayText} from '../domain/zone.ts';
import {shapeSwitch} from './plan/graph-chart.ts';
import {spacedLabels, timeView} from './plays/time-view.ts';

/** The last day of a month, YYYY-MM. */
const lastDay = (month: string): string => {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return dayText(Math.floor(Date.UTC(year, number, 0) / 86_400_000));
};

/** More or less, over the years. */
export const months = timeView({
	name: 'months',
	title: 'Plays by month',
	short: 'Months',
	summary: 'plays by month; the window is rounded up to whole months',
	by: 'month',
	axis: 'month',
	at: 'in',
	switches: [shapeSwitch],
	nameOf: month => month,
	labels: spacedLabels(month => month, 10),
	enter: key => ({view: 'history', window: {from: `${key}-01`, to: lastDay(key)}}),
});
