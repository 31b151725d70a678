import {setImmediate, setTimeout} from 'node:timers/promises';
import type {HistoryDeps} from '../collect/sync-deps.ts';
import type {Config} from '../config/config.ts';
import type {HistoryStatus} from '../domain/status.ts';
import type {ServerZone} from '../domain/zone.ts';
import type {Mirror} from '../store/mirror.ts';
import type {Clients} from './clients.ts';

/** Resolves after a while; 0 gives the thread back for one turn. */
const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
	if (ms === 0) await setImmediate(undefined, {signal});
	else await setTimeout(ms, undefined, {signal});
};

/** What the mirror is brought up to date with; null where Tautulli is switched off. */
export const buildHistory = (
	{tautulli: config}: Config,
	{tautulli}: Pick<Clients, 'tautulli'>,
	{servers}: Mirror,
	takeEnded: () => boolean,
): HistoryDeps | null => {
	if (!config || !tautulli) return null;
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const zone = (): ServerZone => {
		if (config.timezone) return {name: config.timezone, trust: 'configured'};
		const found = servers.zone();
		return found ? {name: found, trust: 'verified'} : {name: here, trust: 'presumed'};
	};
	return {tautulli, zone, grouping: config.grouping, clock: () => performance.now(), pause, takeEnded};
};

/** How much the mirror holds; null: nothing yet. */
export const historyStatus = ({servers, plays}: Mirror): HistoryStatus | null => {
	const state = servers.current();
	if (!state) return null;
	const {serverId, complete, syncedAt} = state;
	return {plays: state.plays, oldest: plays.oldestStart(serverId), complete, syncedAt};
};
