import type {Run, StoredEvent} from '../../../domain/run.ts';
import type {LocalStatus, ServerHealth, Servers} from '../../../domain/status.ts';
import type {LoadContext} from '../../components/pane.ts';

/** Since when a server is away, in Unix seconds; null: it is there. */
export type Away = {readonly tautulli: number | null; readonly plex: number | null};

/** How both servers are, what the store knows, what happened last. */
export type StatusData = {
	readonly servers: Servers;
	readonly away: Away;
	readonly local: LocalStatus;
	readonly events: readonly StoredEvent[];
	readonly runs: readonly Run[];
};

/** A ping says only that a server is away; since when, the answers before tell. */
const awaySince = (health: ServerHealth | null, before: number | null | undefined, now: number): number | null =>
	health === null || health.ok ? null : (before ?? now);

export const loadStatus = async ({
	sources,
	signal,
	previous,
	now,
	query,
}: LoadContext<StatusData>): Promise<StatusData> => {
	const [servers, local, events, runs] = await Promise.all([
		sources.servers(null, signal),
		sources.local(null, signal),
		sources.events({limit: query.zoomed ? 50 : 10}, signal),
		sources.runs({limit: query.zoomed ? 20 : 1}, signal),
	]);
	const away = {
		tautulli: awaySince(servers.tautulli, previous?.away.tautulli, now),
		plex: awaySince(servers.plex, previous?.away.plex, now),
	};
	return {servers, away, local, events, runs};
};
