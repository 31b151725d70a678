import {setImmediate, setTimeout} from 'node:timers/promises';
import {coveredDay} from '../../collect/sync/covered-day.ts';
import type {HistoryDeps} from '../../collect/sync/sync-deps.ts';
import type {Config} from '../../config/config.ts';
import type {MirrorState} from '../../domain/plays/mirror.ts';
import type {HistoryStatus} from '../../domain/status.ts';
import {dayStart, type ServerZone, type ZoneName} from '../../domain/zone.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';
import type {Clients} from '../clients.ts';
import type {HeldMirror} from './hold-mirror.ts';

/** Resolves after a while; 0 gives the thread back for one turn. */
const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
	if (ms === 0) await setImmediate(undefined, {signal});
	else await setTimeout(ms, undefined, {signal});
};

/** True while nobody has looked yet which zone the server's days are cut in. */
export type ZoneLook = {readonly isZoneAwaited: () => boolean};

/** What the mirror is brought up to date with; null where Tautulli is switched off. */
export const buildHistory = (
	{tautulli: config}: Config,
	{tautulli}: Pick<Clients, 'tautulli'>,
	{current}: Pick<HeldMirror, 'current'>,
	takeEnded: () => boolean,
	{odd, zoneLooked}: Pick<HistoryDeps, 'odd' | 'zoneLooked'>,
): (HistoryDeps & ZoneLook) | null => {
	if (!config || !tautulli) return null;
	let looked = false;
	let here: ZoneName | null = null;
	/** Asked only where nothing else tells the zone: the answer takes as long as half a start of Node. */
	const zoneHere = (): ZoneName => {
		here ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
		return here;
	};
	const zone = (): ServerZone => {
		if (config.timezone) return {name: config.timezone, trust: 'configured'};
		const found = current().mirror.servers.zone();
		return found ? {name: found, trust: 'verified'} : {name: zoneHere(), trust: 'presumed'};
	};
	return {
		tautulli,
		zone,
		grouping: config.grouping,
		clock: () => performance.now(),
		pause,
		takeEnded,
		odd,
		zoneLooked: () => {
			looked = true;
			zoneLooked();
		},
		isZoneAwaited: () => !looked && zone().trust === 'presumed',
	};
};

/** Unix seconds back to which it is known; null: nothing yet. While it is filled, one library reaches back further than another: what counts is how far all of them do. */
export const historyReach = (
	{plays, parts}: Mirror,
	{serverId, complete}: MirrorState,
	zone: ZoneName,
): number | null => {
	if (complete) return plays.oldestStart(serverId);
	const covered = coveredDay(parts.list(serverId));
	return covered === null ? null : dayStart(zone, covered);
};

/** How much the mirror holds; null: nothing yet. */
export const historyStatus = (mirror: Mirror, zone: ZoneName): HistoryStatus | null => {
	const state = mirror.servers.current();
	if (!state) return null;
	const {complete, syncedAt} = state;
	return {plays: state.plays, oldest: historyReach(mirror, state, zone), complete, syncedAt};
};
