import {graphDays} from '../../components/cells.ts';
import type {LoadContext, Pane} from '../../components/pane.ts';
import {type HoursData, hoursBrief, hoursModel} from './model.ts';

const load = async ({sources, query, signal}: LoadContext<HoursData>): Promise<HoursData> => {
	const graph = {days: graphDays(query.days), yAxis: query.yAxis};
	const [hours, dates] = await Promise.all([
		sources.hours(graph, signal),
		query.zoomed ? sources.days(graph, signal) : null,
	]);
	return {...graph, hours, dates};
};

const loadStored = async ({sources, query, signal}: LoadContext<HoursData>) => {
	const graph = {days: graphDays(query.days), yAxis: query.yAxis};
	const graphs = query.zoomed ? (['hours', 'days'] as const) : (['hours'] as const);
	const found = await sources.mirrored({...graph, graphs}, signal);
	return found?.hours ? {at: found.at, data: {...graph, hours: found.hours, dates: found.days ?? null}} : null;
};

/** When people watch. Zoomed: by date too. */
export const hours: Pane<HoursData> = {
	digit: '2',
	title: 'Plays by hour',
	short: 'Hours',
	rhythm: 'graph',
	uses: ['days', 'yAxis', 'zoomed'],
	load,
	loadStored,
	model: hoursModel,
	brief: hoursBrief,
};
