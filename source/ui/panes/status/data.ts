import type {Run, StoredEvent} from '../../../domain/run.ts';
import type {LocalStatus} from '../../../domain/status.ts';
import type {LoadContext} from '../../components/pane.ts';

/** What the store knows, and what happened last. The servers come with the frame: they answer when they can. */
export type StatusData = {
	readonly local: LocalStatus;
	readonly events: readonly StoredEvent[];
	readonly runs: readonly Run[];
};

export const loadStatus = async ({sources, signal, query}: LoadContext<StatusData>): Promise<StatusData> => {
	const [local, events, runs] = await Promise.all([
		sources.local(null, signal),
		sources.events({limit: query.zoomed ? 50 : 10}, signal),
		sources.runs({limit: query.zoomed ? 20 : 1}, signal),
	]);
	return {local, events, runs};
};
