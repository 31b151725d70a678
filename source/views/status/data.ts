import type {StoredEvent} from '../../domain/events.ts';
import type {Choice} from '../../domain/plays/narrowing.ts';
import type {Run} from '../../domain/run.ts';
import type {LocalStatus} from '../../domain/status.ts';
import {eventText} from '../plan/event-text.ts';
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** What the store knows, and what happened last. The servers come with the scene: they answer when they can. */
export type StatusData = {
	readonly local: LocalStatus;
	readonly events: readonly StoredEvent[];
	/** Whose names may stand in the words of an event. */
	readonly users: readonly Choice[];
	readonly runs: readonly Run[];
};

const few = 1000;

export const askStatus = async ({sources, signal, form}: Asking): Promise<StatusData> => {
	const local = await sources.local(null, signal);
	// Without a database there are no runs and events; that is said, and the servers are shown all the same.
	if (local.database.trouble) return {local, events: [], users: [], runs: []};
	const isPage = form === 'page';
	const [events, users, runs] = await Promise.all([
		sources.events({limit: isPage ? 50 : 10}, signal),
		orUnseen(sources.choices({kind: 'user', text: '', limit: few}, signal)),
		sources.runs({limit: isPage ? 20 : 1}, signal),
	]);
	return {local, events, users: users ?? [], runs};
};

/** With people in events called as the configuration has it. */
export const named = (data: StatusData, scene: Scene): StatusData => ({
	...data,
	events: data.events.map(event => ({...event, text: eventText(event, data.users, scene)})),
});
