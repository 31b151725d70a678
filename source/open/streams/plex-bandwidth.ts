import {AppError, type ErrorCode} from '../../domain/app-error.ts';
import type {Bandwidth} from '../../domain/bandwidth.ts';
import type {PlexClient} from '../../plex/client.ts';

/** What Plex says that it sent out of the house: by hours as far back as it has them, and by days. */
type PlexBandwidth = {readonly hours: readonly Bandwidth[]; readonly days: readonly Bandwidth[]};

/** Kept for a while, since it changes by the hour; nothing where Plex does not say. `since`: Unix seconds. */
export type ReadBandwidth = (since: number, signal?: AbortSignal) => Promise<PlexBandwidth>;

const keptSeconds = 600;

const nothing: PlexBandwidth = {hours: [], days: []};

/** Plex's last word: it has no Plex Pass, or does not say it to others than its owner. */
const isFinal = (code: ErrorCode): boolean => code === 'not-found' || code === 'unauthorized';

/** `now`: Unix seconds. A Plex that is away is asked again with the next question. */
export const createReadBandwidth = (
	plex: Pick<PlexClient, 'getBandwidth'> | null,
	now: () => number,
): ReadBandwidth => {
	let kept: {readonly at: number; readonly since: number; readonly bandwidth: PlexBandwidth} | null = null;
	const keep = (since: number, bandwidth: PlexBandwidth): PlexBandwidth => {
		kept = {at: now(), since, bandwidth};
		return bandwidth;
	};
	return async (since, signal) => {
		if (!plex) return nothing;
		if (kept && kept.since <= since && now() - kept.at < keptSeconds) return kept.bandwidth;
		try {
			const [hours, days] = await Promise.all([
				plex.getBandwidth('hour', since, signal),
				plex.getBandwidth('day', since, signal),
			]);
			return keep(since, {hours, days});
		} catch (error) {
			if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
			return isFinal(error.code) ? keep(since, nothing) : nothing;
		}
	};
};
