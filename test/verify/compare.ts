import {syncHistory} from '../../source/collect/sync/sync.ts';
import type {Config} from '../../source/config/config.ts';
import type {SyncSummary} from '../../source/domain/plays/mirror.ts';
import type {ServerZone} from '../../source/domain/zone.ts';
import {createTransport} from '../../source/http/transport.ts';
import {buildHistory} from '../../source/open/history/history.ts';
import type {Store} from '../../source/store/open.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import {createAsk} from './ask.ts';
import {checkCollections, checkItems, checkPeopleAndLibraries} from './check-counts.ts';
import {checkGraphs, type Setting} from './check-graphs.ts';
import {createTally, type Tally} from './tally.ts';

const windows = [1, 7, 30, 365, 0];

export type Comparing = {
	/** With a Tautulli. */
	readonly config: Config;
	readonly store: Store;
	/** Unix seconds. */
	readonly now: () => number;
	/** How many items, seasons, shows, albums and artists; the same seed picks the same ones. */
	readonly items: number;
	readonly seed: number;
	readonly odd: (sentence: string) => void;
	/** Hears what was mirrored, before the comparison. */
	readonly mirrored: (summary: SyncSummary, zone: ServerZone) => void;
};

const pick = (keys: readonly string[], count: number, seed: number): string[] => {
	let state = seed + 1;
	const left = [...keys];
	return Array.from({length: Math.min(count, left.length)}, () => {
		state = (state * 48_271) % 2_147_483_647;
		return left.splice(state % left.length, 1)[0] ?? '';
	});
};

/** Mirrors a live Tautulli into the store and compares every kind of number with Tautulli's own answers. It only reads. */
export const compareWith = async ({config, store, now, items, seed, odd, mirrored}: Comparing): Promise<Tally> => {
	const settings = config.tautulli;
	if (!settings) throw new Error('The configuration has no Tautulli.');
	const transport = createTransport({server: 'tautulli', ...settings, caFile: settings.caFile ?? undefined});
	try {
		const tautulli = createTautulli({transport, apiKey: settings.apiKey, grouping: settings.grouping, odd});
		const hears = {odd, zoneLooked: () => undefined};
		const history = buildHistory(config, {tautulli}, {current: () => store}, () => false, hears);
		if (!history) throw new Error('Tautulli is switched off in the configuration.');
		const stop = new AbortController();
		const sync = syncHistory({...history, mirror: store.mirror, now}, {full: false}, stop.signal);
		let step = await sync.next();
		while (!step.done) step = await sync.next();
		const zone = history.zone();
		mirrored(step.value, zone);
		const tally = createTally();
		const serverId = store.mirror.servers.current()?.serverId ?? 0;
		const ask = createAsk(settings.baseUrl, settings.apiKey, settings.headers);
		const setting: Setting = {ask, mirror: store.mirror, serverId, zone: zone.name, tally, now};
		await checkItems(setting, pick(store.mirror.plays.keys(serverId), items, seed), windows);
		await checkPeopleAndLibraries(setting, windows);
		await checkCollections(setting, windows);
		await checkGraphs(setting, windows);
		return tally;
	} finally {
		await transport.close();
	}
};
