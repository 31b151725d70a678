import {graphDays} from '../../components/cells.ts';
import type {LoadContext, Pane} from '../../components/pane.ts';
import {type StreamTypesData, streamTypesBrief, streamTypesModel} from './model.ts';

const load = async ({sources, query, signal}: LoadContext<StreamTypesData>): Promise<StreamTypesData> => {
	const asked = {days: graphDays(query.days), yAxis: query.yAxis};
	return {...asked, graph: await sources.types(asked, signal)};
};

const loadStored = async ({sources, query, signal}: LoadContext<StreamTypesData>) => {
	const asked = {days: graphDays(query.days), yAxis: query.yAxis};
	const found = await sources.mirrored({...asked, graphs: ['types']}, signal);
	return found?.types ? {at: found.at, data: {...asked, graph: found.types}} : null;
};

/** What it costs: direct play, direct stream, transcode. */
export const streamTypes: Pane<StreamTypesData> = {
	digit: '3',
	title: 'Stream types',
	short: 'Types',
	rhythm: 'graph',
	uses: ['days', 'yAxis'],
	load,
	loadStored,
	model: streamTypesModel,
	brief: streamTypesBrief,
};
