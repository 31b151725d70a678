import {graphDays} from '../../components/cells.ts';
import type {LoadContext, Pane} from '../../components/pane.ts';
import {type PeaksData, peaksBrief, peaksModel} from './model.ts';

const load = async ({sources, query, signal}: LoadContext<PeaksData>): Promise<PeaksData> => {
	const days = graphDays(query.days);
	return {days, peaks: await sources.peaks({days}, signal)};
};

const loadStored = async ({sources, query, signal}: LoadContext<PeaksData>) => {
	const days = graphDays(query.days);
	const found = await sources.mirrored({days, yAxis: 'plays', graphs: ['peaks']}, signal);
	return found?.peaks ? {at: found.at, data: {days, peaks: found.peaks}} : null;
};

/** How many streams ran at once, at most, each day. Zoomed: as lines through time. */
export const peaks: Pane<PeaksData> = {
	digit: '4',
	title: 'Peak streams',
	short: 'Peaks',
	rhythm: 'graph',
	uses: ['days'],
	load,
	loadStored,
	model: peaksModel,
	brief: peaksBrief,
};
