import type {Config, PlexConfig, TautulliConfig} from '../config/config.ts';
import type {Clients} from '../open/clients.ts';
import type {PlexClient} from '../plex/client.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {type Finding, type Placed, warning, well} from './finding.ts';
import {take} from './look.ts';
import type {DoctorOptions} from './options.ts';
import {lookAtServer, notAsked, type Said} from './servers.ts';

type Both = Pick<DoctorOptions, 'now' | 'begins'> & {readonly config: Config; readonly clients: Clients};

/** Who looks waits no longer, though a run would. */
const shortSeconds = 20;

const plexLost = warning(
	'Plex',
	'Tautulli itself has lost its connection to Plex.',
	'Look at Settings, Plex Media Server in Tautulli.',
);

const askTautulli = async (client: Pick<TautulliClient, 'ping'>, signal: AbortSignal): Promise<Said> => {
	const {version, ms, serverName, plexConnected} = await client.ping(null, signal);
	const watches = serverName === '' ? [] : [well('watches', serverName)];
	return {version, ms, more: [...watches, ...(plexConnected === false ? [plexLost] : [])]};
};

const askPlex = async (client: Pick<PlexClient, 'ping'>, signal: AbortSignal): Promise<Said> => ({
	...(await client.ping(signal)),
	more: [],
});

const isWell = (found: readonly Placed[]): boolean => found.every(({state}) => state !== 'wrong');

/** True of names that mean the same library. */
const isSameName = (one: string, two: string): boolean => one.trim().toLowerCase() === two.trim().toLowerCase();

const pairFinding = (theirs: string, ours: string): Finding[] => {
	if (theirs === '' || ours === '') return [];
	if (theirs === ours) return [well('same server', 'Tautulli watches this Plex server')];
	const remedy = 'Set plex.base_url to the server that Tautulli watches, or tautulli.base_url to its Tautulli.';
	return [warning('same server', 'Tautulli watches another Plex server.', remedy)];
};

/** Names of the configuration that no library of Plex has. */
export const libraryFindings = (wanted: readonly string[], there: readonly string[]): readonly Finding[] => {
	if (wanted.length === 0) return [well('libraries', `all ${there.length} are counted`)];
	const unknown = wanted.filter(name => !there.some(other => isSameName(name, other)));
	if (unknown.length === 0) return [well('libraries', `${wanted.length} of ${there.length} are counted`)];
	const remedy = `Correct plex.libraries; there are ${there.join(', ')}.`;
	return [warning('libraries', `there is none called ${unknown.join(', ')}`, remedy)];
};

const lookAtTautulli = async (
	{clients, now}: Both,
	config: TautulliConfig,
	signal: AbortSignal,
): Promise<readonly Placed[]> => {
	const {tautulli, switchedOff, aheadSeconds} = clients;
	if (!tautulli) {
		return [{...warning('server', switchedOff.message, switchedOff.hint ?? null), section: 'tautulli'}];
	}
	const ask = (stop: AbortSignal): Promise<Said> => askTautulli(tautulli, stop);
	const seconds = Math.max(shortSeconds, config.timeoutSeconds + 5);
	return await lookAtServer({server: 'tautulli', config, seconds, ask, aheadSeconds, now}, signal);
};

const lookAtPlex = async (
	{clients, now}: Both,
	config: PlexConfig | null,
	signal: AbortSignal,
): Promise<readonly Placed[]> => {
	const {plex, aheadSeconds} = clients;
	if (!plex || !config) return notAsked('plex', 'not configured, so what is promoted is not known');
	const ask = (stop: AbortSignal): Promise<Said> => askPlex(plex, stop);
	const found = await lookAtServer({server: 'plex', config, seconds: shortSeconds, ask, aheadSeconds, now}, signal);
	if (!isWell(found)) return found;
	const libraries = await take(
		{
			section: 'plex',
			name: 'libraries',
			seconds: 30,
			look: async stop => {
				const sections = await plex.getSections(stop);
				return libraryFindings(
					config.libraries,
					sections.map(({name}) => name),
				);
			},
		},
		signal,
	);
	return [...found, ...libraries];
};

/** Both servers, each by itself; then, where both are well, whether they belong together. */
export const examineServers = async (both: Both, signal: AbortSignal): Promise<Placed[]> => {
	const {config, clients} = both;
	if (!config.tautulli) return [];
	// One after the other, since what is measured at once takes longer.
	both.begins('tautulli');
	const tautulli = await lookAtTautulli(both, config.tautulli, signal);
	both.begins('plex');
	const plex = await lookAtPlex(both, config.plex, signal);
	const found = [...tautulli, ...plex];
	if (!clients.tautulli || !clients.plex || !isWell(found)) return found;
	const [asked, server] = [clients.tautulli, clients.plex];
	const look = async (stop: AbortSignal): Promise<readonly Finding[]> => {
		const [theirs, {machineIdentifier}] = await Promise.all([asked.getMachineIdentifier(stop), server.ping(stop)]);
		return pairFinding(theirs, machineIdentifier);
	};
	return [...found, ...(await take({section: 'plex', name: 'same server', seconds: 30, look}, signal))];
};
