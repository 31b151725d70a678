import {syncHistory} from '../../source/collect/sync/sync.ts';
import type {SyncRequest} from '../../source/collect/sync/sync-deps.ts';
import type {SyncProgress, SyncSummary} from '../../source/domain/plays/mirror.ts';
import type {ServerZone} from '../../source/domain/zone.ts';
import type {Store} from '../../source/store/open.ts';
import type {FakeHistory} from './fake-history.ts';

export type Ended = {
	readonly summary: SyncSummary;
	readonly seen: readonly SyncProgress[];
	readonly odd: readonly string[];
	/** How many times the zone was looked for. */
	readonly looked: number;
};

export type SyncSetting = {
	readonly store: Store;
	readonly now: () => number;
	readonly zone: () => ServerZone;
};

/** Syncs once to the end, with rests that take no time. */
export const syncOnce = async (
	{store, now, zone}: SyncSetting,
	{client}: FakeHistory,
	request: SyncRequest = {full: false},
	signal: AbortSignal = new AbortController().signal,
): Promise<Ended> => {
	const odd: string[] = [];
	let looked = 0;
	const running = syncHistory(
		{
			tautulli: client,
			mirror: store.mirror,
			zone,
			zoneLooked: () => {
				looked += 1;
			},
			now,
			clock: () => 0,
			odd: sentence => void odd.push(sentence),
			pause: async (_, stop) => stop.throwIfAborted(),
		},
		request,
		signal,
	);
	const seen: SyncProgress[] = [];
	let step = await running.next();
	while (!step.done) {
		seen.push(step.value);
		step = await running.next();
	}
	return {summary: step.value, seen, odd, looked};
};
