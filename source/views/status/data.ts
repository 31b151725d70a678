import type {StoredEvent} from '../../domain/events.ts';
import type {Run} from '../../domain/run.ts';
import type {LocalStatus} from '../../domain/status.ts';
import type {Asking} from '../plan/view.ts';

/** What the store knows, and what happened last. The servers come with the scene: they answer when they can. */
export type StatusData = {
	readonly local: LocalStatus;
	readonly events: readonly StoredEvent[];
	readonly runs: readonly Run[];
};

export const askStatus = async ({sources, signal, form}: Asking): Promise<StatusData> => {
	const local = await sources.local(null, signal);
	// Without a database there are no runs and events; that is said, and the servers are shown all the same.
	if (local.database.trouble) return {local, events: [], runs: []};
	const isPage = form === 'page';
	const [events, runs] = await Promise.all([
		sources.events({limit: isPage ? 50 : 10}, signal),
		sources.runs({limit: isPage ? 20 : 1}, signal),
	]);
	return {local, events, runs};
};
