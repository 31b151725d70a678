import {formatCategory} from '../canvas/clock.ts';
import {dateLabels} from '../canvas/date-axis.ts';
import {shapeSwitch} from './plan/graph-chart.ts';
import {timeView} from './plays/time-view.ts';

/** More or less, day by day. */
export const days = timeView({
	name: 'days',
	title: 'Plays by date',
	short: 'Days',
	summary: 'plays by date',
	by: 'date',
	axis: 'date',
	at: 'on',
	switches: [shapeSwitch],
	nameOf: formatCategory,
	labels: (dates, _, width) => dateLabels(dates, width),
	enter: key => ({view: 'day', subject: {id: key, name: formatCategory(key)}}),
});
