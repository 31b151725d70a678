import {spacedLabels, timeView} from './plays/time-view.ts';

const short = (day: string): string => day.slice(0, 3);

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Which days people watch on. */
export const weekdays = timeView({
	name: 'weekdays',
	title: 'Weekdays',
	summary: 'plays by day of the week',
	by: 'weekday',
	axis: 'weekday',
	at: 'on',
	nameOf: day => day,
	labels: spacedLabels(short, 4),
	enter: key => ({view: 'history', where: {weekday: [{id: key, name: names[Number(key)] ?? key}]}}),
});
