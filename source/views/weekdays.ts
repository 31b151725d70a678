import type {Graph} from '../domain/plays/graph.ts';
import type {Graphed} from './plan/graph-view.ts';
import {spacedLabels, timeView} from './plays/time-view.ts';

const short = (day: string): string => day.slice(0, 3);

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The first of them behind all others: the server's week begins with Sunday, that of people with Monday. */
const behind = <Value>(days: readonly Value[]): readonly Value[] => [...days.slice(1), ...days.slice(0, 1)];

const graphFromMonday = ({categories, series}: Graph): Graph => ({
	categories: behind(categories),
	series: series.map(({name, values}) => ({name, values: behind(values)})),
});

const fromMonday = (data: Graphed): Graphed => ({
	...data,
	keys: behind(data.keys),
	graph: graphFromMonday(data.graph),
	ways: data.ways && graphFromMonday(data.ways),
});

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
	drawn: fromMonday,
	enter: key => ({view: 'history', where: {weekday: [{id: key, name: names[Number(key)] ?? key}]}}),
});
