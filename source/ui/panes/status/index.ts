import type {Pane} from '../../components/pane.ts';
import {loadStatus, type StatusData} from './data.ts';
import {statusBrief, statusModel} from './model.ts';

/** Are both servers, the database and the collector well; the last events. Zoomed: runs and events. */
export const status: Pane<StatusData> = {
	digit: '6',
	title: 'Status',
	short: 'Status',
	rhythm: 'health',
	uses: ['zoomed'],
	load: loadStatus,
	model: statusModel,
	brief: statusBrief,
};
